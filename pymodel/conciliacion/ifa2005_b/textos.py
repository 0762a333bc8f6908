"""Published figures that the report gives only in its text, each with its line."""

from __future__ import annotations

from typing import NamedTuple


class Texto(NamedTuple):
    """A figure as printed and the line of the report where it stands."""

    valor: float
    linea: str


TEXTOS = {
    # Rentas vitalicias del SRT, % del monto constitutivo.
    "mc_incapacidad": Texto(44.5, "L1211"),
    "mc_muerte": Texto(55.5, "L1211"),
    # Tasas medias anuales, %.
    "crecimiento_srt_por_mil": Texto(0.65, "L1385"),
    "crecimiento_siv_por_mil": Texto(1.5, "L1683"),
    "crecimiento_asegurados": Texto(0.38, "L1562"),
    # SIV a 50 años, % de los salarios.
    "siv_50_pensiones": Texto(1.53, "L1776"),
    "siv_50_total": Texto(1.85, "L1776"),
    "siv_50_costo": Texto(1.86, "L1778"),
    # Años de excedente de la prima nivelada sobre la prima de gasto.
    "siv_excedente": Texto(24, "L1671 y L1778"),
    "srt_excedente": Texto(30, "L1451"),
    # Temporales, % del gasto por nuevas pensiones desde 2050.
    "siv_temporales": Texto(39.8, "L1744"),
    # Juicios del texto: 1, la prima es suficiente (o inferior a la de financiamiento); 0, no.
    "srt_100_suficiente": Texto(1, "L1471"),
    "srt_50_suficiente": Texto(1, "L1451 y L1471"),
    "siv_100_suficiente": Texto(1, "L1665"),
    "siv_50_suficiente": Texto(1, "L1778"),
    "gmp_100_suficiente": Texto(0, "L2413"),
    "siv_gasto_inferior": Texto(1, "L1780"),
    # RJP: plantilla (trabajadores), aportaciones adicionales (mdp) y razones (%).
    "rjp_plantilla": Texto(366_222, "L1937"),
    "rjp_valuados": Texto(364_482, "L1937"),
    "rjp_solo_clausulas": Texto(1_740, "L1937"),
    "rjp_transicion": Texto(285_917, "L1939"),
    "rjp_ley_97": Texto(78_565, "L1939"),
    "rjp_pct_transicion": Texto(78, "L1939"),
    "rjp_adicionales": Texto(35_068, "L2131"),
    "rjp_pct_curso": Texto(30, "L2033"),
    "rjp_pct_2009": Texto(56, "L2031"),
    "clausulas_pct_pre_reforma": Texto(40.5, "L2195"),
    "rjp_pct_aportaciones": Texto(1.4, "L2240"),
    "rjp_pct_fcolclc": Texto(2.9, "L2240"),
    # GMP: pensionados, gasto contable (mdp), costo unitario (pesos) y crecimientos (%).
    "gmp_pensionados": Texto(2_501_787, "L2306"),
    "gmp_gasto": Texto(25_193.5, "L2330"),
    "gmp_costo_unitario": Texto(10_070, "L2330"),
    "gmp_mayores_60": Texto(70.0, "L2306"),
    "gmp_activos_2040": Texto(2.0, "L2292"),
    "gmp_activos_2080": Texto(1.5, "L2292"),
    "gmp_costo_2010": Texto(15.4, "L2309"),
    "gmp_costo_2030": Texto(89.1, "L2309"),
    "gmp_deficit": Texto(1_529_000, "L2417"),
    "gmp_deficit_pib": Texto(18.3, "L2417"),
    "gmp_puntos_1.5": Texto(4.1, "L2452"),
    "gmp_puntos_2.0": Texto(4.9, "L2452"),
    "gmp_pct_iv": Texto(90, "L2413"),
}


def texto(nombre: str) -> float:
    """Value of a published text figure."""
    return TEXTOS[nombre].valor


def cita(nombre: str, tambien: str = "") -> str:
    """Source of a text figure, "texto, L1211", and what else the check reads."""
    return f"texto, {TEXTOS[nombre].linea}" + (f", y {tambien}" if tambien else "")
