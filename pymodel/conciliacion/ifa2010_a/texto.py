"""Published text figures: printed in the prose of the IFA 2010 and in none of its tables.

Each carries its lines in the report. Those under "Data" are inputs of an identity; the rest are
read by the published side of a check only.
"""

from __future__ import annotations

from typing import NamedTuple


class Cifra(NamedTuple):
    """A figure as printed and the lines where it stands."""

    valor: float
    lineas: str


CIFRAS = {
    # Data
    "srt_rfa_2011": Cifra(32137.0, "L351-353"),
    "pib_2010": Cifra(13173172.0, "L2618"),
    # Level premiums by component, % of VPSF
    "srt_economicas_50": Cifra(0.65, "L798-800"),
    "srt_economicas_100": Cifra(0.69, "L798-802"),
    "srt_especie_50": Cifra(0.13, "L802-806"),
    "srt_especie_100": Cifra(0.12, "L802-806"),
    "srt_administrativo_50": Cifra(0.80, "L806-808"),
    "srt_administrativo_100": Cifra(0.78, "L806-808"),
    "siv_pensiones_50": Cifra(1.29, "L3559-3564"),
    "siv_pensiones_100": Cifra(1.43, "L3559-3564"),
    # Level premium as a share of the premium of income, %
    "srt_pn_entre_prima": Cifra(88.0, "L785-793"),
    "siv_pn_entre_prima_50": Cifra(63.0, "L3552-3556"),
    "siv_pn_entre_prima_100": Cifra(68.0, "L3552-3556"),
    # Statements of 2010 and short term, %
    "srt_gastos_entre_ingresos": Cifra(175.8, "L249"),
    "sem_gastos_entre_ingresos": Cifra(460.3, "L1370"),
    "siv_gastos_entre_ingresos": Cifra(46.4, "L3089-3091"),
    "sem_gastos_entre_ingresos_2011": Cifra(218.3, "L1475-1477"),
    "sem_cop_entre_ingresos_2011": Cifra(66.7, "L1475"),
    "srt_rfa_entre_ingresos": Cifra(121.9, "L351-353"),
    "siv_efectivo_entre_ingresos": Cifra(69.0, "L3122-3124"),
    "siv_efecto_rjp_2011": Cifra(-1307.0, "L3217-3221"),
    # MIFA
    "sem_ingresos_entre_gastos_2011": Cifra(73.7, "L1698-1702"),
    "sem_ingresos_entre_gastos_2050": Cifra(59.4, "L1706-1713"),
    "sema_cop_agf_entre_ingresos": Cifra(98.9, "L1846-1848"),
    "gmp_deficit_entre_ingresos_2011": Cifra(139.7, "L1987-1991"),
    "gmp_deficit_entre_ingresos_2050": Cifra(436.6, "L1989-1993"),
    "sem_sbce_promedio": Cifra(532.9, "L1817-1822"),
    "sem_crecimiento_deficit": Cifra(3.4, "L2112"),
    "sem_crecimiento_deficit_conclusiones": Cifra(3.3, "L2774-2776"),
    "sem_deficit_2025_entre_2011": Cifra(2.0, "L2776-2780"),
    "sem_deficit_2050_entre_2011": Cifra(3.7, "L2776-2780"),
    "gmp_parte_del_deficit": Cifra(78.8, "L2820-2824"),
    "gmp_aumento_ingresos": Cifra(113.8, "L2824-2830"),
    "gmp_aumento_gastos": Cifra(377.4, "L2824-2830"),
    "gmp_pc_entre_pmn": Cifra(25.0, "L2069-2073"),
    "sbce_gmp_2050_veces": Cifra(31.8, "L2095"),
    "pc_sem_2025": Cifra(11.2, "L2784-2786"),
    # Demography
    "crecimiento_pensionados": Cifra(2.0, "L2451-2455"),
    "crecimiento_asegurados": Cifra(0.2, "L2453-2455"),
    "pensionados_por_asegurado_2110": Cifra(1.26, "L2869-2873"),
    "reduccion_densidad": Cifra(-26.1, "L1005-1007"),
    # Loadings as printed, % of wages and % of the yearly flow of pensiones complementarias
    "siv_administrativo_sin_rjp": Cifra(0.0023, "L3292"),
    "siv_participacion_rjp": Cifra(0.034, "L3294"),
}


def valor(nombre: str) -> float:
    """The printed figure."""
    return CIFRAS[nombre].valor


def fuente(nombre: str) -> str:
    """Where it is printed: "IFA 2010, L1475"."""
    return f"IFA 2010, {CIFRAS[nombre].lineas}"
