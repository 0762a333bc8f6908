"""Columns of a census sample, one person in each row, and their codes.

The variables are those that the report names (No asegurados 2004, L41); the codes are ours and are
listed in the analyst's guide: a file with others is translated before it is read.
"""

from __future__ import annotations

from pymodel.microdatos import Columna, entidad

JEFE, CONYUGE, HIJO, PADRE, SUEGRO, NIETO, HERMANO, OTRO_PARIENTE, SIN_PARENTESCO = range(1, 10)
PARENTESCOS = {
    JEFE: "jefe o jefa del hogar",
    CONYUGE: "esposo(a) o compañero(a) del jefe",
    HIJO: "hijo(a), también adoptivo, del jefe o de su cónyuge",
    PADRE: "padre o madre del jefe",
    SUEGRO: "suegro(a) del jefe",
    NIETO: "nieto(a) del jefe",
    HERMANO: "hermano(a) del jefe",
    OTRO_PARIENTE: "otro pariente",
    SIN_PARENTESCO: "sin parentesco, también trabajo doméstico",
}

IMSS, ISSSTE, PEMEX, OTRA, NINGUNA = range(1, 6)
NO_ESPECIFICADO = 9
INSTITUCIONES = {
    IMSS: "IMSS",
    ISSSTE: "ISSSTE",
    PEMEX: "PEMEX, Defensa o Marina",
    OTRA: "otra institución",
    NINGUNA: "no tiene derecho",
    NO_ESPECIFICADO: "no especificado",
}

SI, NO = 1, 2
SI_NO = {SI: "sí", NO: "no", NO_ESPECIFICADO: "no especificado"}

SOLTERO = 1
ESTADOS_CONYUGALES = {
    SOLTERO: "soltero(a)",
    2: "casado(a)",
    3: "en unión libre",
    4: "separado(a)",
    5: "divorciado(a)",
    6: "viudo(a)",
    NO_ESPECIFICADO: "no especificado",
}

TRABAJA, PENSIONADO = 1, 5
ACTIVIDADES = {
    TRABAJA: "trabaja",
    2: "busca trabajo",
    3: "estudia",
    4: "quehaceres del hogar",
    PENSIONADO: "jubilado(a) o pensionado(a)",
    6: "incapacitado(a) para trabajar",
    7: "no trabaja, otra situación",
    NO_ESPECIFICADO: "no especificado",
}

HOMBRE, MUJER = 1, 2
EDAD_DESCONOCIDA = 999

PERSONAS = (
    Columna("hogar", "Clave del hogar, igual en todos sus integrantes.", texto=True),
    Columna(
        "entidad",
        "Entidad federativa: nombre, abreviatura o clave del INEGI.",
        minimo=1,
        maximo=32,
        traducir=entidad,
    ),
    Columna("factor", "Factor de expansión, el mismo en todo el hogar.", decimal=True),
    Columna("parentesco", "Parentesco con el jefe del hogar.", codigos=PARENTESCOS),
    Columna(
        "edad",
        "Años cumplidos.",
        minimo=0,
        maximo=130,
        admite={EDAD_DESCONOCIDA: "no especificada"},
    ),
    Columna(
        "sexo",
        "Distingue a la esposa del esposo; no está en la lista del informe.",
        codigos={HOMBRE: "hombre", MUJER: "mujer"},
        opcional=True,
        admite_vacio=True,
    ),
    Columna("derechohabiencia", "Institución que la persona declara.", codigos=INSTITUCIONES),
    Columna("discapacidad", "Tiene una discapacidad o incapacidad.", codigos=SI_NO),
    Columna(
        "asistencia", "Asiste a la escuela; vacío en menores.", codigos=SI_NO, admite_vacio=True
    ),
    Columna(
        "estado_conyugal",
        "Vacío en menores de 12 años.",
        codigos=ESTADOS_CONYUGALES,
        admite_vacio=True,
    ),
    Columna(
        "actividad",
        "Condición de actividad; vacío en menores de 12 años.",
        codigos=ACTIVIDADES,
        admite_vacio=True,
    ),
)
