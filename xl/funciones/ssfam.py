"""Seguro de Salud para la Familia: fees, adverse selection, break-even premiums."""

from __future__ import annotations

from typing import Any

from pymodel import ssfam
from xl.contrato import arg, entrada, funcion, salida

CATEGORIA = "IMSS Guarderías y SSFAM"


@funcion(
    categoria=CATEGORIA,
    ayuda="Cuota anual del SSFAM por edad, actualizada con el INPC desde 2002 sin redondear.",
    args={
        "edad": arg(entrada.numeros, "Años cumplidos, un valor o una columna."),
        "anio": arg(entrada.numero, "De 2002 a 2013; después la fija el Consejo Técnico."),
    },
    devuelve="Pesos corrientes desde febrero del año; difiere del impreso en el redondeo.",
    ejemplo="=SSFAM_CUOTA(45,2010)",
    fuente="LSS, art. 242 hasta 2014; IFA 2005, cuadro III.8 (L2803-2826); IFA 2010, cuadro V.3.",
)
def ssfam_cuota(edad: Any, anio: float) -> Any:
    """See :func:`pymodel.ssfam.cuota`."""
    cuotas = ssfam.cuota(edad, anio)
    return salida.columna(cuotas) if len(cuotas) > 1 else salida.valor(cuotas[0])


@funcion(
    categoria=CATEGORIA,
    ayuda="Selección adversa del SSFAM: su costo contra el que tendría con las edades del RO.",
    args={
        "poblacion_ro": arg(entrada.serie, "Usuarios del Régimen Obligatorio por grupo (y sexo)."),
        "poblacion_ssfam": arg(entrada.serie, "Usuarios del SSFAM en los mismos grupos."),
        "costos": arg(entrada.serie, "Costo, o casos, por persona de cada grupo (y sexo)."),
    },
    devuelve="Tabla concepto, valor: poblaciones, observado, esperado con el perfil RO, impacto.",
    ejemplo="=SSFAM_SELECCION(B3:C19,E3:F19,H3:I19)",
    fuente="IFA 2005, L2890-2921 (estandarización directa).",
)
def ssfam_seleccion(poblacion_ro: Any, poblacion_ssfam: Any, costos: Any) -> Any:
    """See :func:`pymodel.ssfam.seleccion`."""
    s = ssfam.seleccion(poblacion_ro, poblacion_ssfam, costos)
    return salida.tabla(["concepto", "valor"], s._asdict().items())


@funcion(
    categoria=CATEGORIA,
    ayuda="Primas y aportaciones con las que el SSFAM se equilibra, 2011-2050.",
    args={
        "supuestos": arg(
            entrada.Opciones(ssfam.DEFECTOS),
            "Rango nombre y valor: los de MIFA_FLUJO (interpolacion, si falta, es pchip), "
            "aportacion_actual (4030.4), cambio_cuotas, cambio_aportacion_federal, cambio_gasto, "
            "crecimiento_adicional_gasto (fracciones).",
        )
    },
    devuelve="Tabla por año y promedio: mdp y pesos de 2011; PR y PMN con la actual = 100.",
    ejemplo="=SSFAM_EQUILIBRIO()",
    fuente="IFA 2010, cuadros V.4 a V.6 (L5875-6060).",
)
def ssfam_equilibrio(supuestos: Any = None) -> Any:
    """See :func:`pymodel.ssfam.equilibrio_por_anio`."""
    return salida.dataframe(ssfam.equilibrio_por_anio(entrada.opciones_dadas(supuestos)))
