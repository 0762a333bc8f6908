"""Individual account, suma asegurada, costo fiscal and decision tree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pymodel import arbol_decision as arboles
from pymodel import cuenta_individual as cuenta
from pymodel import suma_asegurada as sumas
from xl.contrato import arg, entrada, funcion, salida

CATEGORIA = "IMSS Rentas vitalicias"

_ELECCIONES = {
    "orden": entrada.Opcion(cuenta.ORDENES),
    "convencion": entrada.Opcion(cuenta.CONVENCIONES),
    "ley": entrada.Opcion(cuenta.LEYES),
}
_SI_O_NO = ("con_vivienda", "cuota_social")
_NUMEROS = (
    "con_vivienda",
    "saldo_inicial",
    "saldo_inicial_vivienda",
    "anio_inicio",
    "anio_precios",
)


class _OpcionesDeCuenta(entrada.Opciones):
    """Named options; a yearly one may take one value per year, in the cells to its right."""

    def __call__(self, valor: Any, nombre: str) -> dict[str, Any]:
        """Only the options that were given; the model knows the defaults."""
        if not isinstance(valor, Mapping):
            filas = entrada.filas_de_opciones(valor, nombre)
            if len(filas[0]) > 2:
                valor = [[fila[0], _sin_vacios_al_final(fila[1:])] for fila in filas]
        dadas = super().__call__(valor, nombre)
        return {k: _leer(k, v, f"{nombre}, {k}") for k, v in dadas.items() if not entrada.vacio(v)}


def _sin_vacios_al_final(celdas: list[Any]) -> Any:
    """One value plain, several as a list."""
    while len(celdas) > 1 and entrada.vacio(celdas[-1]):
        celdas = celdas[:-1]
    return celdas if len(celdas) > 1 else celdas[0]


def _leer(opcion: str, valor: Any, lugar: str) -> Any:
    """A value as the model takes it: text folded, numbers read cell by cell."""
    if opcion in _ELECCIONES:
        return _ELECCIONES[opcion](valor, lugar)
    if isinstance(valor, str) and opcion.startswith("comision_"):
        return entrada.texto(valor, lugar)
    if opcion in _SI_O_NO and isinstance(valor, str | bool):
        return entrada.plegar(valor) if isinstance(valor, str) else valor
    if opcion in cuenta.ANUALES:
        return entrada.numeros(valor, lugar)
    if opcion in _NUMEROS:
        return entrada.numero(valor, lugar)
    return entrada.literal(valor, lugar)


class _Conteos(entrada.Tabla):
    """Counts of a decision tree; an empty count is the dash of the cuadro: no cases."""

    def __call__(self, valor: Any, nombre: str) -> list[tuple[Any, ...]]:
        """Rows (concepto, short run, long run)."""
        filas = entrada.cuadro(valor, nombre)
        for fila in filas:
            if not entrada.vacio(fila[0]):
                fila[1:] = [0.0 if entrada.vacio(c) else c for c in fila[1:]]
        return super().__call__(filas, nombre)


@funcion(
    categoria=CATEGORIA,
    ayuda="Saldo de la cuenta individual (RCV y Vivienda) año por año, en pesos constantes.",
    args={
        "salario_diario": arg(entrada.numero, "Salario base de cotización diario del primer año."),
        "anios": arg(entrada.numero, "Años de la proyección, de 1 a 100."),
        "opciones": arg(
            _OpcionesDeCuenta(dict.fromkeys(cuenta.OPCIONES)),
            "Dos columnas, nombre y valor (o un valor por año a la derecha): densidad, comision_"
            "saldo (0.0146 o «ifa2005»), con_vivienda (0.75), orden, convencion, ley (decretada, "
            "por_anio o fija) y demás de la guía. Omisión: IFA 2010.",
        ),
    },
    devuelve="Tabla con encabezado: un renglón por año con aportaciones, comisiones, rendimientos "
    "y saldos, y el saldo al cierre en la última columna.",
    ejemplo="=SALDO_CUENTA(250,30,A5:B12)",
    fuente="IFA 2005, L1124-1149 y cuadro II.1; IFA 2010, cuadro A.5; LSS, arts. 28 y 168.",
)
def saldo_cuenta(salario_diario: float, anios: Any, opciones: Any = None) -> Any:
    """See :func:`pymodel.cuenta_individual.saldo_cuenta`."""
    resultado = cuenta.saldo_cuenta(salario_diario, anios, **(opciones or {}))
    return salida.tabla(
        list(cuenta.Cuenta._fields),
        (
            [int(anio), int(antiguedad), *resto]
            for anio, antiguedad, *resto in zip(*resultado, strict=True)
        ),
    )


_SALDO = "Saldo de la cuenta individual (RCV y Vivienda); uno o uno por caso."
_SIN_GARANTIA = "Monto constitutivo de la pensión de ley, sin pensión garantizada; uno o un rango."


def _montos(resultado: Any) -> Any:
    return resultado if isinstance(resultado, float) else salida.columna(resultado)


@funcion(
    categoria=CATEGORIA,
    ayuda="Suma asegurada a cargo del IMSS: lo que falta al saldo para el monto constitutivo.",
    args={
        "mc_sin_garantia": arg(entrada.numeros, _SIN_GARANTIA),
        "saldo": arg(entrada.numeros, _SALDO),
    },
    devuelve="Máximo de 0 y MC - saldo; con rangos, uno por renglón.",
    ejemplo="=SUMA_ASEGURADA(900000,150000)",
    fuente="LSS, art. 159 fr. VII y VIII; IFA 2005, L1088-1126; IFA 2010, L118-137.",
)
def suma_asegurada(mc_sin_garantia: Any, saldo: Any) -> Any:
    """See :func:`pymodel.suma_asegurada.suma_asegurada`."""
    return _montos(sumas.suma_asegurada(mc_sin_garantia, saldo))


@funcion(
    categoria=CATEGORIA,
    ayuda="Costo fiscal: lo que pone el Gobierno Federal para llegar a la pensión garantizada.",
    args={
        "mc_garantizada": arg(
            entrada.numeros,
            "Monto constitutivo con pensión garantizada; 0 o el de ley si no hay diferencia.",
        ),
        "mc_sin_garantia": arg(entrada.numeros, _SIN_GARANTIA),
        "saldo": arg(entrada.numeros, _SALDO),
    },
    devuelve="Máximo de 0 y MC garantizado - máx(MC de ley, saldo); nunca va a cargo del IMSS.",
    ejemplo="=COSTO_FISCAL(1000000,900000,150000)",
    fuente="LSS, arts. 141 y 170; IFA 2005, L1059, L1084, L1580-1584; IFA 2010, L8583-8589.",
)
def costo_fiscal(mc_garantizada: Any, mc_sin_garantia: Any, saldo: Any) -> Any:
    """See :func:`pymodel.suma_asegurada.costo_fiscal`."""
    return _montos(sumas.costo_fiscal(mc_garantizada, mc_sin_garantia, saldo))


@funcion(
    categoria=CATEGORIA,
    ayuda="Árbol de decisión: qué parte de las pensiones iniciales toma cada rama en un año.",
    args={
        "conteos": arg(
            _Conteos(("concepto*", "casos_corto_plazo", "casos_largo_plazo")),
            "Como el cuadro A.6: concepto, casos de corto plazo y de largo plazo; «Padre - Hijo» "
            "cuelga de Padre. Celda vacía: 0 casos.",
        ),
        "anio_proyeccion": arg(
            entrada.serie, "Año de proyección, 1 el primero; del 16 en adelante, largo plazo."
        ),
    },
    devuelve="Tabla concepto y fracción de su rama de origen; con varios años, una columna cada "
    "uno. De corto a largo plazo en línea recta en 15 años (supuesto).",
    ejemplo="=ARBOL_DECISION(A5:C14,1)",
    fuente="IFA 2010, L9098-9338, cuadros A.6 y A.7.",
)
def arbol_decision(conteos: Any, anio_proyeccion: Any) -> Any:
    """See :func:`pymodel.arbol_decision.fracciones`."""
    arbol = arboles.arbol(conteos)
    fracciones = arboles.fracciones(arbol, anio_proyeccion)
    encabezado = ["fraccion"] if len(fracciones[0]) == 1 else _anios(anio_proyeccion)
    return salida.tabla(
        ["concepto", *encabezado],
        ([concepto, *fila] for concepto, fila in zip(arbol.conceptos, fracciones, strict=True)),
    )


def _anios(anios: Any) -> list[str]:
    return [f"fraccion_{anio:g}" for anio in anios.ravel()]
