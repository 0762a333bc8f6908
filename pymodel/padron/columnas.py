"""Columns of a padrón with the result of its audit, one family in each row, and their codes."""

from __future__ import annotations

from functools import cache

from pymodel import datos
from pymodel.microdatos import Columna, entidad

COMPLETA = 1
DESHABITADA, USO_TEMPORAL = 7, 8
DOMICILIO_NO_LOCALIZADO, VIVIENDA_NO_LOCALIZADA = 10, 11


@cache
def resultados_de_visita() -> dict[int, str]:
    """Return the codes of the result of a visit and what they mean (Anexo B, L8161-8175)."""
    tabla = datos.tabla("sps2006", "anexo_b_resultado_visita")
    return {
        int(codigo): str(texto).capitalize()
        for codigo, texto in zip(tabla["codigo"], tabla["descripcion"], strict=True)
    }


@cache
def familias() -> tuple[Columna, ...]:
    """Return the layout: the key of Reglamento art. 50, and the comparison with the home."""
    return (
        Columna("familia", "Clave única de identificación de la familia.", texto=True),
        Columna(
            "entidad",
            "Entidad federativa: nombre, abreviatura o clave del INEGI.",
            minimo=1,
            maximo=32,
            traducir=entidad,
        ),
        Columna("centro", "Centro de salud de adscripción.", texto=True),
        Columna(
            "decil",
            "Decil de ingreso de la CECASOEH: I y II, régimen no contributivo.",
            minimo=1,
            maximo=10,
            opcional=True,
            admite_vacio=True,
        ),
        Columna(
            "factor",
            "Factor de expansión de la muestra; sin él, cada familia cuenta por una.",
            decimal=True,
            opcional=True,
            admite_vacio=True,
        ),
        Columna(
            "resultado",
            "Código del resultado de la visita; vacío si no se visitó.",
            codigos=resultados_de_visita(),
            admite_vacio=True,
        ),
        Columna("listados", "Personas de la carátula (el padrón).", minimo=1, maximo=99),
        Columna(
            "afiliados",
            "De ellas, las que viven en el hogar y dicen estar afiliadas.",
            minimo=0,
            maximo=99,
            admite_vacio=True,
        ),
        Columna(
            "no_afiliados",
            "De ellas, las que viven en el hogar y dicen no estar afiliadas.",
            minimo=0,
            maximo=99,
            admite_vacio=True,
        ),
        Columna(
            "ausentes",
            "De ellas, las que no viven en el hogar.",
            minimo=0,
            maximo=99,
            admite_vacio=True,
        ),
        Columna(
            "otros_afiliados",
            "Personas del hogar afiliadas que no están en la carátula.",
            minimo=0,
            maximo=99,
            opcional=True,
            admite_vacio=True,
        ),
    )
