"""Definition of the workbook."""

from __future__ import annotations

from xl.libros.comun.definicion import Definicion, Hoja, Indicador
from xl.libros.estilo import MDP
from xl.libros.indicadores import encuesta, no_asegurados, plano, seguimiento, supuestos

LIBRO = Definicion(
    clave="indicadores",
    titulo="Cobertura e indicadores",
    asunto="Seguimiento de CONEVAL (2020) y población no asegurada (2004)",
    resumenes=("ifa2005_c_coneval2020_noaseg2004", "sps2006_b"),
    hojas=(
        Hoja(plano.SUPUESTOS, supuestos.construir, "Cotas de cobertura, año, atípicos"),
        Hoja(
            plano.INDICADORES,
            seguimiento.construir,
            "Cuadro de CONEVAL con semáforo: avance, clase y cumplimiento",
        ),
        Hoja(plano.GRAFICA, seguimiento.grafica, "Avance de los 18 indicadores"),
        Hoja(
            plano.ENTIDADES,
            no_asegurados.construir,
            "Hogares por entidad, reparto de 2004 y tres escenarios de cobertura",
        ),
        Hoja(plano.TAMANOS, no_asegurados.tamanos, "Hogares por número de integrantes"),
        Hoja(
            plano.PADRON,
            encuesta.construir,
            "Razones de momios e índice de pertenencia del Seguro Popular",
        ),
    ),
    entradas=(*plano.SUELTAS, *plano.BLOQUES, encuesta.MOMIOS, encuesta.HOGARES),
    indicadores=(
        Indicador("avance_promedio", "Avance promedio, sin atípicos", "%", "0.0"),
        Indicador("n_superados", "Indicadores superados", "indicadores", "0"),
        Indicador("n_muy_rezagados", "Indicadores muy rezagados", "indicadores", "0"),
        Indicador("hogares_pais", "Hogares del país en el año elegido", "hogares", MDP),
        Indicador("sujetos_pais", "Hogares sujetos de afiliación", "hogares", MDP),
        Indicador("no_asegurados_minimo", "Población no asegurada, cota mínima", "personas", MDP),
        Indicador("no_asegurados_constante", "Población no asegurada, constante", "personas", MDP),
        Indicador("no_asegurados_maximo", "Población no asegurada, cota máxima", "personas", MDP),
    ),
    notas=(
        "Otro cuadro de indicadores se pega sobre las celdas azules de la hoja Indicadores.",
        "La muestra censal y el padrón, que no caben en una hoja, se procesan con python -m xl "
        "imputar-censo, clasificar-padron y muestra-padron.",
    ),
    calcular=seguimiento.revisar,
)
