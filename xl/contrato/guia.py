"""Parts of the documents that are generated: functions, checks, errors of the interpolation.

``python -m xl.contrato.guia`` writes them again between their markers; a test fails when what the
documents say is out of date.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from pymodel import conciliacion, datos, finanzas
from pymodel.conciliacion.registro import TIPOS
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.valuacion import CASOS, Caso, anualizar, impresos, publicado, supuestos_base
from xl.contrato.registro import Funcion, registro

DOCS = Path(__file__).resolve().parents[2] / "docs"


def funciones() -> str:
    """A table of functions for each category: syntax, what it does, arguments."""
    import udfs

    assert udfs.__all__  # importing it declares them
    partes = []
    orden = sorted(registro(), key=lambda f: (f.categoria, f.nombre))
    for categoria, grupo in itertools.groupby(orden, key=lambda f: f.categoria):
        tabla = _table(["Función", "Qué hace", "Argumentos"], map(_function, grupo))
        partes += [f"### {categoria}", tabla]
    return "\n\n".join(partes)


def _function(f: Funcion) -> list[str]:
    # The guide writes formulas as Excel of Mexico takes them: arguments parted by commas.
    sintaxis = f.sintaxis.replace("; ", ", ")
    return [
        f"`{sintaxis}`",
        f"{f.ayuda} Devuelve: {f.devuelve} Ejemplo: `{f.ejemplo}`",
        "<br>".join(f"`{a.nombre}`: {a.ayuda}" for a in f.argumentos),
    ]


def verificaciones() -> str:
    """How many checks there are: document, kind, outcome."""
    resultados = conciliacion.conciliar()
    cuenta = Counter((r.id.split(".")[0], r.tipo, r.resultado) for r in resultados)
    filas = []
    for resumen in (*conciliacion.MODULOS, None):
        for tipo in (*TIPOS, None):
            cumplen, fallan = (
                sum(
                    n
                    for (de, clase, juicio), n in cuenta.items()
                    if resumen in (de, None) and tipo in (clase, None) and juicio == cual
                )
                for cual in (conciliacion.CUMPLE, conciliacion.FALLA_ESPERADA)
            )
            if (resumen is None) == (tipo is None) and cumplen + fallan:
                filas.append([resumen or "**Todas**", tipo or "", cumplen, fallan])
    sin_explicar = sum(not r.explicado for r in resultados)
    tabla = _table(["Resumen", "Tipo", "Cumplen", "Fallan con explicación"], filas)
    return f"{tabla}\n\nSin explicar: {sin_explicar}."


def interpolacion() -> str:
    """Error of each method against the printed present values, per cent of the print."""
    filas: list[list[str]] = []
    for caso in CASOS:
        horizonte, impreso = _printed_present_values(caso)
        s, previos = supuestos_base(caso), impresos(caso)
        errores = {}
        for metodo in finanzas.METODOS:
            flujos = anualizar(previos.anios, previos.masa, previos.gasto, metodo)
            series = np.column_stack([flujos.masa, flujos.gasto.sum(axis=1)])[:horizonte]
            vp = finanzas.valor_presente(
                series, s.tasa, crecimiento_perpetuo=s.crecimiento if s.perpetuidad else None
            )
            errores[metodo] = 100 * (np.asarray(vp) / impreso - 1)
        for j, serie in enumerate(("salarios", "gasto total")):
            filas.append(
                [
                    f"{caso.titulo}, {horizonte} años",
                    serie,
                    *(
                        f"**{e[j]:+.3f}**" if m == caso.metodo else f"{e[j]:+.3f}"
                        for m, e in errores.items()
                    ),
                ]
            )
    return _table(["Valuación", "Flujo", *(f"`{m}`" for m in finanzas.METODOS)], filas)


def _printed_present_values(caso: Caso) -> tuple[int, np.ndarray]:
    """Horizon in years, and the printed present values of wages and of all expenditure, mdp.

    Where the print at 100 years includes a run-off that was fitted to it, the print at 50 years,
    which has none, is the one that tells how good a method is.
    """
    if not caso.cola:
        oficial = publicado(caso)
        return 100, np.array([oficial.vpsf, sum(oficial.vp_gasto)])
    cuadro = datos.tabla(caso.documento, caso.tabla)
    renglon = cuadro[cuadro.iloc[:, 0].astype(str).str.startswith("Valor presente 50")].iloc[0]
    gasto = sum(float(renglon[c.columna]) for c in caso.componentes)
    return 50, np.array([float(renglon[caso.columna_masa]), gasto])


def _table(encabezado: Sequence[str], filas: Iterable[Sequence[object]]) -> str:
    renglones = [encabezado, ["---"] * len(encabezado), *filas]
    return "\n".join("| " + " | ".join(map(str, r)) + " |" for r in renglones)


SECCIONES: dict[str, Callable[[], str]] = {
    "funciones": funciones,
    "verificaciones": verificaciones,
    "interpolacion": interpolacion,
}


def generar(texto: str) -> str:
    """The same document with each of its generated parts as it should be.

    Parameters
    ----------
    texto : str     Markdown with parts between ``<!-- name:inicio -->`` and ``<!-- name:fin -->``.

    Raises
    ------
    DatoInvalido    If a part is not one of ``SECCIONES`` or has no end.
    """

    def part(hallado: re.Match[str]) -> str:
        nombre = hallado[1]
        if nombre not in SECCIONES:
            raise DatoInvalido("sección generada", nombre, f"una de: {', '.join(SECCIONES)}")
        return f"<!-- {nombre}:inicio -->\n\n{SECCIONES[nombre]()}\n\n<!-- {nombre}:fin -->"

    resultado, partes = re.subn(
        r"<!-- (\w+):inicio -->.*?<!-- \1:fin -->", part, texto, flags=re.DOTALL
    )
    if partes != texto.count(":inicio -->"):
        raise DatoInvalido(
            "sección generada", Descripcion("un inicio sin su fin"), "las dos marcas de cada una"
        )
    return resultado


def main() -> None:
    """Write the generated parts of every document again, and the VBA module to import by hand."""
    import udfs
    from xl.vba import codigo

    assert udfs.__all__
    codigo.exportar(registro(), codigo.EXPORTADO)
    for documento in sorted(DOCS.glob("*.md")):
        texto = documento.read_text(encoding="utf-8")
        nuevo = generar(texto)
        if nuevo != texto:
            documento.write_text(nuevo, encoding="utf-8", newline="\n")
            print(f"Actualizado: {documento.name}")


if __name__ == "__main__":
    main()
