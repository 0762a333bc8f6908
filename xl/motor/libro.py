"""The workbook: its sheets, names, tables and strings over the parts of the package."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lxml import etree

from pymodel.errores import DatoInvalido
from xl.motor.estilos import Estilos
from xl.motor.formulas import trasladar
from xl.motor.hoja import Celda, HojaXml, puede_tener_formulas, valor_de
from xl.motor.paquete import (
    CONTENT_TYPES,
    NS_MAIN,
    NS_PACKAGE_REL,
    NS_REL,
    NS_TYPES,
    Paquete,
    parte_de_relaciones,
)
from xl.motor.valores import (
    MAX_COLUMNS,
    MAX_ROWS,
    ErrorCelda,
    Valor,
    celda_a1,
    leer_rango_a1,
    texto_de_archivo,
)

MARCA = "_modelo_imss"
"""Hidden sheet-scoped name that marks the sheets built by this project."""

FORMULA = ErrorCelda("=")
"""Stands for "a formula" where the former content of a cell is remembered."""

_WORKBOOK_TYPES = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    "application/vnd.ms-excel.template.macroEnabled.main+xml",
}

# The schema fixes the order of the workbook part: these may come before the calculation settings.
_BEFORE_CALC = (
    "fileVersion",
    "fileSharing",
    "workbookPr",
    "workbookProtection",
    "bookViews",
    "sheets",
    "functionGroups",
    "externalReferences",
    "definedNames",
)
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"

CuatroEsquinas = tuple[int, int, int, int]
"""First row and column, last row and column."""
Lugar = tuple[int, int, int]
"""Sheet index, row, column."""


@dataclass
class Nombre:
    """A defined name; `hoja` is the index of its sheet, None for the whole workbook."""

    nombre: str
    refiere: str
    hoja: int | None
    oculto: bool


@dataclass
class Tabla:
    """A table (ListObject) of a sheet."""

    nombre: str
    rango: CuatroEsquinas
    columnas: list[str]
    encabezado: bool
    totales: bool

    @property
    def cuerpo(self) -> CuatroEsquinas | None:
        """Data rows; None if there are none."""
        f1, c1, f2, c2 = self.rango
        f1, f2 = f1 + self.encabezado, f2 - self.totales
        return (f1, c1, f2, c2) if f1 <= f2 else None


@dataclass
class Hoja:
    """A sheet; `parte` is empty for sheets without cells (chart sheets)."""

    libro: Libro = field(repr=False)
    indice: int
    nombre: str
    parte: str

    @cached_property
    def xml(self) -> HojaXml:
        """Cells of the sheet."""
        if not self.parte:
            raise self.libro.error(
                f"la hoja «{self.nombre}», que es un gráfico", "una hoja con celdas"
            )
        hoja = HojaXml(self.libro.paquete, self.parte)
        self.libro.leidas.append(hoja)
        return hoja

    def formulas(self) -> list[Celda]:
        """Cells with a formula, in the order of the file."""
        if not self.parte:
            return []
        unread = "xml" not in self.__dict__
        if unread and not puede_tener_formulas(self.libro.paquete.leer(self.parte)):
            return []
        return list(self.xml.formulas())

    @cached_property
    def tablas(self) -> list[Tabla]:
        """Tables of the sheet, in the order of the file."""
        if not self.parte:
            return []
        rels = self.libro.paquete.relaciones(self.parte).values()
        return [
            _read_table(self.libro.paquete, target)
            for kind, target in rels
            if kind.endswith("/table")
        ]

    def valor(self, fila: int, columna: int) -> Valor:
        """Value of a cell; dates are serial numbers."""
        celda = self.xml.celdas.get((fila, columna))
        if celda is None:
            return None
        compartidas = self.libro.compartidas if celda.tipo == "s" else []
        try:
            return valor_de(celda, compartidas, base1904=self.libro.base1904)
        except (ValueError, IndexError):
            raise self.libro.error(
                f"un valor dañado en {self.nombre}!{celda.a1}", "un libro que Excel pueda abrir"
            ) from None

    def formula(self, celda: Celda) -> str | None:
        """Formula of a cell, without "="; None if it has none that can be told."""
        if celda.formula or celda.formula is None:
            return celda.formula
        maestra = self.xml.maestra(celda)
        if maestra is None or not maestra.formula:
            return None
        filas, columnas = celda.fila - maestra.fila, celda.columna - maestra.columna
        return trasladar(maestra.formula, filas, columnas) or None

    def escribir(self, fila: int, columna: int, valor: Valor) -> bool:
        """Write a constant; returns whether the cell changed.

        A cell that already holds the same constant is left as it is, with its rich text if any.
        """
        self._check_place(fila, columna)
        celda = self.xml.celdas.get((fila, columna))
        if (celda is not None and celda.formula is not None) or self.xml.matriz_de(fila, columna):
            self._drop_formula(fila, columna)
            self._note(fila, columna, FORMULA)
        else:
            antes = self.valor(fila, columna)
            if iguales(antes, valor):
                return False
            self._note(fila, columna, antes)
        self._check_header(fila, columna, valor)
        self.xml.celda(fila, columna).poner_valor(valor)
        return True

    def _note(self, fila: int, columna: int, antes: Valor) -> None:
        """Remember what a cell held before the first time it is written."""
        self.libro.escritas.setdefault((self.indice, fila, columna), antes)

    def escribir_formula(
        self, fila: int, columna: int, formula: str, cm: str | None = None
    ) -> bool:
        """Write a formula (without "="); with `cm` it is a dynamic array. True if it changed."""
        self._check_place(fila, columna)
        celda = self.xml.celda(fila, columna)
        if self.formula(celda) == formula and celda.dinamica == bool(cm):
            return False
        self._drop_formula(fila, columna)
        self._check_header(fila, columna, None)
        celda.poner_formula(formula, matriz=celda.a1 if cm else None, cm=cm)
        self._formulas_changed()
        self._note(fila, columna, FORMULA)
        return True

    def liberar(self, rango: CuatroEsquinas) -> None:
        """Take out the array formulas that lie wholly inside a block about to be written.

        Raises
        ------
        DatoInvalido
            If only a part of an array lies inside.
        """
        f1, c1, f2, c2 = rango
        for celda in list(self.xml.formulas()):
            if (ocupa := celda.rango_matriz) is None or not se_tocan(ocupa, rango):
                continue
            inside = f1 <= ocupa[0] and c1 <= ocupa[1] and ocupa[2] <= f2 and ocupa[3] <= c2
            anchor_inside = f1 <= celda.fila <= f2 and c1 <= celda.columna <= c2
            if not inside and not (celda.dinamica and anchor_inside):
                raise self._part_of_array(celda)
            self._clear_array(celda)

    def estilo_de(self, fila: int, columna: int) -> int:
        """Format of a cell, in the file or not."""
        celda = self.xml.celdas.get((fila, columna))
        return self.xml.estilo_heredado(fila, columna) if celda is None else celda.estilo

    def dar_formato(self, fila: int, columna: int, estilo: int) -> None:
        """Set the cell format (an index of the styles part)."""
        celda = self.xml.celda(fila, columna)
        if celda.estilo != estilo:
            celda.estilo = estilo
            celda.modificada = True

    def _check_place(self, fila: int, columna: int) -> None:
        if not (1 <= fila <= MAX_ROWS and 1 <= columna <= MAX_COLUMNS):
            raise self.libro.error(
                f"una celda fuera de la hoja (fila {fila}, columna {columna})",
                f"filas hasta {MAX_ROWS:,} y columnas hasta {MAX_COLUMNS:,}",
            )

    def _check_header(self, fila: int, columna: int, valor: Valor) -> None:
        # Excel finds a workbook damaged if a header and the name of its table column differ.
        for tabla in self.tablas:
            f1, c1, _, c2 = tabla.rango
            if not (tabla.encabezado and fila == f1 and c1 <= columna <= c2):
                continue
            if valor != tabla.columnas[columna - c1]:
                raise self.libro.error(
                    f"un cambio al encabezado de la tabla {tabla.nombre} "
                    f"({self.nombre}!{celda_a1(fila, columna)})",
                    f"el encabezado «{tabla.columnas[columna - c1]}»",
                )

    def _drop_formula(self, fila: int, columna: int) -> None:
        """Take the formula of a cell out, with what other cells of the sheet owe to it."""
        celda = self.xml.celdas.get((fila, columna))
        anchor = self.xml.matriz_de(fila, columna)
        if anchor is not None:
            rango = anchor.rango_matriz
            assert rango is not None
            if celda is not anchor or (not anchor.dinamica and rango[:2] != rango[2:]):
                raise self._part_of_array(anchor)
            self._clear_array(anchor)
        elif celda is not None and celda.formula is not None:
            if self.xml.maestra(celda) is celda:
                self._unshare(celda)
            self._formulas_changed()

    def _clear_array(self, anchor: Celda) -> None:
        f1, c1, f2, c2 = anchor.rango_matriz or (0, 0, -1, -1)
        for fila in range(f1, f2 + 1):
            for columna in range(c1, c2 + 1):
                self.xml.celda(fila, columna).poner_valor(None)
                self._note(fila, columna, FORMULA)
        self._formulas_changed()

    def _part_of_array(self, anchor: Celda) -> DatoInvalido:
        return self.libro.error(
            f"una escritura dentro de la matriz de {self.nombre}!{anchor.a1}",
            "una celda libre o la matriz entera: no se puede cambiar una parte",
        )

    def _formulas_changed(self) -> None:
        self.xml.formulas_cambiadas()
        self.libro.cadena_de_calculo_cambiada = True

    def _unshare(self, maestra: Celda) -> None:
        """Give every cell that shares the formula of `maestra` its own text."""
        dependientes = [c for c in self.xml.formulas() if c is not maestra]
        for celda in dependientes:
            if self.xml.maestra(celda) is maestra:
                texto = self.formula(celda)
                if texto is None:
                    raise self.libro.error(
                        f"una fórmula compartida que no se entiende ({self.nombre}!{maestra.a1})",
                        "una celda cuya fórmula no compartan otras",
                    )
                celda.formula, celda.f_attrs, celda.f_bytes = texto, {}, None
                celda.modificada = True


class Libro:
    """A workbook file in memory.

    Parameters
    ----------
    ruta : Path
        Workbook (.xlsx or .xlsm).

    Raises
    ------
    DatoInvalido
        If the file cannot be used as a workbook (see `Paquete`).
    """

    def __init__(self, ruta: Path) -> None:
        self.paquete = Paquete(ruta)
        self._read_workbook()

    def _read_workbook(self) -> None:
        self.leidas: list[HojaXml] = []
        self.cadena_de_calculo_cambiada = False
        self.calculo_al_abrir: bool | None = None
        self.escritas: dict[Lugar, Valor] = {}
        self._parte = self._find_workbook()
        root = self.paquete.xml(self._parte)
        if root.tag != f"{{{NS_MAIN}}}workbook":
            raise self.error(
                "un libro en formato «Open XML estricto»", "un libro .xlsx o .xlsm normal"
            )
        rels = self.paquete.relaciones(self._parte)
        self.hojas: list[Hoja] = []
        for indice, sheet in enumerate(root.iterfind("m:sheets/m:sheet", {"m": NS_MAIN})):
            kind, target = rels.get(sheet.get(f"{{{NS_REL}}}id") or "", ("", ""))
            if not kind or target not in self.paquete:
                raise self.paquete.xml_danado(self._parte)
            parte = target if kind.endswith("/worksheet") else ""
            self.hojas.append(Hoja(self, indice, sheet.get("name") or "", parte))
        if not self.hojas:
            raise self.paquete.xml_danado(self._parte)
        self.nombres = [
            Nombre(
                name.get("name") or "",
                name.text or "",
                self._scope(name.get("localSheetId")),
                name.get("hidden") in ("1", "true"),
            )
            for name in root.iterfind("m:definedNames/m:definedName", {"m": NS_MAIN})
        ]
        props = root.find("m:workbookPr", {"m": NS_MAIN})
        self.base1904 = props is not None and props.get("date1904") in ("1", "true")

    def _scope(self, local: str | None) -> int | None:
        if local is None:
            return None
        if not local.isdecimal() or int(local) >= len(self.hojas):
            raise self.paquete.xml_danado(self._parte)
        return int(local)

    def error(self, encontrado: str, esperado: str) -> DatoInvalido:
        """Return the error that names this workbook."""
        return self.paquete.error(encontrado, esperado)

    def _find_workbook(self) -> str:
        for kind, target in self.paquete.relaciones("").values():
            if kind.endswith("/officeDocument"):
                tipo = self._content_type(target)
                if tipo in _WORKBOOK_TYPES and target in self.paquete:
                    return target
                if "binary" in tipo:
                    raise self.error("un libro binario (.xlsb)", "un libro guardado como .xlsx")
        raise self.error("un archivo que no es un libro de Excel", "un libro .xlsx o .xlsm")

    def _content_type(self, parte: str) -> str:
        for override in self.paquete.xml(CONTENT_TYPES).iter(f"{{{NS_TYPES}}}Override"):
            if (override.get("PartName") or "").lstrip("/").lower() == parte.lower():
                return override.get("ContentType") or ""
        extension = posixpath.splitext(parte)[1].lstrip(".").lower()
        for default in self.paquete.xml(CONTENT_TYPES).iter(f"{{{NS_TYPES}}}Default"):
            if (default.get("Extension") or "").lower() == extension:
                return default.get("ContentType") or ""
        return ""

    def _related(self, suffix: str) -> str | None:
        for kind, target in self.paquete.relaciones(self._parte).values():
            if kind.endswith(suffix) and target in self.paquete:
                return target
        return None

    @cached_property
    def compartidas(self) -> list[str]:
        """Shared strings, without their formats."""
        parte = self._related("/sharedStrings")
        if parte is None:
            return []
        t, phonetic = f"{{{NS_MAIN}}}t", f"{{{NS_MAIN}}}rPh"
        texts = []
        for item in self.paquete.xml(parte).iterchildren(f"{{{NS_MAIN}}}si"):
            pieces = [
                e.text or ""
                for e in item.iter(t)
                if (padre := e.getparent()) is None or padre.tag != phonetic
            ]
            texts.append(texto_de_archivo("".join(pieces)))
        return texts

    @cached_property
    def estilos(self) -> Estilos:
        """Cell formats."""
        return Estilos(self.paquete, self._related("/styles"))

    def buscar_hoja(self, nombre: str) -> Hoja | None:
        """Sheet with that name, in any mix of case; None if there is none."""
        return self._sheet_by_name.get(nombre.casefold())

    @cached_property
    def _sheet_by_name(self) -> dict[str, Hoja]:
        return {h.nombre.casefold(): h for h in self.hojas}

    @cached_property
    def _name_by_scope(self) -> dict[tuple[str, int | None], Nombre]:
        return {(n.nombre.casefold(), n.hoja): n for n in self.nombres}

    def buscar_nombre(self, nombre: str, hoja: int | None) -> Nombre | None:
        """Defined name as seen from a sheet: its own first, then the workbook's."""
        folded = nombre.casefold()
        return self._name_by_scope.get((folded, hoja)) or self._name_by_scope.get((folded, None))

    def tablas(self) -> Iterator[tuple[Hoja, Tabla]]:
        """Every table of the workbook with its sheet."""
        for hoja in self.hojas:
            for tabla in hoja.tablas:
                yield hoja, tabla

    @cached_property
    def propias(self) -> frozenset[int]:
        """Indices of the sheets built by this project: those that carry the mark `MARCA`."""
        return frozenset(n.hoja for n in self.nombres if n.nombre == MARCA and n.hoja is not None)

    def renombrar_funciones(self, convertir: Callable[[str], str]) -> int:
        """Change the text of the formulas, which mean the same; returns how many changed."""
        cuantas = 0
        for hoja in self.hojas:
            for celda in hoja.formulas():
                if celda.formula and (nueva := convertir(celda.formula)) != celda.formula:
                    celda.renombrar(nueva)
                    cuantas += 1
        return cuantas

    def guardar(self, ruta: Path | None = None, *, respaldo: bool = True) -> None:
        """Write the cells that changed and replace the file in one step (see `Paquete.guardar`)."""
        for leida in self.leidas:
            if leida.modificada:
                self.paquete.escribir(leida.parte, leida.armar())
        if "estilos" in self.__dict__:
            self.estilos.guardar()
        if self.cadena_de_calculo_cambiada:
            self._drop_calc_chain()
        if self.calculo_al_abrir is not None:
            self._set_calculation_on_load(self.calculo_al_abrir)
        self.paquete.guardar(ruta, respaldo=respaldo)
        # The objects stay, since macros hold them; the cells are read again when they are used.
        for hoja in self.hojas:
            hoja.__dict__.pop("xml", None)
        self.leidas = []
        self.cadena_de_calculo_cambiada = False
        self.calculo_al_abrir = None

    def tomar_cambiadas(self) -> set[Lugar]:
        """Cells whose content is not what it was at the last calculation; forgets them.

        A cell that was cleared and got the same value again has not changed.
        """
        escritas, self.escritas = self.escritas, {}
        changed = set()
        for lugar, antes in escritas.items():
            hoja = self.hojas[lugar[0]]
            celda = hoja.xml.celdas.get(lugar[1:])
            has_formula = celda is not None and celda.formula is not None
            if has_formula or antes is FORMULA or not iguales(antes, hoja.valor(*lugar[1:])):
                changed.add(lugar)
        return changed

    def metadatos_matriz(self) -> str:
        """Index of the cell metadata that makes an array formula dynamic.

        Raises
        ------
        DatoInvalido
            If the workbook has no dynamic array to take it from.
        """
        parte = self._related("/sheetMetadata")
        if parte is not None:
            root = self.paquete.xml(parte)
            types = [t.get("name") for t in root.iterfind("m:metadataTypes/*", {"m": NS_MAIN})]
            for i, block in enumerate(root.iterfind("m:cellMetadata/m:bk", {"m": NS_MAIN}), 1):
                rc = block.find("m:rc", {"m": NS_MAIN})
                kind = (rc.get("t") or "") if rc is not None else ""
                if kind.isdecimal() and types[int(kind) - 1 : int(kind)] == ["XLDAPR"]:
                    return str(i)
        raise self.error(
            "un libro sin matrices dinámicas", "un libro que ya tenga alguna, o una fórmula normal"
        )

    def _set_calculation_on_load(self, wanted: bool) -> None:
        """Ask the spreadsheet program to calculate everything when it opens the workbook, or not.

        Nobody asks for it twice, and only a workbook whose values are all fresh takes it back.
        """
        root = self.paquete.xml(self._parte)
        calc = root.find(f"{{{NS_MAIN}}}calcPr")
        present = calc is not None and calc.get("fullCalcOnLoad") in ("1", "true")
        if present == wanted:
            return
        if calc is None:
            before = {f"{{{NS_MAIN}}}{name}" for name in _BEFORE_CALC} | {_ALTERNATE}
            place = 0
            for i, child in enumerate(root):
                if child.tag in before or "revisionPtr" in str(child.tag):
                    place = i + 1
            calc = etree.Element(f"{{{NS_MAIN}}}calcPr")
            root.insert(place, calc)
        if wanted:
            calc.set("fullCalcOnLoad", "1")
        else:
            del calc.attrib["fullCalcOnLoad"]
        self.paquete.escribir_xml(self._parte, root)

    def _drop_calc_chain(self) -> None:
        """Take out the calculation chain, which names every cell with a formula.

        Excel repairs a workbook whose chain names a cell without formula, and writes the chain
        anew when there is none.
        """
        parte = self._related("/calcChain")
        if parte is None:
            return
        self.paquete.quitar(parte)
        rels = parte_de_relaciones(self._parte)
        root = self.paquete.xml(rels)
        for rel in root.findall(f"{{{NS_PACKAGE_REL}}}Relationship"):
            if (rel.get("Type") or "").endswith("/calcChain"):
                root.remove(rel)
        self.paquete.escribir_xml(rels, root)
        types = self.paquete.xml(CONTENT_TYPES)
        for override in types.findall(f"{{{NS_TYPES}}}Override"):
            if (override.get("PartName") or "").lstrip("/") == parte:
                types.remove(override)
        self.paquete.escribir_xml(CONTENT_TYPES, types)


def iguales(uno: Valor, otro: Valor) -> bool:
    """Whether two cell values are the same, type included (TRUE is not 1)."""
    return type(uno) is type(otro) and uno == otro


def se_tocan(a: CuatroEsquinas, b: CuatroEsquinas) -> bool:
    """Whether two blocks share a cell."""
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _read_table(paquete: Paquete, parte: str) -> Tabla:
    root = paquete.xml(parte)
    try:
        tabla = Tabla(
            root.get("displayName") or root.get("name") or "",
            leer_rango_a1(root.get("ref") or ""),
            [
                texto_de_archivo(c.get("name") or "")
                for c in root.iterfind("m:tableColumns/m:tableColumn", {"m": NS_MAIN})
            ],
            root.get("headerRowCount", "1") != "0",
            root.get("totalsRowCount", "0") != "0",
        )
    except ValueError:
        raise paquete.xml_danado(parte) from None
    if len(tabla.columnas) != tabla.rango[3] - tabla.rango[1] + 1:
        raise paquete.xml_danado(parte)
    return tabla
