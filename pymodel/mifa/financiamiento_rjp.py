"""Who has paid the RJP: insurer, workers and employer; what falls on COP and on AGF."""

from __future__ import annotations

import functools
from typing import NamedTuple

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido

DOCUMENTO = "ifa2010"


class Nomina(NamedTuple):
    """Payroll of the RJP by who pays it, mdp of one price base."""

    trabajadores: float
    """Contributions of the workers."""
    asegurador: float
    """IMSS as insurer: the pension of the LSS."""
    patron: float
    """IMSS as employer, from its own income, funds apart."""
    fcolclc: float = 0.0
    """Subcuenta 1 of the FCOLCLC."""
    rocf: float = 0.0

    @property
    def total(self) -> float:
        """The whole payroll."""
        return sum(self)

    @property
    def patron_y_fondos(self) -> float:
        """Employer, with the funds that it set aside."""
        return self.patron + self.fcolclc + self.rocf

    def participaciones(self) -> dict[str, float]:
        """Return the share of each payer in the payroll, decimal fractions that add to 1."""
        return {campo: monto / self.total for campo, monto in self._asdict().items()}


class Costo(NamedTuple):
    """Accumulated payroll and what the fund still holds, mdp of 2010."""

    nomina: Nomina
    saldo_fondo: float

    @property
    def total(self) -> float:
        """Payroll paid so far and the balance saved for the next ones."""
        return self.nomina.total + self.saldo_fondo

    @property
    def patron_y_ahorro(self) -> float:
        """What the employer has spent and saved."""
        return self.nomina.patron + self.saldo_fondo


@functools.cache
def acumulado() -> Costo:
    """Return the financing of 1966-2010 and the balance of Subcuenta 1, mdp of 2010.

    References
    ----------
    IFA 2010, gráficas D.1-D.3 (L10506-10519) and L10561.
    """
    fuentes = datos.tabla(DOCUMENTO, "grafica_d_2").set_index("Fuente")["Monto"]
    return Costo(
        Nomina(
            trabajadores=float(fuentes.loc["Recursos de aportaciones de los trabajadores"]),
            asegurador=float(fuentes.loc["Recursos del IMSS-asegurador"]),
            patron=float(fuentes.loc["Recursos del IMSS-Patrón"]),
        ),
        _parametro("saldo_fcolclc_subcuenta1", None),
    )


@functools.cache
def del_anio(anio: int) -> Nomina:
    """Financing of a year that the report prints: 2010 (spent) or 2011 (budget).

    Parameters
    ----------
    anio : int          2010 or 2011.

    Returns
    -------
    Nomina              Current mdp; the employer without FCOLCLC and ROCF.

    Raises
    ------
    DatoInvalido        Another year.

    References
    ----------
    IFA 2010, L10680-10682 (2010), L10653-10657 and gráfica D.4 (2011), cuadro C.3 (ROCF).
    """
    if anio not in (2010, 2011):
        raise DatoInvalido("anio", anio, "2010 o 2011, los años que imprime el informe")
    fcolclc = _parametro("rjp_financiamiento_fcolclc", anio)
    patron = _parametro("rjp_financiamiento_patron", anio)
    rocf = 0.0
    if anio == 2011:
        # The budget gives the employer's share with what the funds pay of it.
        rocf = _parametro("mifa_uso_rocf_inversion", anio)
        patron -= fcolclc + rocf
    return Nomina(
        _parametro("rjp_financiamiento_trabajadores_aportacion", anio),
        _parametro("rjp_financiamiento_asegurador", anio),
        patron,
        fcolclc,
        rocf,
    )


def atribuir(monto: float, cop: float, agf: float) -> tuple[float, float]:
    """Part of the employer's payroll that falls on COP and on AGF.

    Parameters
    ----------
    monto : float       Payroll of the IMSS as employer, funds apart, mdp.
    cop, agf : float    Contributions and federal contributions of the year, mdp, 0 or more.

    Returns
    -------
    float, float        Amounts of COP and of AGF; they add to `monto`.

    Raises
    ------
    DatoInvalido        Negative contributions, or both 0.

    References
    ----------
    IFA 2010, L10672-10718, gráfica D.5; LSS arts. 277 D and 286 K forbid it for new posts.
    """
    total = validacion.numero(monto, "monto")
    partes = [validacion.numero(v, n) for v, n in ((cop, "cop"), (agf, "agf"))]
    for valor, nombre in zip(partes, ("cop", "agf"), strict=True):
        if valor < 0.0:
            raise DatoInvalido(nombre, valor, "un monto de 0 o más")
    if sum(partes) == 0.0:
        raise DatoInvalido("cop y agf", 0.0, "al menos uno mayor que 0")
    de_cop = total * partes[0] / sum(partes)
    return de_cop, total - de_cop


def _parametro(nombre: str, fecha: int | None) -> float:
    return float(datos.parametro(nombre, fecha, documento=DOCUMENTO))
