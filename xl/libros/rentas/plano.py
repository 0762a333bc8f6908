"""Sheets and inputs of the workbook."""

from __future__ import annotations

from typing import Any

from pymodel import datos, rentas
from xl.libros.comun.entradas import Entrada
from xl.libros.rentas import ejemplos

CASO = "Caso"
DESGLOSE = "Desglose"
SENSIBILIDAD = "Sensibilidad"
CARTERA = "Cartera"
RESULTADO_CARTERA = "Cartera calculada"
TABLAS = "Tablas biométricas"
ESTADISTICAS = "Rentas otorgadas"

BASES = ("1997", "2009", "2015", "RCS")
FORMULAS = "Las fórmulas oficiales (CUSF Anexo 14.2.1) no se pudieron leer."

ASEGURADO = (
    Entrada(
        "caso_tipo",
        "Tipo de pensión",
        "opcion",
        "invalidez",
        ayuda="Invalidez, incapacidad total o parcial; los cuatro últimos, por un asegurado que "
        "ya murió.",
        opciones=rentas.TIPOS,
    ),
    Entrada(
        "caso_edad",
        "Edad",
        "entero",
        45,
        "años",
        "Años cumplidos del pensionado; no se usa si el asegurado ya murió.",
        minimo=15,
        maximo=110,
        vacia=True,
    ),
    Entrada(
        "caso_sexo",
        "Sexo",
        "opcion",
        "H",
        ayuda="H, hombre; M, mujer. No se usa si el asegurado ya murió.",
        opciones=("H", "M"),
        vacia=True,
    ),
    Entrada(
        "caso_salario",
        "Salario base diario",
        "pesos",
        200.0,
        "pesos",
        "IV: promedio de 500 semanas (SALARIO_PROMEDIO_500); RT: el de cotización. Vacío si se "
        "da la cuantía mensual.",
        vacia=True,
    ),
    Entrada(
        "caso_bases",
        "Bases biométricas",
        "opcion",
        "1997",
        ayuda="1997: EMSSA-97 y EMSSI-97; 2009: EMSSA-09; 2015: EMSSA-15; RCS: EMSSA-RCS-15. Las "
        "tres últimas, con EMSSI-IMSS-RCS-12 para inválidos e incapacitados.",
        opciones=BASES,
    ),
    Entrada(
        "caso_tasa",
        "Tasa real",
        "tasa",
        0.035,
        "anual",
        "3.5 % en las pólizas anteriores al SAOR (CUSF 14.2.8); después, la postura de cada "
        "aseguradora.",
    ),
)

COLUMNAS_FAMILIA = ("parentesco", "edad", "sexo", "invalido", "estudia", "orfandad")
RENGLONES_FAMILIA = 10
RENGLONES_DESGLOSE = 105
"""What the breakdown of the largest family takes."""

_VACIO: list[Any] = [None] * len(COLUMNAS_FAMILIA)
FAMILIA = Entrada(
    "caso_familia",
    "Familia",
    "tabla",
    [
        ["conyuge", 43, "M", None, None, None],
        ["hijo", 12, "H", "no", "sí", None],
        ["hijo", 9, "M", "no", "sí", None],
        *([*_VACIO] for _ in range(RENGLONES_FAMILIA - 3)),
    ],
    formato="General",
    centrada=True,
)
LISTAS_FAMILIA = {
    0: ("conyuge", "concubina", "concubinario", "hijo", "ascendiente"),
    2: ("H", "M"),
    3: ("sí", "no"),
    4: ("sí", "no"),
    5: ("sencilla", "doble"),
}


def _garantizada() -> float:
    return float(datos.parametro("pension_garantizada_invalidez", documento="lss"))


def _opcion(nombre: str, tipo: str, ayuda: str, **mas: Any) -> Entrada:
    defecto = mas.pop("defecto", rentas.DEFECTOS[nombre])
    return Entrada(f"opcion_{nombre}", nombre, tipo, defecto, ayuda=ayuda, vacia=True, **mas)


OPCIONES = (
    _opcion("saldo", "pesos", "Cuenta individual (RCV y Vivienda), pesos.", defecto=150_000.0),
    _opcion(
        "pension_garantizada_mensual",
        "pesos",
        "Piso del art. 141, pesos al mes; sólo IV. Aquí, la de invalidez de 2020 (LSS, art. 170, "
        "60 años y un salario mínimo); 0: sin piso.",
        defecto=_garantizada(),
    ),
    _opcion(
        "orden_tope",
        "opcion",
        "piso_despues: el piso vence al tope del art. 143; tope_despues: al revés.",
        opciones=("piso_despues", "tope_despues"),
    ),
    _opcion(
        "ayuda_asistencial",
        "tasa",
        "La extra del art. 140, hasta 20 % de la cuantía; las de 15 y 10 % del 138 son "
        "automáticas.",
        maximo=0.20,
    ),
    _opcion(
        "aguinaldo",
        "opcion",
        "base: un doceavo del mayor entre cuantía y piso; cb: un doceavo de la cuantía.",
        opciones=("base", "cb"),
    ),
    _opcion(
        "incremento",
        "opcion",
        "11 % del Décimo Cuarto Transitorio, que las valuaciones del IFA aplican y aquí no es lo "
        "que se omite: inmediato o a_los_60.",
        opciones=("ninguno", "inmediato", "a_los_60"),
    ),
    _opcion(
        "pagos",
        "opcion",
        "ciertos: doce pagos ciertos por año; 11/24: la corrección ä - 11/24.",
        opciones=("ciertos", "11/24"),
    ),
    _opcion("margen", "tasa", "Margen de seguridad: 2 % (CUSF 14.2.9, casi seguro)."),
    _opcion("gastos", "tasa", "Gastos: ningún texto oficial leído los fija."),
    _opcion("facbi", "numero", "Factor de inflación sobre la prima neta.", minimo=0.0001),
    _opcion("pagos_vencidos", "pesos", "Pesos que se suman fuera del margen."),
    _opcion(
        "desercion",
        "opcion",
        "Deserción escolar (EMDE-IMSS-09). Vacío: ninguna con 1997, acumulada con las demás.",
        opciones=("ninguna", "acumulada", "edad_alcanzada"),
    ),
    _opcion(
        "limite_hijos",
        "entero",
        "Edad a la que termina el derecho del que estudia.",
        minimo=16,
        maximo=25,
    ),
    _opcion(
        "sobrevivencia",
        "si_no",
        "Seguro de sobrevivencia. Vacío: sí, salvo en ipp.",
    ),
    _opcion(
        "grado",
        "numero",
        "Por ciento de incapacidad, sólo ipp: 65. Hasta 25 procede indemnización global.",
        minimo=1,
        maximo=100,
    ),
    _opcion("seguro", "opcion", "Del asegurado que murió: IV o RT.", opciones=("IV", "RT")),
    _opcion(
        "cuantia_basica_mensual",
        "pesos",
        "En lugar del salario: cuantía básica (IV) o pensión por IPT (RT), pesos al mes.",
    ),
    _opcion(
        "dias_mes",
        "numero",
        "Días de un mes: 365/12. La ley no los fija.",
        minimo=28,
        maximo=31,
        formato="0.0000",
    ),
    _opcion("fecha", "fecha", "Fecha de la valuación; la piden los factores de mejora por año."),
    _opcion(
        "tabla_activos",
        "texto",
        "En lugar de la tabla de las bases: otro nombre, o edad:hombres:mujeres; …",
    ),
    _opcion("tabla_invalidos", "texto", "Lo mismo, para inválidos e incapacitados."),
    _opcion(
        "tabla_invalidez_hijos",
        "texto",
        "Tasas de invalidez de los hijos, edad:hombres:mujeres; … Vacío: PSIH no incluida (no se "
        "consiguió EISS-97).",
    ),
    _opcion(
        "factores_mejora",
        "texto",
        "Factores sobre q, edad:hombres:mujeres; … Vacío: sin mejora (no se consiguieron).",
    ),
)

TASAS = Entrada(
    "sens_tasas",
    "Tasas",
    "tabla",
    [[t] for t in (0.01, 0.02, 0.025, 0.03, 0.035, 0.04, 0.05)],
    formato="0.00%",
    vacia=True,
    centrada=True,
)
EDADES = Entrada(
    "sens_edades",
    "Edades",
    "tabla",
    [[float(x)] for x in range(30, 65, 5)],
    formato="0",
    vacia=True,
    centrada=True,
)
SALDOS = Entrada(
    "sens_saldos",
    "Saldo como parte del MC sin garantía",
    "tabla",
    [[x] for x in (0.0, 0.25, 0.5, 0.75, 1.0, 1.1, 1.25)],
    formato="0%",
    vacia=True,
    centrada=True,
)
EFECTOS = (
    ("pagos", "11/24"),
    ("margen", 0.0),
    ("gastos", 0.01),
    ("facbi", 1.012),
    ("incremento", "inmediato"),
    ("incremento", "a_los_60"),
    ("ayuda_asistencial", 0.20),
    ("desercion", "acumulada"),
    ("desercion", "edad_alcanzada"),
    ("limite_hijos", 18),
    ("pension_garantizada_mensual", _garantizada()),
    ("dias_mes", 30),
    ("pagos_vencidos", 10_000),
    ("sobrevivencia", "no"),
    ("tabla_invalidos", "EMSSI-IMSS-RCS-12"),
    ("tabla_activos", "EMSSA-15"),
    ("tabla_invalidez_hijos", "0:0.001;24:0.001"),
)

COLUMNAS_CARTERA = (
    *("folio", "tipo", "edad", "sexo", "salario_base_diario", "grado", "seguro"),
    *("conyuge_edad", "conyuge_sexo", "hijo1_edad", "hijo1_sexo", "hijo2_edad", "hijo2_sexo"),
    *("hijo3_edad", "hijo3_sexo", "ascendiente1_edad", "ascendiente1_sexo"),
    *("pension_garantizada_mensual", "saldo", "bases"),
)
RENGLONES_CARTERA = 40


_EJEMPLOS = ejemplos.renglones(_garantizada())
_SIN_CASO = [None] * len(COLUMNAS_CARTERA)
CARTERA_CASOS = Entrada(
    "cartera_casos",
    "Casos",
    "tabla",
    [*_EJEMPLOS, *([*_SIN_CASO] for _ in range(RENGLONES_CARTERA - len(_EJEMPLOS)))],
    formato="General",
    centrada=True,
)

TABLAS_EDAD = Entrada(
    "tablas_edad", "Edad", "entero", 65, "años", "De 15 a 101 años.", minimo=15, maximo=101
)
TABLAS_TASA = Entrada("tablas_tasa", "Tasa", "tasa", 0.035, "anual")
ENTRADAS = (
    *ASEGURADO,
    FAMILIA,
    *OPCIONES,
    *(TASAS, EDADES, SALDOS, CARTERA_CASOS, TABLAS_EDAD, TABLAS_TASA),
)


def llamada(
    funcion: str,
    *,
    edad: str = "caso_edad",
    sexo: str = "caso_sexo",
    bases: str = "caso_bases",
    tasa: str = "caso_tasa",
    opciones: str = "caso_opciones",
) -> str:
    """A call of MONTO_CONSTITUTIVO or its breakdown over the case, with some arguments changed."""
    return f"{funcion}(caso_tipo,{edad},{sexo},caso_salario,caso_familia,{bases},{tasa},{opciones})"
