"""Sheets of the income services of the IFA 2010: rates, tiendas, velatorios, centros."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel import datos, servicios
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro
from xl.libros.comun.plano import NO, SI
from xl.libros.estilo import ENTERO, GRIS, PCT, VERDE, VINO, preparar
from xl.libros.guarderias_ssfam_servicios.comun import (
    Referencia,
    Renglon,
    cuadro,
    entradas,
    estado,
    nota,
    renglon,
)

TASAS, TIENDAS = "Supuestos de servicios", "Tiendas"
VELATORIOS, CENTROS = "Velatorios", "Centros vacacionales"
HISTORIA = tuple(range(2005, 2011))
FUTURO = servicios.ANIOS_2010[1:]
TODOS = (*HISTORIA, *FUTURO)
_H = [str(a) for a in HISTORIA]
MILES = "Miles de pesos de 2011"

CONCEPTOS = (
    ("ingresos", "Ingresos de tiendas y centros vacacionales"),
    ("personal", "Servicios de personal"),
    ("consumos", "Consumos"),
    ("mantenimiento", "Mantenimiento"),
    ("servicios_generales", "Servicios generales"),
    ("provision_rjp", "Provisión para el RJP y RJP"),
)
CRECIMIENTOS = tuple(
    Entrada(
        f"crec_{clave}",
        etiqueta,
        "tabla",
        [[float(x) for x in servicios.crecimientos_2010(clave)]],
        formato=PCT,
    )
    for clave, etiqueta in CONCEPTOS
)
ERROR = Entrada(
    "servicios_error",
    "Repetir los errores del informe",
    "si_no",
    NO,
    ayuda="«sí» divide entre 100 las tasas de velatorios y de gasto de los centros, e infla dos "
    "veces su depreciación, como hace el IFA 2010; «no» usa las tasas declaradas.",
)
PARTE = Entrada(
    "velatorios_personal",
    "Velatorios: parte del personal en el gasto del IMSS",
    "tasa",
    float(datos.parametro("velatorios_parte_personal", documento="ifa2010")),
    ayuda="Ajustada al cuadro IV.14; el resto crece con los servicios generales.",
    maximo=1.0,
)
INFLACION = Entrada(
    "servicios_inflacion",
    "Inflación esperada de 2011",
    "tasa",
    float(datos.parametro("inflacion_esperada", 2011, "ifa2010")),
    ayuda="Sólo interviene al repetir los errores.",
)


def supuestos(libro: Libro) -> None:
    """Write the sheet of the growth rates and of the switch."""
    hoja, e = libro.hoja(TASAS), libro.estilos
    preparar(
        hoja,
        e,
        "Supuestos de los servicios de ingreso",
        "Crecimiento real anual declarado en los cuadros IV.13 y X.18 del IFA 2010.",
        color="#B38E5D",
    )
    hoja.set_column(0, 0, 48)
    hoja.set_column(1, 6, 14)
    hoja.merge_range(3, 0, 3, 6, "Crecimiento real", e.seccion())
    hoja.write_string(4, 0, "Concepto", e.encabezado())
    for j, anio in enumerate(FUTURO, start=1):
        hoja.write_number(4, j, anio, e.encabezado(num_format=ENTERO))
    for i, entrada in enumerate(CRECIMIENTOS, start=5):
        hoja.write_string(i, 0, entrada.etiqueta, e.texto())
        entrada.escribir(libro, TASAS, i, 1)
    fila = 6 + len(CRECIMIENTOS)
    hoja.merge_range(fila, 0, fila, 6, "Otros supuestos", e.seccion())
    for i, entrada in enumerate((ERROR, PARTE, INFLACION), start=fila + 1):
        hoja.set_row(i, 28)
        hoja.write_string(i, 0, entrada.etiqueta, e.texto())
        entrada.escribir(libro, TASAS, i, 1)
        hoja.merge_range(i, 2, i, 6, entrada.ayuda, e.texto(font_color=GRIS, text_wrap=True))
    hoja.write_string(fila + 4, 0, "Divisor de las tasas", e.texto())
    hoja.write_formula(
        fila + 4,
        1,
        f'=IF(servicios_error="{SI}",{servicios.ESCALA_DEL_INFORME:g},'
        f'IF(servicios_error="{NO}",1,NA()))',
        e.calculo(ENTERO, align="center"),
    )
    libro.nombrar("servicios_divisor", TASAS, fila + 4, 1)
    nota(
        libro,
        TASAS,
        fila + 6,
        (
            "Las ventas de tiendas y los ingresos de centros crecen con tasas sin redondear, "
            "recuperadas del cuadro X.19; el informe imprime 1.1, 1.5, 1.2, 1.4 y 1.4 %.",
            "Las tiendas se proyectan en el informe con las tasas correctas: el interruptor no las "
            "toca.",
        ),
    )


# --- What the three statements share -----------------------------------------------------------


def crece(clave: str, tasa: str, divisor: str = "servicios_divisor") -> Callable[[Referencia], str]:
    """Previous year × (1 + rate of the year/divisor); the rates are a named row of five years."""

    def formula(ref: Referencia) -> str:
        columna = ref(clave).rstrip("0123456789")
        posicion = ord(columna) - ord("B") - len(HISTORIA) + 1
        entre = f"/{divisor}" if divisor else ""
        return f"{ref(clave, -1)}*(1+INDEX({tasa},{posicion}){entre})"

    return formula


def igual(clave: str) -> Callable[[Referencia], str]:
    """The same as the year before."""
    return lambda ref: ref(clave, -1)


def combina(*partes: tuple[str, int]) -> Callable[[Referencia], str]:
    """Sum of rows with their sign."""
    return lambda ref: "".join(f"{'+' if s > 0 else '-'}{ref(c)}" for c, s in partes).lstrip("+")


def _hoja(
    libro: Libro,
    nombre: str,
    titulo: str,
    fuente: str,
    renglones: list[tuple[Renglon, Callable[[Referencia], str] | None]],
    prefijo: str,
    publicado: list[float],
    notas: tuple[str, ...],
) -> None:
    """History and projection side by side: the same rows, each year a column."""
    hoja, e = libro.hoja(nombre), libro.estilos
    preparar(hoja, e, titulo, f"{MILES}. {fuente}", color="#B38E5D")
    hoja.set_column(0, 0, 44)
    hoja.set_column(1, len(TODOS), 11.5)
    hoja.freeze_panes(5, 1)
    historicos = [r for r, _ in renglones]
    filas = estado(libro, nombre, 3, "Estado de resultados", HISTORIA, historicos, prefijo)
    primera = 1 + len(HISTORIA)
    hoja.merge_range(3, primera, 3, primera + len(FUTURO) - 1, "Proyección", e.seccion())
    for j, anio in enumerate(FUTURO, start=primera):
        hoja.write_number(4, j, anio, e.encabezado(num_format=ENTERO))
    for r, regla in renglones:
        formula = regla or r.formula
        assert formula is not None, r.clave
        for j in range(primera, primera + len(FUTURO)):

            def ref(clave: str, mueve: int = 0, columna: int = j) -> str:
                return str(xl_rowcol_to_cell(filas[clave], columna + mueve))

            formato = e.total(r.numero) if r.total else e.calculo(r.numero)
            hoja.write_formula(filas[r.clave], j, f"={formula(ref)}", formato)
    fin = 5 + len(renglones)
    hoja.write_string(fin, 0, "Resultado publicado", e.texto())
    for j, valor in enumerate(publicado, start=1):
        hoja.write_number(fin, j, valor, e.publicado())
    libro.nombrar(f"{prefijo}_2015", nombre, filas["resultado"], len(TODOS))
    nota(libro, nombre, fin + 2, notas)
    _grafica(libro, nombre, filas["resultado"], fin)


def _grafica(libro: Libro, nombre: str, resultado: int, publicado: int) -> None:
    hoja = libro.hoja(nombre)
    chart = libro.libro.add_chart({"type": "line"})
    for i, titulo, linea in (
        (resultado, "Calculado", {"color": VERDE, "width": 2.25}),
        (publicado, "Publicado", {"color": VINO, "width": 1.5, "dash_type": "dash"}),
    ):
        chart.add_series(
            {
                "name": titulo,
                "categories": [nombre, 4, 1, 4, len(TODOS)],
                "values": [nombre, i, 1, i, len(TODOS)],
                "line": linea,
            }
        )
    chart.set_title({"name": "Resultado, miles de pesos de 2011", "name_font": {"size": 11}})
    chart.set_x_axis({"label_position": "low"})
    chart.set_y_axis({"num_format": "#,##0", "major_gridlines": {"visible": True}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 900, "height": 290})
    hoja.insert_chart(publicado + 6, 0, chart)
    hoja.fit_to_pages(1, 1)


def _publicado(numero: str, rotulo: str, anterior: list[float]) -> list[float]:
    """Printed result: history and projection (which repeats 2010)."""
    futuro = renglon("ifa2010", numero, rotulo, [str(a) for a in FUTURO])
    return [*anterior, *futuro]


# --- Tiendas -----------------------------------------------------------------------------------


def _x_17(clave: str, etiqueta: str, rotulo: str) -> Renglon:
    return Renglon(clave, etiqueta, renglon("ifa2010", "X.17", rotulo, _H))


def _relativo(concepto: str) -> list[float]:
    """A row of cuadro C.3 over its 2011: how the stores follow the IMSS."""
    fila = renglon("ifa2010", "C.3", concepto, [str(a) for a in FUTURO])
    return [x / fila[0] for x in fila]


SEGUIDOS = tuple(
    Entrada(f"tiendas_{clave}", etiqueta, "tabla", [_relativo(concepto)], formato="0.0000")
    for clave, etiqueta, concepto in (
        ("sigue_rjp", "RJP del IMSS, 2011 = 1", "Régimen de Jubilaciones"),
        ("sigue_personal", "Personal del IMSS, 2011 = 1", "Servicios de personal"),
        ("sigue_generales", "Servicios generales del IMSS, 2011 = 1", "Servicios generales"),
    )
)
OTROS_INGRESOS = Entrada(
    "tiendas_otros_futuros",
    "Otros ingresos 2011-2015 (insumo: el informe no dice su regla)",
    "tabla",
    [renglon("ifa2010", "X.19", "Otros ingresos", [str(a) for a in FUTURO])],
    formato="#,##0",
)
PROVISION_2011 = Entrada(
    "tiendas_provision_2011",
    "Provisión para el RJP de 2011 (insumo)",
    "numero",
    renglon("ifa2010", "X.19", "Provisión para el RJP", ["2011"])[0],
    ayuda="Miles de pesos de 2011; después sigue al RJP del IMSS.",
    formato="#,##0",
)
GASTO_2011 = tuple(
    Entrada(
        f"tiendas_gasto_{clave}",
        f"Gasto corriente de 2011: {etiqueta} (ajustado)",
        "numero",
        float(datos.parametro(f"tiendas_gasto_corriente_{clave}", 2011, "ifa2010")),
        ayuda="Miles de pesos de 2011.",
        formato="#,##0.0",
    )
    for clave, etiqueta in (
        ("personal", "personal"),
        ("servicios", "servicios generales"),
        ("constante", "parte constante"),
    )
)


def _posicion(ref: Referencia, clave: str) -> int:
    return ord(ref(clave).rstrip("0123456789")) - ord("B") - len(HISTORIA) + 1


def _gasto_tiendas(ref: Referencia) -> str:
    k = _posicion(ref, "corriente")
    return (
        f"tiendas_gasto_personal*INDEX(tiendas_sigue_personal,{k})"
        f"+tiendas_gasto_servicios*INDEX(tiendas_sigue_generales,{k})+tiendas_gasto_constante"
    )


FILAS_TIENDAS: list[tuple[Renglon, Callable[[Referencia], str] | None]] = [
    (_x_17("ventas", "Ventas (1)", "Ventas"), crece("ventas", "crec_ingresos", "")),
    (
        _x_17("otros", "Otros ingresos (2)", "Otros ingresos"),
        lambda r: f"INDEX(tiendas_otros_futuros,{_posicion(r, 'otros')})",
    ),
    (
        Renglon(
            "ingresos",
            "Ingresos totales (3)",
            formula=combina(("ventas", 1), ("otros", 1)),
            total=True,
        ),
        None,
    ),
    (
        _x_17("costo", "Costo de ventas (4)", "Costo de ventas"),
        lambda r: f"{r('costo', -1)}*{r('ventas')}/{r('ventas', -1)}",
    ),
    (_x_17("bonificaciones", "Bonificaciones (5)", "Bonificaciones"), igual("bonificaciones")),
    (_x_17("inventarios", "Diferencia de inventarios (6)", "Diferencia"), igual("inventarios")),
    (
        Renglon(
            "utilidad",
            "Utilidad bruta (7)",
            formula=combina(
                ("ingresos", 1), ("costo", -1), ("bonificaciones", -1), ("inventarios", -1)
            ),
            total=True,
        ),
        None,
    ),
    (_x_17("corriente", "Gasto corriente (8)", "Gasto corriente"), _gasto_tiendas),
    (
        Renglon(
            "operacion",
            "Resultado de operación (9)",
            formula=combina(("utilidad", 1), ("corriente", -1)),
            total=True,
        ),
        None,
    ),
    (
        _x_17("provision", "Provisión para el RJP (10)", "Provisión para RJP"),
        lambda r: f"tiendas_provision_2011*INDEX(tiendas_sigue_rjp,{_posicion(r, 'provision')})",
    ),
    (_x_17("gastos", "Otros gastos (11)", "Otros gastos"), igual("gastos")),
    (
        Renglon(
            "resultado",
            "Resultado total (12)",
            formula=combina(("operacion", 1), ("provision", -1), ("gastos", -1)),
            total=True,
        ),
        None,
    ),
    (
        Renglon(
            "margen",
            "Utilidad bruta/ventas",
            formula=lambda r: f"{r('utilidad')}/{r('ventas')}",
            numero=PCT,
        ),
        None,
    ),
    (
        Renglon(
            "perdida",
            "Resultado total/ventas",
            formula=lambda r: f"{r('resultado')}/{r('ventas')}",
            numero=PCT,
        ),
        None,
    ),
]


def tiendas(libro: Libro) -> None:
    """Write the sheet of the stores."""
    _hoja(
        libro,
        TIENDAS,
        "Sistema Nacional de Tiendas",
        "IFA 2010, cuadros X.17 a X.19.",
        FILAS_TIENDAS,
        "tiendas",
        _publicado("X.19", "Resultado total", renglon("ifa2010", "X.17", "Resultado total", _H)),
        (
            "Los costos siguen a las ventas; la provisión, al RJP del IMSS; el gasto corriente, a "
            "su personal y servicios generales (cuadro C.3), con partes ajustadas.",
        ),
    )
    hoja, e = libro.hoja(TIENDAS), libro.estilos
    fila = 26 + len(FILAS_TIENDAS)
    hoja.merge_range(fila, 0, fila, len(TODOS), "Supuestos de las tiendas", e.seccion())
    primera = 1 + len(HISTORIA)
    for i, entrada in enumerate((*SEGUIDOS, OTROS_INGRESOS), start=fila + 1):
        hoja.merge_range(i, 0, i, primera - 1, entrada.etiqueta, e.texto())
        entrada.escribir(libro, TIENDAS, i, primera)
    for i, entrada in enumerate((PROVISION_2011, *GASTO_2011), start=fila + 2 + len(SEGUIDOS)):
        hoja.merge_range(i, 0, i, primera - 1, entrada.etiqueta, e.texto())
        entrada.escribir(libro, TIENDAS, i, primera)


# --- Velatorios --------------------------------------------------------------------------------


def _iv_12(clave: str, etiqueta: str, rubro: str, quien: str) -> Renglon:
    df = cuadro("ifa2010", "IV.12")
    hay = df[
        (df["seccion"] == "Monto")
        & df["rubro"].str.startswith(rubro)
        & df["concepto"].str.startswith(quien)
    ]
    return Renglon(clave, etiqueta, [float(x) for x in hay.iloc[0][_H].to_numpy(np.float64)])


def _gasto_velatorios(ref: Referencia) -> str:
    k = _posicion(ref, "corriente_imss")
    mezcla = (
        f"velatorios_personal*INDEX(crec_personal,{k})"
        f"+(1-velatorios_personal)*INDEX(crec_servicios_generales,{k})"
    )
    return f"{ref('corriente_imss', -1)}*(1+({mezcla})/servicios_divisor)"


FILAS_VELATORIOS: list[tuple[Renglon, Callable[[Referencia], str] | None]] = [
    (_iv_12("ingresos_imss", "Ingresos, IMSS", "Ingresos", "IMSS"), igual("ingresos_imss")),
    (_iv_12("ingresos_fib", "Ingresos, FIBESO", "Ingresos", "FIBESO"), igual("ingresos_fib")),
    (_iv_12("costo", "Costo de ventas, FIBESO", "Costo de Ventas", "FIBESO"), igual("costo")),
    (
        Renglon(
            "utilidad",
            "Utilidad bruta (3)",
            formula=combina(("ingresos_imss", 1), ("ingresos_fib", 1), ("costo", -1)),
            total=True,
        ),
        None,
    ),
    (
        _iv_12("corriente_imss", "Gasto corriente, IMSS", "Gasto corriente", "IMSS"),
        _gasto_velatorios,
    ),
    (
        _iv_12("corriente_fib", "Gasto corriente, FIBESO", "Gasto corriente", "FIBESO"),
        igual("corriente_fib"),
    ),
    (_iv_12("otros_imss", "Otros gastos, IMSS", "Otros gastos", "IMSS"), igual("otros_imss")),
    (_iv_12("otros_fib", "Otros gastos, FIBESO", "Otros gastos", "FIBESO"), igual("otros_fib")),
    (
        _iv_12("provision", "Provisión de obligaciones, IMSS", "Provisión", "IMSS"),
        crece("provision", "crec_provision_rjp"),
    ),
    (
        Renglon(
            "gastos",
            "Gasto de operación (7)",
            formula=combina(
                *((c, 1) for c in ("corriente_imss", "corriente_fib", "otros_imss", "otros_fib")),
                ("provision", 1),
            ),
            total=True,
        ),
        None,
    ),
    (
        Renglon(
            "resultado",
            "Resultado neto (8)",
            formula=combina(("utilidad", 1), ("gastos", -1)),
            total=True,
        ),
        None,
    ),
    (
        Renglon(
            "resultado_imss",
            "Resultado del IMSS",
            formula=combina(
                ("ingresos_imss", 1), ("corriente_imss", -1), ("otros_imss", -1), ("provision", -1)
            ),
        ),
        None,
    ),
    (
        Renglon(
            "perdida",
            "Resultado neto/ingresos",
            formula=lambda r: f"{r('resultado')}/({r('ingresos_imss')}+{r('ingresos_fib')})",
            numero=PCT,
        ),
        None,
    ),
]


def velatorios(libro: Libro) -> None:
    """Write the sheet of the funeral homes."""
    historia = [
        float(x)
        for x in cuadro("ifa2010", "IV.12")
        .query('concepto == "Resultado neto (8)=(3)-(7)"')
        .iloc[0][_H]
        .to_numpy(np.float64)
    ]
    _hoja(
        libro,
        VELATORIOS,
        "Sistema Nacional de Velatorios, IMSS-FIBESO",
        "IFA 2010, cuadros IV.12 a IV.14.",
        FILAS_VELATORIOS,
        "velatorios",
        _publicado("IV.14", "Resultado neto", historia),
        (
            "Lo de FIBESO queda constante; lo del IMSS crece con las tasas de los supuestos.",
            "El informe divide esas tasas entre 100: el interruptor reproduce lo impreso.",
        ),
    )


# --- Centros vacacionales ----------------------------------------------------------------------


def _iv_15(clave: str, etiqueta: str, rotulo: str) -> Renglon:
    return Renglon(clave, etiqueta, renglon("ifa2010", "IV.15", rotulo, _H))


def _depreciacion(ref: Referencia) -> str:
    """That of 2010 stays; with the mistake it is inflated once more, in the first year."""
    if _posicion(ref, "depreciacion") > 1:
        return ref("depreciacion", -1)
    return f"{ref('depreciacion', -1)}*IF(servicios_divisor=1,1,1+servicios_inflacion)"


GASTOS = (
    ("personal", "Servicios de personal", "Servicios de personal", "personal"),
    ("consumos", "Consumos", "Consumos", "consumos"),
    ("mantenimiento", "Mantenimiento", "Mantenimiento", "mantenimiento"),
    ("generales", "Servicios generales", "Servicios generales", "servicios_generales"),
    ("rjp", "Régimen de Jubilaciones y Pensiones", "Régimen de Jubilaciones", "provision_rjp"),
)
FILAS_CENTROS: list[tuple[Renglon, Callable[[Referencia], str] | None]] = [
    (_iv_15("brutos", "Ingresos (1)", "Ingresos (1)"), crece("brutos", "crec_ingresos", "")),
    (_iv_15("descuentos", "Descuentos (2)", "Descuentos"), igual("descuentos")),
    (
        Renglon(
            "ingresos",
            "Ingresos netos (3)",
            formula=combina(("brutos", 1), ("descuentos", 1)),
            total=True,
        ),
        None,
    ),
    *((_iv_15(c, et, rotulo), crece(c, f"crec_{tasa}")) for c, et, rotulo, tasa in GASTOS),
    (
        Renglon(
            "corriente",
            "Gasto corriente (4)",
            formula=combina(*((c, 1) for c, _, _, _ in GASTOS)),
            total=True,
        ),
        None,
    ),
    (_iv_15("depreciacion", "Depreciaciones", "Depreciaciones"), _depreciacion),
    (
        _iv_15("anteriores", "Resultado de ejercicios anteriores", "Resultado de ejercicios"),
        lambda _: "0",
    ),
    (
        _iv_15("provision", "Provisión de obligaciones (8)", "Provisión obligaciones"),
        crece("provision", "crec_provision_rjp"),
    ),
    (_iv_15("traslado", "Traslado de la depreciación (9)", "Traslado"), lambda _: "0"),
    (
        Renglon(
            "resultado",
            "Excedente neto (11)",
            formula=combina(
                ("ingresos", 1),
                ("corriente", -1),
                ("depreciacion", -1),
                ("anteriores", -1),
                ("provision", -1),
                ("traslado", -1),
            ),
            total=True,
        ),
        None,
    ),
    (
        Renglon(
            "perdida",
            "Excedente neto/ingresos netos",
            formula=lambda r: f"{r('resultado')}/{r('ingresos')}",
            numero=PCT,
        ),
        None,
    ),
]


def centros(libro: Libro) -> None:
    """Write the sheet of the holiday centres."""
    _hoja(
        libro,
        CENTROS,
        "Centros vacacionales",
        "IFA 2010, cuadros IV.15 a IV.17.",
        FILAS_CENTROS,
        "centros",
        _publicado("IV.17", "Excedente neto", renglon("ifa2010", "IV.15", "Excedente neto", _H)),
        (
            "2010 trae un cargo único de 428,960 por ejercicios anteriores, que no se repite.",
            "El informe aplica las tasas de gasto divididas entre 100 e infla otra vez la "
            "depreciación: el interruptor reproduce lo impreso.",
        ),
    )


def _de(prefijo: str, filas: Any) -> tuple[Entrada, ...]:
    return entradas(prefijo, [r for r, _ in filas])


ENTRADAS = (
    *CRECIMIENTOS,
    ERROR,
    PARTE,
    INFLACION,
    *_de("tiendas", FILAS_TIENDAS),
    *SEGUIDOS,
    OTROS_INGRESOS,
    PROVISION_2011,
    *GASTO_2011,
    *_de("velatorios", FILAS_VELATORIOS),
    *_de("centros", FILAS_CENTROS),
)
