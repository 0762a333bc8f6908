"""Financial statements, allocation among insurances, loans of the ROCF."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pymodel.mifa import estados, reparto, reservas
from xl.contrato import arg, entrada, funcion, salida

CATEGORIA = "IMSS Estados financieros"

_PARTIDAS = (
    "Primera columna: renglones de {}; las demás, un año cada una (con encabezado o sin él). Lo "
    "que es suma puede ir o faltar."
)


@funcion(
    categoria=CATEGORIA,
    ayuda="Flujo de efectivo con sus renglones derivados: egresos, excedente, saldos de la RO.",
    args={"partidas": arg(entrada.cuadro, _PARTIDAS.format("IFA 2005 I.3 o IFA 2010 C.3"))},
    devuelve="La tabla, con encabezado, los renglones dados y los derivados. Si algo no suma, un "
    "error dice qué y por cuánto.",
    ejemplo="=FLUJO_EFECTIVO(A4:E17)",
    fuente="IFA 2005, cuadro I.3; IFA 2010, cuadro C.3.",
)
def flujo_efectivo(partidas: Any) -> Any:
    """See :func:`pymodel.mifa.estados.completar`."""
    return _tabla(estados.completar(estados.leer(partidas, estados.FLUJOS, "partidas")))


@funcion(
    categoria=CATEGORIA,
    ayuda="Estado de ingresos y gastos y de efectivo, con sus renglones derivados.",
    args={
        "partidas": arg(
            entrada.cuadro, _PARTIDAS.format("IFA 2005 I.4 o I.6, o IFA 2010 I.1 o I.2")
        )
    },
    devuelve="La tabla, con encabezado, los renglones dados y los derivados. Si algo no suma, un "
    "error dice qué y por cuánto.",
    ejemplo="=ESTADO_RESULTADOS(A4:E16)",
    fuente="IFA 2005, cuadros I.4 e I.6; IFA 2010, cuadros I.1 e I.2.",
)
def estado_resultados(partidas: Any) -> Any:
    """See :func:`pymodel.mifa.estados.completar`."""
    return _tabla(estados.completar(estados.leer(partidas, estados.ESTADOS, "partidas")))


@funcion(
    categoria=CATEGORIA,
    ayuda="Reparto de un monto del RJP entre los cinco seguros. En % de SRT, SEM, SIV, SGPS y "
    "SSFAM: 2010_pleno 4.690, 88.665, 0.611, 3.038, 2.996; 2005_flujo 4.66, 88.15, 0.63, 3.60, "
    "2.96.",
    args={
        "monto": arg(entrada.numeros, "Monto del Instituto, uno o una columna, en mdp."),
        "clave": arg(
            entrada.cuadro,
            '"2010_pleno", "2010_parcial" (4.781, 87.462, 0.766, 4.059, 2.932), "2010_jubilado" '
            '(4.691, 88.661, 0.614, 3.038, 2.996), "2005_flujo", "2005_otros" (4.679, 87.172, '
            '0.803, 4.441, 2.905), "2011_flujo" (4.7, 88.5, 0.6, 3.1, 3.1) o cinco fracciones.',
        ),
    },
    devuelve="Encabezado SRT, SEM, SIV, SGPS, SSFAM y un renglón por monto.",
    ejemplo='=REPARTO_RJP(665662,"2010_pleno")',
    fuente="Claves recuperadas de IFA 2005, I.6 a I.13; IFA 2010, I.1 a V.1.",
)
def reparto_rjp(monto: Any, clave: Any = "2010_pleno") -> Any:
    """See :func:`pymodel.mifa.reparto.reparto_rjp`."""
    repartido = reparto.reparto_rjp(monto, _clave(clave))
    return salida.tabla(reparto.SEGUROS, repartido.reshape(-1, len(reparto.SEGUROS)))


@funcion(
    categoria=CATEGORIA,
    ayuda="Reparto de un gasto común en proporción a factores de utilización.",
    args={
        "monto": arg(entrada.numero, "Gasto común."),
        "factores": arg(
            entrada.serie,
            "Uno por seguro: unidades de uso (servicios, horas, m²) o fracciones que sumen 1.",
        ),
    },
    devuelve="Un renglón con la parte de cada uno; suma el monto.",
    ejemplo="=REPARTO_GASTO(1000,A5:A9)",
    fuente="LSS, art. 277 E; IFA 2005, L486 y L836.",
)
def reparto_gasto(monto: float, factores: Any) -> Any:
    """See :func:`pymodel.mifa.reparto.reparto_gasto`."""
    return salida.fila(reparto.reparto_gasto(monto, factores))


@funcion(
    categoria=CATEGORIA,
    ayuda="Prorrateo de un pago entre deudores según lo prestado a cada uno.",
    args={
        "pago": arg(entrada.numeros, "Pago de capital o de interés, uno o una columna."),
        "participaciones": arg(entrada.serie, "Lo prestado a cada deudor, o su participación."),
    },
    devuelve="Un renglón por pago, una columna por deudor; cada renglón suma su pago.",
    ejemplo="=PRORRATEO(1776000,B5:D5)",
    fuente="IFA 2005, cuadros I.14, I.16 e I.17.",
)
def prorrateo(pago: Any, participaciones: Any) -> Any:
    """See :func:`pymodel.mifa.reparto.prorrateo`."""
    partes = reparto.prorrateo(pago, participaciones)
    return [salida.fila(renglon)[0] for renglon in partes.reshape(-1, partes.shape[-1])]


@funcion(
    categoria=CATEGORIA,
    ayuda="Costo neto del periodo: laboral + financiero - rendimientos + amortizaciones.",
    args={
        "costo_laboral": arg(entrada.numeros, "Un valor o una columna de años, mdp."),
        "costo_financiero": arg(entrada.numeros, "Interés de la obligación, mdp."),
        "rendimientos": arg(entrada.numeros, "De los activos del plan, en positivo, mdp."),
        "amortizaciones": arg(
            entrada.numeros, "De pérdidas, servicios anteriores y transición, mdp."
        ),
    },
    devuelve="Costo, mdp; un renglón por año.",
    ejemplo="=COSTO_NETO_PERIODO(100,80,5,20)",
    fuente="NIF D-3; IFA 2010, L182-183.",
)
def costo_neto_periodo(
    costo_laboral: Any, costo_financiero: Any, rendimientos: Any, amortizaciones: Any
) -> Any:
    """See :func:`pymodel.mifa.reparto.costo_neto_periodo`."""
    costo = reparto.costo_neto_periodo(
        costo_laboral, costo_financiero, rendimientos, amortizaciones
    )
    return salida.columna(costo) if costo.size > 1 else salida.valor(costo[0])


@funcion(
    categoria=CATEGORIA,
    ayuda="Tope de la ROCF: días de ingreso promedio global del año anterior (ingresos/365).",
    args={
        "ingresos_anuales": arg(entrada.numero, "Ingresos del Instituto en el año anterior."),
        "dias": arg(entrada.numero, "Días de ingreso."),
    },
    devuelve="En la unidad de los ingresos.",
    ejemplo="=ROCF_LIMITE(177718)",
    fuente="LSS, art. 283; IFA 2005, L372.",
)
def rocf_limite(ingresos_anuales: float, dias: float = 60.0) -> Any:
    """See :func:`pymodel.mifa.reservas.rocf_limite`."""
    return salida.valor(reservas.rocf_limite(ingresos_anuales, dias))


@funcion(
    categoria=CATEGORIA,
    ayuda="Tope del préstamo de la ROCF a un seguro: días de su ingreso promedio del año anterior.",
    args={
        "ingresos_anuales_seguro": arg(entrada.numero, "Ingresos del seguro en el año anterior."),
        "dias": arg(entrada.numero, "Días de ingreso."),
    },
    devuelve="En la unidad de los ingresos.",
    ejemplo="=PRESTAMO_LIMITE(1003.7)",
    fuente="LSS, art. 283; IFA 2005, L376.",
)
def prestamo_limite(ingresos_anuales_seguro: float, dias: float = 90.0) -> Any:
    """See :func:`pymodel.mifa.reservas.prestamo_limite`."""
    return salida.valor(reservas.prestamo_limite(ingresos_anuales_seguro, dias))


@funcion(
    categoria=CATEGORIA,
    ayuda="Pagos de un préstamo de la ROCF: capital igual cada año e interés sobre el saldo.",
    args={
        "monto": arg(entrada.numero, "Importe prestado."),
        "anios": arg(entrada.numero, "Pagos anuales; la ley admite hasta 3."),
        "tasa": arg(entrada.numero, "Interés anual, fracción decimal."),
    },
    devuelve="Tabla anio, saldo (antes del pago), capital, interes, pago.",
    ejemplo="=PRESTAMO_ROCF(6707518.1,3,0.0626)",
    fuente="LSS, art. 283; IFA 2005, L358-364. La tasa no está impresa.",
)
def prestamo_rocf(monto: float, anios: float, tasa: float) -> Any:
    """See :func:`pymodel.mifa.reservas.prestamo_rocf`."""
    pagos = reservas.prestamo_rocf(monto, anios, tasa)
    filas = [(i, *fila) for i, fila in enumerate(zip(*pagos, strict=True), 1)]
    return salida.tabla(["anio", *pagos._fields], filas)


def _clave(valor: Any) -> Any:
    """A name, or the numbers of a range."""
    if isinstance(valor, str):
        return valor
    celdas = [c for renglon in valor for c in renglon]
    if len(celdas) == 1 and isinstance(celdas[0], str):
        return entrada.plegar(celdas[0])
    return entrada.serie(celdas, "clave")


def _tabla(df: pd.DataFrame) -> Any:
    """A statement with its years as numbers where they are years."""
    encabezado: list[Any] = [estados.CONCEPTO]
    encabezado += [int(a) if str(a).isdigit() else a for a in df.columns]
    filas = ([rotulo, *valores] for rotulo, valores in zip(df.index, df.to_numpy(), strict=True))
    return salida.tabla(encabezado, filas)
