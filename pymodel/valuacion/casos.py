"""Which table and column of which report each valuation starts from."""

from __future__ import annotations

from dataclasses import dataclass

from pymodel.errores import DatoInvalido

IMSS = "IMSS"
GOBIERNO_FEDERAL = "Gobierno Federal"


@dataclass(frozen=True)
class Componente:
    """One kind of expenditure.

    Parameters
    ----------
    clave, nombre : str     Identifier and Spanish label.
    columna : str           Column of the source table.
    grupo : str             Group that scenarios move: "pensiones", "corto_plazo", "medicos",
                            "administrativos".
    a_cargo : str           Who pays; only what the IMSS pays enters its premium.
    """

    clave: str
    nombre: str
    columna: str
    grupo: str
    a_cargo: str = IMSS


@dataclass(frozen=True)
class Caso:
    """One valuation: an insurance at a valuation date.

    `perpetuidad` marks a closing perpetuity (IFA 2005); `cola` a run-off beyond the last year of
    which only the present value is known, by difference (IFA 2010).
    """

    clave: str
    seguro: str
    nombre: str
    documento: str
    anio: int
    tabla: str
    columna_masa: str
    componentes: tuple[Componente, ...]
    metodo: str
    parametro_prima: str
    parametro_reserva: str
    tabla_balance: str
    perpetuidad: bool = False
    cola: bool = False

    @property
    def titulo(self) -> str:
        """Label of the valuation: "SRT 2005", or "Flujos propios" for the analyst's own."""
        return f"{self.seguro} {self.anio}" if self.anio else self.nombre

    @property
    def informe(self) -> str:
        """Report, "IFA 2005"."""
        return f"IFA {self.anio}"

    @property
    def cuadro(self) -> str:
        """Table of the flows as printed, "cuadro II.3"."""
        return nombre_cuadro(self.tabla)

    @property
    def base_precios(self) -> str:
        """Unit of every amount."""
        return f"mdp de {self.anio}"


def nombre_cuadro(tabla: str) -> str:
    """Printed name of a table: "cuadro_ii_3" is "cuadro II.3"."""
    clase, *partes = tabla.split("_")
    return f"{clase} {'.'.join(partes).upper()}"


_PENSIONES, _CORTO, _MEDICOS, _ADMIN = "pensiones", "corto_plazo", "medicos", "administrativos"

CASOS = (
    Caso(
        clave="srt_2005",
        seguro="SRT",
        nombre="Seguro de Riesgos de Trabajo",
        documento="ifa2005",
        anio=2005,
        tabla="cuadro_ii_3",
        columna_masa="volumen_salarial_a",
        componentes=(
            Componente("pensiones", "Pensiones", "gasto_pensiones_b", _PENSIONES),
            Componente(
                "indemnizaciones", "Indemnización global", "gasto_indemnizacion_global_c", _CORTO
            ),
            Componente(
                "subsidios",
                "Subsidios y ayudas de funeral",
                "gasto_subsidios_y_ayudas_de_funeral_d",
                _CORTO,
            ),
        ),
        metodo="pchip",
        parametro_prima="prima_ingreso_srt",
        parametro_reserva="reserva_srt",
        tabla_balance="cuadro_ii_4",
        perpetuidad=True,
    ),
    Caso(
        clave="siv_2005",
        seguro="SIV",
        nombre="Seguro de Invalidez y Vida",
        documento="ifa2005",
        anio=2005,
        tabla="cuadro_ii_9",
        columna_masa="volumen_salarial_a",
        componentes=(
            Componente(
                "pensiones", "Pensiones sin costo fiscal", "pensiones_menos_cf_d", _PENSIONES
            ),
            Componente(
                "subsidios",
                "Subsidios y ayudas de funeral",
                "subsidios_y_ayudas_de_funeral_e",
                _CORTO,
            ),
            Componente(
                "costo_fiscal",
                "Costo fiscal (PG)",
                "costo_fiscal_cf_c",
                _PENSIONES,
                GOBIERNO_FEDERAL,
            ),
        ),
        metodo="pchip",
        parametro_prima="prima_siv",
        parametro_reserva="reserva_siv",
        tabla_balance="cuadro_ii_10",
        perpetuidad=True,
    ),
    Caso(
        clave="gmp_2005",
        seguro="GMP",
        nombre="Gastos Médicos de Pensionados",
        documento="ifa2005",
        anio=2005,
        tabla="cuadro_ii_26",
        columna_masa="volumen_salarial_a",
        componentes=(Componente("medicos", "Gastos médicos", "gastos_medicos_b", _MEDICOS),),
        metodo="log_pchip",
        parametro_prima="prima_gmp",
        parametro_reserva="reserva_gmp",
        tabla_balance="cuadro_ii_27",
    ),
    Caso(
        clave="srt_2010",
        seguro="SRT",
        nombre="Seguro de Riesgos de Trabajo",
        documento="ifa2010",
        anio=2010,
        tabla="cuadro_i_4",
        columna_masa="(a) Volumen de salarios",
        componentes=(
            Componente(
                "pensiones",
                "Sumas aseguradas y pensiones provisionales",
                "(b) Gasto: Sumas aseguradas1/",
                _PENSIONES,
            ),
            Componente(
                "corto_plazo",
                "Prestaciones en dinero de corto plazo",
                "(c) Gasto: Prestaciones en dinero de corto plazo2/",
                _CORTO,
            ),
            Componente(
                "especie", "Prestaciones en especie", "(d) Gasto: Prestación en especie", _MEDICOS
            ),
            Componente(
                "administrativo", "Gasto administrativo", "(e) Gasto: Administrativo", _ADMIN
            ),
        ),
        metodo="log_spline",
        parametro_prima="prima_ingreso_srt",
        parametro_reserva="reserva_srt",
        tabla_balance="cuadro_i_5",
        cola=True,
    ),
    Caso(
        clave="siv_2010",
        seguro="SIV",
        nombre="Seguro de Invalidez y Vida",
        documento="ifa2010",
        anio=2010,
        tabla="cuadro_iii_4",
        columna_masa="(a) Volumen de salarios",
        componentes=(
            Componente(
                "pensiones",
                "Sumas aseguradas y pensiones temporales",
                "(b) Gasto: Sumas aseguradas1/",
                _PENSIONES,
            ),
            Componente(
                "administrativo",
                "Gasto administrativo",
                "(c) Gasto: Gasto administrativo2/",
                _ADMIN,
            ),
        ),
        metodo="log_spline",
        parametro_prima="prima_siv",
        parametro_reserva="reserva_siv",
        tabla_balance="cuadro_iii_5",
        cola=True,
    ),
    Caso(
        clave="gmp_2010",
        seguro="GMP",
        nombre="Gastos Médicos de Pensionados",
        documento="ifa2010",
        anio=2010,
        tabla="cuadro_ii_10",
        columna_masa="(a) Volumen de salarios",
        componentes=(Componente("medicos", "Gastos médicos", "(b) Gastos médicos", _MEDICOS),),
        metodo="log_spline",
        parametro_prima="prima_gmp",
        parametro_reserva="reserva_gmp",
        tabla_balance="cuadro_ii_12",
    ),
)

PROPIO = Caso(
    clave="propios",
    seguro="Propio",
    nombre="Flujos propios",
    documento="",
    anio=0,
    tabla="",
    columna_masa="",
    componentes=(
        Componente("pensiones", "Pensiones", "", _PENSIONES),
        Componente("corto_plazo", "Prestaciones en dinero de corto plazo", "", _CORTO),
        Componente("especie", "Prestaciones en especie", "", _MEDICOS),
        Componente("administrativo", "Gasto administrativo", "", _ADMIN),
    ),
    metodo="lineal",
    parametro_prima="",
    parametro_reserva="",
    tabla_balance="",
)


def caso(clave: str) -> Caso:
    """The valuation with that key ("srt_2005"), or the analyst's own ("propios")."""
    for candidato in (*CASOS, PROPIO):
        if candidato.clave == clave:
            return candidato
    raise DatoInvalido("caso", clave, "uno de: " + ", ".join(c.clave for c in (*CASOS, PROPIO)))
