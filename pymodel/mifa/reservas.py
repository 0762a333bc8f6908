"""Reserves of the Institute: legal limits, loans, ledgers, balances, who pays the deficit first.

RO are the operating reserves, one per insurance; ROCF the reserve for contingencies and
financing; RFA and RGFA the financial and actuarial reserves; FCOLCLC the fund for labour
obligations, with two subaccounts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from pymodel import datos, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.mifa.reparto import prorrateo
from pymodel.validacion import Vector

DIAS_ANIO = 365
CENTAVO = 0.05  # half a unit of the last decimal of the ledgers, thousands of pesos

# --- Legal limits -----------------------------------------------------------------------------


def rocf_limite(ingresos_anuales: float, dias: float = 60.0) -> float:
    """Most that the ROCF may hold.

    Parameters
    ----------
    ingresos_anuales : float    Income of the whole Institute in the previous year, any unit.
    dias : float                Days of average income.

    Returns
    -------
    float       Unit of the income. Extraordinary resources may exceed it by their amount.

    References
    ----------
    LSS, art. 283; IFA 2005, L372 and L793. "Ingreso promedio" is taken as income / 365.
    """
    return _dias_de_ingreso(ingresos_anuales, dias, "ingresos_anuales")


def prestamo_limite(ingresos_anuales_seguro: float, dias: float = 90.0) -> float:
    """Most that the ROCF may lend to the RO of an insurance.

    Parameters
    ----------
    ingresos_anuales_seguro : float     Income of that insurance in the previous year.
    dias : float                        Days of average income.

    References
    ----------
    LSS, art. 283; IFA 2005, L376 and L793.
    """
    return _dias_de_ingreso(ingresos_anuales_seguro, dias, "ingresos_anuales_seguro")


def _dias_de_ingreso(ingresos: float, dias: float, nombre: str) -> float:
    ingreso, plazo = validacion.numero(ingresos, nombre), validacion.numero(dias, "dias")
    if ingreso < 0.0:
        raise DatoInvalido(nombre, ingreso, "un ingreso anual de 0 o más")
    if not 0.0 < plazo <= DIAS_ANIO:
        raise DatoInvalido("dias", plazo, f"más de 0 y hasta {DIAS_ANIO} días")
    return ingreso * plazo / DIAS_ANIO


@dataclass(frozen=True)
class Prestamo:
    """A loan of the ROCF to the RO of an insurance, checked against the law of its date."""

    seguro: str
    monto: float
    ingresos_previos: float
    fecha: date
    plazo: float

    def faltas(self) -> list[str]:
        """What the law of its date does not allow of the loan, in Spanish; may be empty."""
        if self.fecha < date(2001, 12, 21):
            return self._faltas_anteriores()
        dias = float(datos.parametro("rocf_prestamo_tope_dias_ingreso", self.fecha))
        plazo = float(datos.parametro("rocf_prestamo_plazo", self.fecha))
        tope = prestamo_limite(self.ingresos_previos, dias)
        faltas = []
        if self.monto > tope:
            faltas.append(
                f"{self.seguro}: el préstamo de {self.monto:,.1f} rebasa {tope:,.1f}, {dias:g} "
                "días del ingreso del año anterior (LSS, art. 283)"
            )
        if self.plazo > plazo:
            faltas.append(
                f"{self.seguro}: el plazo de {self.plazo:g} años rebasa {plazo:g} (LSS, art. 283)"
            )
        return faltas

    def _faltas_anteriores(self) -> list[str]:
        """Law before the reform of December 2001: art. 282."""
        meses = float(datos.parametro("reservas_apoyo_tope_meses_ingreso", self.fecha))
        dias = float(datos.parametro("reservas_apoyo_plazo_dias", self.fecha))
        tope = meses * self.ingresos_previos / 12
        faltas = []
        if self.monto > tope:
            faltas.append(
                f"{self.seguro}: el apoyo de {self.monto:,.1f} rebasa {tope:,.1f}, {meses:g} mes "
                "del ingreso del año anterior (LSS, art. 282 anterior a 2001)"
            )
        if self.plazo * DIAS_ANIO > dias:
            faltas.append(
                f"{self.seguro}: el plazo rebasa {dias:g} días (LSS, art. 282 anterior a 2001)"
            )
        return faltas


# --- Loans ------------------------------------------------------------------------------------


class Pagos(NamedTuple):
    """Schedule of a loan, arrays (n,): balance before the payment, principal, interest, payment."""

    saldo: Vector
    capital: Vector
    interes: Vector
    pago: Vector


def prestamo_rocf(monto: float, anios: float, tasa: float) -> Pagos:
    """Repayment of a loan of the ROCF: equal principal, interest on the balance, once a year.

    Parameters
    ----------
    monto : float       Loan, any unit.
    anios : int         Number of yearly payments.
    tasa : float        Yearly rate, decimal.

    References
    ----------
    LSS, art. 283 (three years, with financial cost); IFA 2005, L358-364: three equal payments of
    principal. The rate is not printed.
    """
    importe = validacion.numero(monto, "monto")
    if importe <= 0.0:
        raise DatoInvalido("monto", importe, "un préstamo mayor que 0")
    n = validacion.entero(anios, "anios", 1, 100)
    t = validacion.tasa(tasa, "tasa")
    if t < 0.0:
        raise DatoInvalido("tasa", t, "una tasa de 0 o más")
    saldo = importe * (1.0 - np.arange(n) / n)
    capital = np.full(n, importe / n)
    interes = t * saldo
    return Pagos(saldo, capital, interes, capital + interes)


@dataclass(frozen=True)
class Cartera:
    """Loans of the ROCF by year, each split among insurances.

    Parameters
    ----------
    prestamos : {year: array (k,)}      What each insurance was lent.
    """

    prestamos: Mapping[int, Vector]

    def repartir(self, prestamo: int, pago: float | ArrayLike) -> Vector:
        """Split payments of the loan of a year; see :func:`pymodel.mifa.reparto.prorrateo`."""
        if prestamo not in self.prestamos:
            anios = ", ".join(map(str, self.prestamos))
            raise DatoInvalido("préstamo", prestamo, f"uno de los años {anios}")
        return prorrateo(pago, self.prestamos[prestamo])

    def saldos(self, capital: Mapping[int, Sequence[float]]) -> Vector:
        """Principal that each insurance still owes after the payments of each loan.

        Raises
        ------
        DatoInvalido    Payments beyond the loan.
        """
        debe = np.sum(list(self.prestamos.values()), axis=0)
        for prestamo, pagos in capital.items():
            pagado = float(np.sum(pagos))
            total = float(self.prestamos[prestamo].sum())
            if pagado > total + CENTAVO * (len(pagos) + 1):
                raise DatoInvalido(
                    f"pagos del préstamo de {prestamo}", pagado, f"hasta {total:,.1f}, lo prestado"
                )
            debe = debe - self.repartir(prestamo, pagado)
        return debe


# --- Ledgers ----------------------------------------------------------------------------------


def saldos_corridos(inicial: ArrayLike, movimientos: ArrayLike) -> Vector:
    """Balance after each movement.

    Parameters
    ----------
    inicial : float or array (k,)
    movimientos : array (n,) or (n, k)      Positive: comes in.

    Returns
    -------
    array, shape of `movimientos`
    """
    filas = validacion.serie(movimientos, "movimientos")
    saldos: Vector = np.asarray(inicial, dtype=np.float64) + np.cumsum(filas, axis=0)
    return saldos


def prohibir_negativos(
    saldos: ArrayLike, rotulos: Sequence[str], momentos: Sequence[str], ley: str
) -> None:
    """Refuse a balance below zero where the law forbids it.

    Raises
    ------
    DatoInvalido    The first one, with its column, its moment and the law.
    """
    filas = np.atleast_2d(np.asarray(saldos, dtype=np.float64))
    malos = np.argwhere(filas < -CENTAVO * 2)
    if malos.size:
        i, j = malos[0]
        raise DatoInvalido(
            f"saldo de {rotulos[j]}, {momentos[i]}",
            float(filas[i, j]),
            f"un saldo de 0 o más ({ley})",
        )


class Financiamiento(NamedTuple):
    """Internal financing of a year: what each insurance lends (-) or receives (+); who to whom."""

    movimientos: Vector
    prestamos: tuple[tuple[str, str, float], ...]
    descubierto: Vector


def financiar(
    saldos: ArrayLike,
    seguros: Sequence[str],
    acreedores: Sequence[str],
    permite_descubierto: bool = False,
) -> Financiamiento:
    """Cover each deficit exactly with what other insurances have.

    Parameters
    ----------
    saldos : array (k,)         Balance of each RO with the flow of the year, before financing.
    seguros : k names
    acreedores : names          Who lends, in this order, up to its whole balance.
    permite_descubierto : bool  Whether a deficit without resources is returned instead of refused.

    Returns
    -------
    Financiamiento      Movements add up to zero.

    Raises
    ------
    DatoInvalido        Unknown insurance; a deficit that no creditor can cover.

    Notes
    -----
    The balance of a debtor becomes exactly zero. Which creditor lends when several could is not
    stated by the source and follows no fixed order from 1997 to 2005: it is an argument.

    References
    ----------
    IFA 2005, cuadro I.14 and L870-876.
    """
    disponible = validacion.vector(saldos, "saldos").copy()
    nombres = list(seguros)
    if len(nombres) != disponible.size:
        raise DatoInvalido(
            "saldos",
            Descripcion(f"{disponible.size} saldos"),
            f"{len(nombres)}: {', '.join(nombres)}",
        )
    for acreedor in acreedores:
        if acreedor not in nombres:
            raise DatoInvalido("acreedores", acreedor, "uno de: " + ", ".join(nombres))
    antes = disponible.copy()
    prestamos = []
    for d, deudor in enumerate(nombres):
        for acreedor in acreedores:
            a = nombres.index(acreedor)
            monto = min(-disponible[d], disponible[a])
            if monto > 0.0:
                disponible[d] += monto
                disponible[a] -= monto
                prestamos.append((acreedor, deudor, float(monto)))
    descubierto = np.maximum(0.0, -disponible)
    if descubierto.any() and not permite_descubierto:
        lugar = int(descubierto.argmax())
        raise DatoInvalido(
            f"saldo de {nombres[lugar]}",
            float(-descubierto[lugar]),
            "acreedores con recursos para cubrirlo: la RO de un seguro no puede quedar negativa",
        )
    return Financiamiento(disponible - antes, tuple(prestamos), descubierto)


class CuentaInterna(NamedTuple):
    """Principal and principal with interest that each insurance owes (+) or is owed (-)."""

    saldo: Vector
    adeudo: Vector


def cuenta_interna(movimientos: ArrayLike, intereses: ArrayLike) -> CuentaInterna:
    """Account of the internal financing of each insurance.

    Parameters
    ----------
    movimientos : array (n, k)      Financing received (+) or lent (-), and its payments with the
                                    opposite sign, by insurance.
    intereses : array (k,)          Accrued interest: cost of debtors (+), yield of creditors (-).

    Raises
    ------
    DatoInvalido    A movement or the interest that does not add up to zero over the insurances.

    Notes
    -----
    saldo = Σ movimientos; adeudo = saldo + intereses.

    References
    ----------
    IFA 2005, cuadro I.15 (L945-956).
    """
    filas = np.atleast_2d(np.asarray(movimientos, dtype=np.float64))
    interes = validacion.vector(intereses, "intereses")
    for i, fila in enumerate([*filas, interes]):
        if abs(fila.sum()) > CENTAVO * (fila.size + 1):
            donde = f"movimientos, renglón {i + 1}" if i < len(filas) else "intereses"
            raise DatoInvalido(
                donde,
                Descripcion(f"una suma de {fila.sum():,.1f} entre los seguros"),
                "que sume 0: lo que uno recibe otro lo presta",
            )
    saldo = filas.sum(axis=0)
    return CuentaInterna(saldo, saldo + interes)


# --- Balances of the funds --------------------------------------------------------------------


def acumular(
    saldo: float,
    aportaciones: ArrayLike,
    tasa: float | ArrayLike = 0.0,
    retiros: ArrayLike = 0.0,
    nombre: str = "la reserva",
) -> Vector:
    """Balance of a fund at the end of each year.

    Parameters
    ----------
    saldo : float               Opening balance, mdp.
    aportaciones : array (n,)   What comes in each year besides its yield.
    tasa : float or array (n,)  Yield on the opening balance of each year, decimal.
    retiros : array (n,)        What goes out.

    Returns
    -------
    array (n,)

    Raises
    ------
    DatoInvalido    A balance below zero: a fund cannot pay what it does not have.

    Notes
    -----
    S_t = S_{t-1}(1 + i_t) + A_t - R_t.
    """
    entradas = validacion.vector(np.atleast_1d(aportaciones), "aportaciones")
    n = entradas.size
    try:
        tasas = np.broadcast_to(np.asarray(tasa, dtype=np.float64), n)
        salidas = np.broadcast_to(np.asarray(retiros, dtype=np.float64), n)
    except ValueError:
        raise DatoInvalido(
            "tasa y retiros", Descripcion("otra cantidad de años"), f"un valor o {n}"
        ) from None
    for t in tasas:
        validacion.tasa(float(t), "tasa")
    saldos = np.empty(n)
    actual = validacion.numero(saldo, "saldo")
    for t in range(n):
        actual = actual * (1.0 + tasas[t]) + entradas[t] - salidas[t]
        saldos[t] = actual
    malos = saldos < -1e-6
    if malos.any():
        t = int(np.argmax(malos))
        raise DatoInvalido(
            f"saldo de {nombre}, año {t + 1}", float(saldos[t]), "un saldo de 0 o más"
        )
    return saldos


def rocf_proyectada(
    saldo: float, capital: ArrayLike, otros: ArrayLike, tasa: float, desde: int = 1
) -> tuple[Vector, Vector]:
    """Interest and balance of the ROCF when its interest is paid into it from the RO.

    Parameters
    ----------
    saldo : float           Opening balance, mdp.
    capital : array (n,)    Repayments of principal, mdp.
    otros : array (n,)      Other transfers, mdp; in year 1 they include that year's interest.
    tasa : float            Yield on the opening balance, decimal.
    desde : int             First year (0 is the first) whose interest is computed.

    Returns
    -------
    (array (n,), array (n,))    Interest and closing balance.

    References
    ----------
    IFA 2005, cuadros I.3 and I.4, L358-364: interest of 2007 and 2008, 1,078 and 1,232, is 7 % of
    a balance that includes the 5,842 transferred in 2006 (which the printed balance leaves out).
    """
    pagos, traspasos = validacion.vector(capital, "capital"), validacion.vector(otros, "otros")
    validacion.misma_longitud(pagos, "capital", traspasos, "otros")
    intereses, saldos = np.zeros(pagos.size), np.empty(pagos.size)
    actual = validacion.numero(saldo, "saldo")
    for t in range(pagos.size):
        if t >= desde:
            intereses[t] = validacion.tasa(tasa, "tasa") * actual
        actual += pagos[t] + traspasos[t] + intereses[t]
        saldos[t] = actual
    return intereses, saldos


# --- Who pays the deficit ---------------------------------------------------------------------


@dataclass(frozen=True)
class Fondo:
    """A fund that may pay the deficit.

    Parameters
    ----------
    nombre : str
    saldo : float           What there is to use, mdp of the flows.
    tope : mapping          Year -> most that may be used in it; empty: all that is left, any year.
    """

    nombre: str
    saldo: float
    tope: Mapping[int, float]


class Cascada(NamedTuple):
    """Use of each fund by year, arrays (n,); what stays uncovered; when the funds give out."""

    usos: dict[str, Vector]
    saldos: dict[str, Vector]
    descubierto: Vector
    ultimo_cubierto: int | None
    primer_descubierto: int | None


def cascada(anios: Sequence[int], necesidad: ArrayLike, fondos: Iterable[Fondo]) -> Cascada:
    """Which fund pays the deficit of each year, in the order given, and when they give out.

    Parameters
    ----------
    anios : n years
    necesidad : array (n,)      What must be paid each year, mdp; 0 or less: nothing.
    fondos : funds in order of use

    Returns
    -------
    Cascada     `ultimo_cubierto` is the last year with a deficit that the funds pay in full;
                `primer_descubierto` the first that they do not (None: never).

    Raises
    ------
    DatoInvalido    A fund with a negative balance.

    Notes
    -----
    uso = min(what is still due, balance, cap of the year), fund by fund.

    References
    ----------
    IFA 2010, cuadro C.3, notes 3 to 8 (L9849-9872): Subcuenta 1 of the FCOLCLC, then the ROCF
    (LSS, art. 277 A and 277 C), then the RFA of the SEM (LIF 2011, art. 1). The order is inferred
    from the printed years.
    """
    falta = np.maximum(0.0, validacion.vector(necesidad, "necesidad"))
    if len(anios) != falta.size:
        raise DatoInvalido("anios", Descripcion(f"{len(anios)} años"), f"{falta.size}")
    hay_deficit = falta > 0.0
    usos, saldos = {}, {}
    for fondo in fondos:
        if fondo.saldo < 0.0:
            raise DatoInvalido(f"saldo de {fondo.nombre}", fondo.saldo, "un saldo de 0 o más")
        queda, uso, saldo = fondo.saldo, np.zeros(falta.size), np.empty(falta.size)
        for t, anio in enumerate(anios):
            tope = fondo.tope.get(anio, 0.0) if fondo.tope else queda
            uso[t] = min(falta[t], queda, tope)
            queda -= uso[t]
            saldo[t] = queda
        falta = falta - uso
        usos[fondo.nombre], saldos[fondo.nombre] = uso, saldo
    # Printed to whole mdp: what is below half of one is rounding.
    abierto = falta > 0.5
    primer = int(anios[int(np.argmax(abierto))]) if abierto.any() else None
    cubiertos = [a for a, d, f in zip(anios, hay_deficit, abierto, strict=True) if d and not f]
    return Cascada(usos, saldos, falta, int(cubiertos[-1]) if cubiertos else None, primer)


USOS_2010 = {
    "ROCF para inversión (art. 277 C)": "Uso de la ROCF para programas de inversión",
    "FCOLCLC, Subcuenta 1": "Uso del FCOLCLC",
    "ROCF (art. 277 A)": "Uso de la ROCF Art. 277 A de la LSS",
    "RFA del SEM": "Uso de la RFA del SEM",
}


def fondos_2010(deflactor_2012: float) -> tuple[Fondo, ...]:
    """Funds that pay the deficit in the MIFA, in order, mdp of 2011.

    Parameters
    ----------
    deflactor_2012 : float      Price level of 2012 over 2011: what Subcuenta 1 keeps for 2012 is
                                in current pesos.

    Notes
    -----
    Subcuenta 1 holds 33,706 mdp. What the ROCF may give each year, and how much the RFA of the SEM
    can (with what the law lets it receive from the SIV and the SRT), is not printed but for the
    uses themselves: those amounts are input.
    """

    def usos(nombre: str) -> dict[int, float]:
        tabla = datos.parametros("ifa2010")
        filas = tabla[tabla["nombre"] == nombre]
        anios, montos = filas["vigente_desde"].dt.year, filas["valor"].astype(float)
        return dict(zip(anios.tolist(), montos.tolist(), strict=True))

    rocf_inversion, rocf = usos("mifa_uso_rocf_inversion"), usos("mifa_uso_rocf")
    rfa = sum(usos("mifa_uso_rfa_sem").values())
    inversion, fcolclc, contingencias, reservas = USOS_2010
    subcuenta = float(datos.tabla("ifa2010", "cuadro_vi_7")["importe"].iloc[0])
    en_2011 = float(datos.parametro("mifa_uso_fcolclc", 2011, documento="ifa2010"))
    saldo = en_2011 + (subcuenta - en_2011) / validacion.numero(deflactor_2012, "deflactor_2012")
    return (
        Fondo(inversion, sum(rocf_inversion.values()), rocf_inversion),
        Fondo(fcolclc, saldo, {}),
        Fondo(contingencias, sum(rocf.values()), rocf),
        Fondo(reservas, rfa, {}),
    )


def subcuenta_1(saldo: float, retiro: float, productos: float, devolucion: float) -> float:
    """Balance of Subcuenta 1 of the FCOLCLC after a year.

    References
    ----------
    IFA 2010, L7397-7405 and L7451-7454: 41,080.8 - 9,900 + 2,521 + 4.2 = 33,706.
    """
    (final,) = acumular(saldo, [productos + devolucion], retiros=[retiro], nombre="la Subcuenta 1")
    return float(final)


def aportacion_subcuenta_2(anio_octubre: int, generacion: str) -> float:
    """Contribution of workers to Subcuenta 2 from 16 October of a year, fraction of salary.

    Parameters
    ----------
    anio_octubre : int      Year whose step of 16 October applies.
    generacion : str        "actual" or "nueva".

    References
    ----------
    Convenio Adicional of 14 October 2005; IFA 2005, cuadro II.15; IFA 2010, L7562-7568.
    """
    nombres = {
        "actual": "rjp_aportacion_adicional",
        "nueva": "rjp_aportacion_nuevas_contrataciones",
    }
    validacion.opcion(generacion, "generacion", tuple(nombres))
    anio = validacion.entero(anio_octubre, "anio_octubre", 2005)
    return float(datos.parametro(nombres[generacion], date(anio, 10, 16)))


def subcuenta_2(
    saldo: float, aportaciones: ArrayLike, tasa: float | ArrayLike, pensiones: ArrayLike = 0.0
) -> Vector:
    """Balance of Subcuenta 2 with contributions and pensions in mid-year.

    Notes
    -----
    S_t = S_{t-1}(1 + i) + (A_t - P_t)(1 + i/2). The yields of 2010 that the report prints, 649.0
    and 90.9, are 7.97 % in this convention for both groups.

    References
    ----------
    IFA 2010, cuadro VI.9 and L7627-7720.
    """
    entradas = validacion.vector(np.atleast_1d(aportaciones), "aportaciones")
    try:
        tasas = np.broadcast_to(np.asarray(tasa, dtype=np.float64), entradas.size)
        salidas = np.broadcast_to(np.asarray(pensiones, dtype=np.float64), entradas.size)
    except ValueError:
        raise DatoInvalido(
            "tasa y pensiones", Descripcion("otra cantidad de años"), f"un valor o {entradas.size}"
        ) from None
    netas = (entradas - salidas) * (1.0 + tasas / 2.0)
    return acumular(saldo, netas, tasas, nombre="la Subcuenta 2")


# --- Auxiliary control 1997-2005 --------------------------------------------------------------

COLUMNAS_RO = {
    "SRT": "riesgos_de_trabajo",
    "SEM": "em_total",
    "SIV": "invalidez_y_vida",
    "SGPS": "guarderias_y_prestaciones_sociales",
    "SSFAM": "salud_para_la_familia",
}

# Lines of the source with the financing between insurances and with its payments.
LINEAS_FINANCIAMIENTO = (885, 894, 899, 904, 910, 920, 928, 936)
LINEAS_PAGO = (889, 893, 903, 905, 913, 914, 937)
LINEA_INTERESES = 940


def control_auxiliar() -> pd.DataFrame:
    """Auxiliary control of the RO, 1997-2005, thousands of pesos: movements with their balances.

    Returns
    -------
    DataFrame       Columns concepto, fecha, tipo, linea_fuente, the five insurances, total; the
                    rows of balance are computed from the movements, not read.

    References
    ----------
    IFA 2005, cuadro I.14 (L878-943), as reconstructed in the package of data.
    """
    df = datos.tabla("ifa2005", "cuadro_i_14")
    montos = df[list(COLUMNAS_RO.values())].to_numpy(np.float64)
    es_saldo = df["tipo"].to_numpy() == "saldo"
    corridos = saldos_corridos(0.0, np.where(es_saldo[:, None], 0.0, montos))
    valores = np.where(es_saldo[:, None], corridos, montos)
    salida = pd.DataFrame(valores, columns=list(COLUMNAS_RO))
    salida["total"] = valores.sum(axis=1)
    for i, nombre in enumerate(("Concepto", "Fecha", "tipo")):
        salida.insert(i, nombre.lower(), df[nombre].astype(object).fillna(""))
    salida.insert(3, "linea_fuente", df["linea_fuente"])
    return salida
