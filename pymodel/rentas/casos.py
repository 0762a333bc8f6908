"""Cases as a struct of arrays, from rows of a family table, and what makes a case invalid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from dataclasses import field as dc_field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pymodel import biometria, lectura, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.rentas.opciones import (
    MUERTOS,
    NUMERICAS,
    TIPOS,
    VIVOS,
    Bases,
    Opciones,
    fuera_de_rango,
    leer_seguro,
    leer_tipo,
    ley,
)
from pymodel.validacion import Vector

PARENTESCOS = ("conyuge", "concubina", "concubinario", "hijo", "ascendiente")
COLUMNAS = ("parentesco", "edad", "sexo", "invalido", "estudia", "orfandad")

_FEMENINOS = {"esposa": "conyuge", "esposo": "conyuge", "hija": "hijo"}
ORFANDAD = {"sencilla": 0, "simple": 0, "doble": 1}

_PAREJA = ("conyuge_edad", "conyuge_sexo", "conyuge_invalido")
_HIJOS = ("hijos_edad", "hijos_sexo", "hijos_invalido", "hijos_estudia", "hijos_orfandad")
_PADRES = ("ascendientes_edad", "ascendientes_sexo", "ascendientes_invalido")


@dataclass
class Casos:
    """n cases with up to m children, one array a field.

    Attributes
    ----------
    tipo : (n,) str                     One of ``TIPOS``; one text serves for all.
    edad, sexo : (n,)                   Insured: whole years; 0 man, 1 woman. Ignored in the types
                                        of a dead insured.
    salario_base_diario : (n,)          Pesos; of the deceased in the types of a dead insured.
    conyuge_edad, conyuge_sexo, conyuge_invalido : (n,)     Age NaN: no spouse.
    hijos_edad, hijos_sexo, hijos_invalido, hijos_estudia, hijos_orfandad : (n, m)
                                        Age NaN: no child there; orfandad 0 sencilla, 1 doble.
    ascendientes_edad, ascendientes_sexo, ascendientes_invalido : (n, 2)
    seguro : (n,) str or None           "IV" or "RT", dead insured; None or "": of the options.
    ayuda_asistencial ... saldo : (n,) or None
                                        Options that vary by case; None or NaN: of the options.

    Raises
    ------
    DatoInvalido        Arrays that do not cover the same cases, or that do not hold numbers.
    """

    tipo: Any
    edad: Any = np.nan
    sexo: Any = np.nan
    salario_base_diario: Any = np.nan
    conyuge_edad: Any = np.nan
    conyuge_sexo: Any = 1.0
    conyuge_invalido: Any = 0.0
    hijos_edad: Any = dc_field(default_factory=lambda: np.empty((1, 0)))
    hijos_sexo: Any = 0.0
    hijos_invalido: Any = 0.0
    hijos_estudia: Any = 1.0
    hijos_orfandad: Any = 0.0
    ascendientes_edad: Any = dc_field(default_factory=lambda: np.full((1, 2), np.nan))
    ascendientes_sexo: Any = 0.0
    ascendientes_invalido: Any = 0.0
    seguro: Any = None
    ayuda_asistencial: Any = None
    margen: Any = None
    gastos: Any = None
    facbi: Any = None
    pension_garantizada_mensual: Any = None
    grado: Any = None
    cuantia_basica_mensual: Any = None
    pagos_vencidos: Any = None
    saldo: Any = None
    codigo: NDArray[np.int8] = dc_field(init=False, repr=False)

    def __post_init__(self) -> None:
        n = max(
            np.shape(getattr(self, f.name))[0]
            for f in fields(self)
            if f.init and np.ndim(getattr(self, f.name)) > 0
        )
        uno = (n,)
        m = np.shape(self.hijos_edad)[-1] if np.ndim(self.hijos_edad) == 2 else 1
        for nombres, forma in (
            (("edad", "sexo", "salario_base_diario", *_PAREJA, *NUMERICAS), uno),
            (_HIJOS, (n, m)),
            (_PADRES, (n, 2)),
        ):
            for nombre in nombres:
                valor = getattr(self, nombre)
                if valor is not None:
                    setattr(self, nombre, _floats(valor, forma, nombre))
        self.tipo = _textos(self.tipo, n, "tipo")
        if self.seguro is not None:
            self.seguro = _textos(self.seguro, n, "seguro")
        self.codigo = np.full(n, -1, dtype=np.int8)
        for i, tipo in enumerate(TIPOS):
            self.codigo[self.tipo == tipo] = i

    def __len__(self) -> int:
        return int(self.edad.shape[0])

    def filas(self, cuales: Any) -> Casos:
        """The cases of a mask, of indices or of a slice, as views where numpy can."""
        return Casos(
            **{
                f.name: None if (v := getattr(self, f.name)) is None else v[cuales]
                for f in fields(self)
                if f.init
            }
        )

    def valor(self, nombre: str, opciones: Opciones) -> Vector:
        """A numeric option of each case: its own, or the one of the options; NaN if neither."""
        general = getattr(opciones, nombre)
        general = np.nan if general is None else general
        propio = getattr(self, nombre)
        if propio is None:
            return np.full(len(self), general)
        return np.where(np.isnan(propio), general, propio)

    def es(self, *tipos: str) -> NDArray[np.bool_]:
        """Cases of one of these types."""
        resultado = np.zeros(self.codigo.size, dtype=np.bool_)
        for tipo in tipos:
            resultado |= self.codigo == TIPOS.index(tipo)
        return resultado

    def hijos_con_derecho(self, opciones: Opciones) -> NDArray[np.bool_]:
        """Children entitled today by age, school or disability, (n, m) (LSS arts. 64 and 134)."""
        limite = np.where(self.hijos_estudia > 0, opciones.limite_hijos, ley().limite)
        # An empty place has age NaN, which is below no limit.
        derecho: NDArray[np.bool_] = (self.hijos_edad < limite) | (
            (self.hijos_invalido > 0) & ~np.isnan(self.hijos_edad)
        )
        return derecho

    def es_rt(self, opciones: Opciones) -> NDArray[np.bool_]:
        """Cases of Riesgos de Trabajo: by type, or by `seguro` when the insured is dead."""
        seguro: Any = opciones.seguro
        if self.seguro is not None:
            seguro = np.where(self.seguro == "", opciones.seguro, self.seguro)
        return self.es("ipt", "ipp") | (self.es(*MUERTOS) & (seguro == "RT"))


def _floats(valor: Any, forma: tuple[int, ...], nombre: str) -> Vector:
    try:
        resultado: Vector = np.asarray(valor, dtype=np.float64)
        if resultado.shape != forma:
            resultado = np.broadcast_to(resultado, forma)
    except (TypeError, ValueError):
        raise DatoInvalido(
            nombre,
            Descripcion(f"un arreglo de forma {np.shape(valor)}"),
            f"números, en forma {forma}",
        ) from None
    return resultado


def _textos(valor: Any, n: int, nombre: str) -> NDArray[np.str_]:
    arreglo = np.asarray(valor)
    if arreglo.dtype.kind != "U":
        arreglo = np.array([x if isinstance(x, str) else "" for x in np.ravel(arreglo)], dtype="U")
    if arreglo.ndim == 1 and arreglo.size == n:
        return arreglo
    if arreglo.ndim > 1 or arreglo.size != 1:
        raise DatoInvalido(nombre, Descripcion(f"{arreglo.size} textos"), f"uno o {n}")
    return np.broadcast_to(np.ravel(arreglo), (n,))


@dataclass(frozen=True)
class Falta:
    """What makes a case invalid: where (zero based), the value found, what was expected."""

    fila: int
    campo: str
    ranura: int | None
    encontrado: Any
    esperado: str

    @property
    def columna(self) -> str:
        """Name of the column as the portfolio heads it: "hijo2_edad"."""
        if self.ranura is None:
            # Where nobody was found and somebody is needed: the place of the first one.
            return {"hijos": "hijo1_edad", "ascendientes": "ascendiente1_edad"}.get(
                self.campo, self.campo
            )
        grupo, resto = self.campo.split("_", 1)
        return f"{grupo[:-1]}{self.ranura + 1}_{resto}"


def faltas(casos: Casos, bases: Bases, opciones: Opciones) -> Iterator[Falta]:
    """Everything that makes cases invalid, rule by rule; a case may appear more than once."""
    vivo, muerto = casos.es(*VIVOS), casos.es(*MUERTOS)
    edad = casos.edad
    hay_pareja = ~np.isnan(casos.conyuge_edad)
    hijos, padres = ~np.isnan(casos.hijos_edad), ~np.isnan(casos.ascendientes_edad)
    hay_hijos, hay_padres = hijos.any(axis=1), padres.any(axis=1)
    activos, invalidos = bases.activos, bases.invalidos

    def regla(malos: Any, campo: str, esperado: str, valores: Any = None) -> Iterator[Falta]:
        if np.any(malos):
            valores = getattr(casos, campo) if valores is None else valores
            for lugar in np.argwhere(malos):
                ranura = int(lugar[1]) if lugar.size == 2 else None
                valor = valores[tuple(lugar)] if np.ndim(valores) else valores
                yield Falta(int(lugar[0]), campo, ranura, valor, esperado)

    def fuera(edades: Vector, invalido: Any, desde: int = 0) -> Any:
        alto = np.where(np.asarray(invalido) > 0, invalidos.edad_final, activos.edad_final)
        return ~((edades >= desde) & (edades <= alto) & (edades == np.floor(edades)))

    def edad_esperada(desde: int = 0) -> str:
        return (
            f"una edad entera (años cumplidos) entre {desde} y la última de la tabla: "
            f"{activos.edad_final} en {activos.nombre}, {invalidos.edad_final} en "
            f"{invalidos.nombre}"
        )

    yield from regla(~(vivo | muerto), "tipo", validacion.lista(TIPOS))
    desde = max(invalidos.edad_inicial, 15)
    yield from regla(
        vivo & fuera(edad, 1, desde),
        "edad",
        f"una edad entera (años cumplidos) entre {desde} y {invalidos.edad_final}, la última de "
        f"{invalidos.nombre}",
    )
    yield from regla(vivo & ~np.isin(casos.sexo, (0, 1)), "sexo", "H o M")
    cuantia = casos.valor("cuantia_basica_mensual", opciones)
    salario = casos.salario_base_diario
    yield from regla(
        np.isnan(cuantia) & ~((salario > 0) & (salario < 1e9)),
        "salario_base_diario",
        "un salario diario mayor que 0 (o cuantia_basica_mensual en las opciones)",
    )
    for nombre in NUMERICAS:
        valores = casos.valor(nombre, opciones)
        malos, esperado = fuera_de_rango(nombre, valores)
        if nombre == "grado":
            malos &= casos.es("ipp")
        yield from regla(malos, nombre, esperado, valores)
    grado = casos.valor("grado", opciones)
    yield from regla(
        casos.es("ipp") & np.isnan(grado),
        "grado",
        "el grado de incapacidad en por ciento, como 65 (opción «grado»)",
        Descripcion("ningún grado"),
    )
    yield from regla(
        casos.es("ipp") & (grado > 1) & (grado <= ley().grado_minimo),
        "grado",
        "más de 25; hasta 25 % procede indemnización global (LSS, art. 58, fr. III)",
        grado,
    )
    if casos.seguro is not None:
        yield from regla(~np.isin(casos.seguro, ("", "IV", "RT")), "seguro", "IV o RT")
    for hay, grupo in ((hay_pareja, _PAREJA), (hijos, _HIJOS), (padres, _PADRES)):
        edades, sexos, invalido = (getattr(casos, c) for c in grupo[:3])
        yield from regla(hay & fuera(edades, invalido), grupo[0], edad_esperada())
        yield from regla(hay & ~np.isin(sexos, (0, 1)), grupo[1], "H o M")
        for campo in grupo[2:]:
            que = "sencilla o doble" if campo.endswith("orfandad") else "sí o no"
            yield from regla(hay & ~np.isin(getattr(casos, campo), (0, 1)), campo, que)
    propia = np.where(vivo, edad, np.nan)[:, None]
    yield from regla(
        hijos & (casos.hijos_edad >= propia), "hijos_edad", "un hijo menor que el asegurado"
    )
    yield from regla(
        padres & (casos.ascendientes_edad <= propia),
        "ascendientes_edad",
        "un ascendiente mayor que el asegurado",
    )
    yield from _composicion(casos, opciones, regla, hay_pareja, hay_hijos, hay_padres)


def _composicion(
    casos: Casos,
    opciones: Opciones,
    regla: Any,
    pareja: Any,
    hay_hijos: Any,
    hay_padres: Any,
) -> Iterator[Falta]:
    """The families that each type of a dead insured admits."""
    viudez, con_huerfanos = casos.es("viudez"), casos.es("viudez_orfandad")
    orfandad, ascendencia = casos.es("orfandad"), casos.es("ascendencia")
    yield from regla(
        (viudez | con_huerfanos) & ~pareja,
        "conyuge_edad",
        "un cónyuge, concubina o concubinario en la familia",
        Descripcion("una familia sin cónyuge"),
    )
    yield from regla(
        (con_huerfanos | orfandad) & ~hay_hijos,
        "hijos",
        "al menos un hijo en la familia",
        Descripcion("una familia sin hijos"),
    )
    derecho = casos.hijos_con_derecho(opciones)
    yield from regla(
        orfandad & hay_hijos & ~derecho.any(axis=1),
        "hijos",
        f"al menos un huérfano con derecho: menor de {ley().limite} años, estudiante menor de "
        f"{opciones.limite_hijos} o inválido",
        Descripcion("ningún huérfano con derecho"),
    )
    yield from regla(
        (orfandad | ascendencia) & pareja,
        "conyuge_edad",
        "una familia sin cónyuge (con él, el tipo es «viudez» o «viudez_orfandad»)",
        Descripcion("un cónyuge o concubino"),
    )
    for solos, con_ellos in ((viudez, "viudez_orfandad"), (ascendencia, "orfandad")):
        yield from regla(
            solos[:, None] & derecho,
            "hijos_edad",
            f"una familia sin hijos con derecho (con ellos, el tipo es «{con_ellos}»)",
            Descripcion("un hijo con derecho"),
        )
    yield from regla(
        ascendencia & ~hay_padres,
        "ascendientes",
        "al menos un ascendiente en la familia",
        Descripcion("una familia sin ascendientes"),
    )


def caso(
    tipo: str,
    edad: Any,
    sexo: Any,
    salario: Any,
    beneficiarios: Any = (),
    *,
    seguro: str | None = None,
    **numericas: Any,
) -> Casos:
    """One case from the rows of its family.

    Parameters
    ----------
    tipo : str              One of ``TIPOS``.
    edad, sexo : any        Insured, whole years; "H" or "M" (hombre, mujer, 1, 2). None in the
                            types of a dead insured.
    salario : float         Daily base wage, pesos; None with `cuantia_basica_mensual`.
    beneficiarios : rows    (parentesco, edad, sexo, invalido, estudia, orfandad), the last three
                            optional, or with a header in any order; a frame too. parentesco:
                            conyuge, concubina, concubinario, hijo, ascendiente. `sexo` may be
                            empty for concubina and concubinario. Empty: invalido no, estudia sí,
                            orfandad sencilla.
    seguro, **numericas     Fields of :class:`Casos`.

    Returns
    -------
    Casos                   Of one case.

    Raises
    ------
    DatoInvalido            Row and column of what is wrong: unknown kinship, two spouses, sex,
                            age... Ages against the tables are checked by `monto_constitutivo`.
    """
    tipo = leer_tipo(tipo, "tipo")
    if tipo in MUERTOS:
        edad = sexo = None
    pareja: dict[str, float] = {}
    hijos: list[list[float]] = []
    padres: list[list[float]] = []
    for donde, persona in familia(beneficiarios):
        if persona["parentesco"] == "pareja":
            if pareja:
                raise DatoInvalido(
                    donde, Descripcion("un segundo cónyuge o concubino"), "uno solo en la familia"
                )
            pareja = persona["datos"]
        elif persona["parentesco"] == "hijo":
            hijos.append(list(persona["datos"].values()))
        else:
            if len(padres) == 2:
                raise DatoInvalido(donde, Descripcion("un tercer ascendiente"), "dos como máximo")
            padres.append(list(persona["datos"].values())[:3])
    h = np.array(hijos, dtype=np.float64).reshape(1, -1, 5)
    a = np.full((1, 2, 3), np.nan)
    a[:, :, 1:] = 0.0
    if padres:
        a[0, : len(padres)] = padres
    return Casos(
        tipo=np.array([tipo]),
        edad=_numero(edad, "edad"),
        sexo=np.nan if sexo is None else biometria.sexo(sexo, "sexo"),
        salario_base_diario=_numero(salario, "salario_base_diario"),
        conyuge_edad=np.array([pareja.get("edad", np.nan)]),
        conyuge_sexo=pareja.get("sexo", 1.0),
        conyuge_invalido=pareja.get("invalido", 0.0),
        **{c: h[:, :, i] for i, c in enumerate(_HIJOS)},
        **{c: a[:, :, i] for i, c in enumerate(_PADRES)},
        seguro=None if seguro is None else np.array([leer_seguro(seguro, "seguro")]),
        **numericas,
    )


def _numero(valor: Any, donde: str) -> float:
    return np.nan if lectura.vacia(valor) else validacion.numero(valor, donde)


def familia(beneficiarios: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Members of a family table, each with its place for the messages.

    Yields the place and a dict: `parentesco` ("pareja", "hijo", "ascendiente") and `datos` (edad,
    sexo, invalido, estudia, orfandad).
    """
    if lectura.vacia(beneficiarios) if np.isscalar(beneficiarios) else beneficiarios is None:
        return
    if isinstance(beneficiarios, list | tuple) and not beneficiarios:
        return
    filas = lectura.filas_de(beneficiarios, "beneficiarios")
    leidas = lectura.renglones(filas, COLUMNAS, "beneficiarios", obligatorias=COLUMNAS[:3])
    for i, celdas in leidas:
        donde = f"beneficiarios, fila {i}"
        parentesco = lectura.clave(celdas.get("parentesco"))
        parentesco = _FEMENINOS.get(parentesco, parentesco)
        if parentesco not in PARENTESCOS:
            raise DatoInvalido(
                f"{donde}, columna «parentesco»",
                celdas.get("parentesco"),
                validacion.lista(PARENTESCOS),
            )
        yield (
            donde,
            {
                "parentesco": "pareja" if parentesco in PARENTESCOS[:3] else parentesco,
                "datos": _persona(parentesco, celdas, donde),
            },
        )


def _persona(parentesco: str, celdas: dict[str, Any], donde: str) -> dict[str, float]:
    por_nombre = {"concubina": 1, "concubinario": 0}.get(parentesco)
    if "sexo" in celdas or por_nombre is None:
        codigo = biometria.sexo(celdas.get("sexo"), f"{donde}, columna «sexo»")
        if por_nombre not in (None, codigo):
            raise DatoInvalido(
                f"{donde}, columna «sexo»",
                celdas["sexo"],
                f"{biometria.SEXOS[por_nombre or 0]} para «{parentesco}»",
            )
    else:
        codigo = por_nombre
    orfandad = celdas.get("orfandad", "sencilla")
    if lectura.clave(orfandad) not in ORFANDAD:
        raise DatoInvalido(f"{donde}, columna «orfandad»", orfandad, "sencilla o doble")
    return {
        "edad": validacion.numero(celdas.get("edad"), f"{donde}, columna «edad»"),
        "sexo": codigo,
        "invalido": lectura.si_no(celdas.get("invalido", False), f"{donde}, columna «invalido»"),
        "estudia": lectura.si_no(celdas.get("estudia", True), f"{donde}, columna «estudia»"),
        "orfandad": ORFANDAD[lectura.clave(orfandad)],
    }


def lugar_en_familia(beneficiarios: Any, campo: str, ranura: int | None) -> str | None:
    """Place, in the family table, of a field of `Casos`; None if it is not of a person."""
    columna = campo.split("_", 1)[-1]
    quien = {"conyuge": "pareja", "hijos": "hijo", "ascendientes": "ascendiente"}.get(
        campo.split("_", 1)[0]
    )
    if quien is None or "_" not in campo:
        return "beneficiarios" if quien else None
    orden = 0
    for donde, persona in familia(beneficiarios):
        if persona["parentesco"] == quien:
            if orden == (ranura or 0):
                return f"{donde}, columna «{columna}»"
            orden += 1
    return "beneficiarios"
