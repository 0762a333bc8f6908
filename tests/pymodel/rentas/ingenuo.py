"""The monto constitutivo once more, by hand: Python floats and loops, no numpy.

Written from the articles of the law and the formulas of the specification alone, without the
model in sight. Every year it goes through all the sets of relatives that may be entitled, with
their probability, and adds what the law pays to each set; no convolution, no table of pensions by
number of children. It reads the biometric files by itself.

Conventions: years start at the ages given; who is alive at the start of year k is paid the twelve
payments of year k; lives are independent.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from familias import Ejemplo, Pariente

BIOMETRIA = Path(__file__).resolve().parents[3] / "pymodel" / "datos" / "biometria"
ARCHIVOS = {
    "1997": ("emssa_97_activos.csv", "emssi_97_invalidos.csv"),
    "2009": ("emssa_09_activos.csv", "emssi_imss_rcs_12_invalidos.csv"),
    "2015": ("emssa_15_tabla1_activos.csv", "emssi_imss_rcs_12_invalidos.csv"),
    "RCS": ("emssa_rcs_15_tabla2_activos.csv", "emssi_imss_rcs_12_invalidos.csv"),
}
DESERCION = "emde_imss_09_desercion_escolar.csv"
CUANTIA_BASICA = 0.35  # art. 141, of the average wage
IPT = 0.70  # art. 58-II, of the wage
AGUINALDO_RT = 15 / 360  # arts. 58-IV and 64, last paragraph


Filas = tuple[tuple[float, float, float], ...]


@cache
def tabla(fuente: str | Filas, sexo: str) -> dict[int, float]:
    """Rates by age of a file of the package, or of rows edad, hombres, mujeres of the user."""
    if not isinstance(fuente, str):
        return {int(fila[0]): fila["HM".index(sexo) + 1] for fila in fuente}
    with (BIOMETRIA / fuente).open(encoding="utf-8", newline="") as f:
        filas = list(csv.DictReader(f))
    columna = "qx" if "qx" in filas[0] else {"H": "hombres", "M": "mujeres"}[sexo]
    return {int(f["edad"]): float(f[columna]) for f in filas}


def mortalidad(caso: Ejemplo, *, invalido: bool) -> str | Filas:
    """Where the mortality of the disabled, or of the others, is taken from."""
    opcion = "tabla_invalidos" if invalido else "tabla_activos"
    fuente: str | Filas = caso.opciones.get(opcion, ARCHIVOS[caso.bases][invalido])
    return fuente


def muerte(fuente: str | Filas, sexo: str, edad: int) -> float:
    """Yearly probability of death: 0 before the table, 1 after it."""
    q = tabla(fuente, sexo)
    if edad < min(q):
        return 0.0
    if edad > max(q):
        return 1.0
    return q[edad]


@cache
def factor(filas: tuple[tuple[float, ...], ...], fecha: str, sexo: str, edad: int, k: int) -> float:
    """What improvement multiplies the mortality of an age by, k years after the valuation."""
    cual = "HM".index(sexo)
    if filas[0][0] != "edad":  # the same factor every year
        return math.prod(f[1 + cual] for f in filas if f[0] == edad) ** k
    hasta = int(fecha[:4]) + k
    return math.prod(f[2 + cual] for f in filas[1:] if f[0] == edad and f[1] <= hasta)


def sobrevive(
    fuente: str | Filas, sexo: str, edad: int, k: int, caso: Ejemplo | None = None
) -> float:
    """Probability of being alive after k years; with `caso`, its improvement of mortality."""
    op = {} if caso is None else caso.opciones
    return _sobrevive(fuente, sexo, edad, k, op.get("factores_mejora"), op.get("fecha", ""))


@cache
def _sobrevive(fuente: str | Filas, sexo: str, edad: int, k: int, mejora: Any, fecha: str) -> float:
    if k == 0:
        return 1.0
    antes = _sobrevive(fuente, sexo, edad, k - 1, mejora, fecha)
    q = muerte(fuente, sexo, edad + k - 1)
    if mejora is not None and q < 1.0:  # where the table ends, it ends
        q = min(1.0, q * factor(mejora, fecha, sexo, edad + k - 1, k - 1))
    return antes * (1.0 - q)


def sigue(h: Pariente, k: int, caso: Ejemplo) -> float:
    """Probability that a living child keeps the right by age and school after k years."""
    if h.invalido:
        return 1.0
    limite = caso.opciones.get("limite_hijos", 25) if h.estudia else 16
    edad = h.edad + k
    if edad >= limite:
        return 0.0
    modo = caso.opciones.get("desercion", "ninguna" if caso.bases == "1997" else "acumulada")
    tasas = tabla(DESERCION, "H")
    if modo == "edad_alcanzada":
        return 1.0 - (tasas[edad] if edad >= 16 else 0.0)
    s = 1.0
    if modo == "acumulada":
        for a in range(max(16, h.edad), edad):
            s *= 1.0 - tasas[a]
    return s


def vive(p: Pariente, k: int, caso: Ejemplo) -> float:
    fuente = mortalidad(caso, invalido=p.invalido)
    # Improvement is for the non-disabled only (IFA 2010, A-10).
    return sobrevive(fuente, p.sexo, p.edad, k, None if p.invalido else caso)


def invalido_al_limite(h: Pariente, k: int, caso: Ejemplo) -> float:
    """Probability that a child is past his limit after k years, alive, and disabled before it.

    He became disabled in year t, of which he was entitled at the start and which he survived;
    from then on he dies as the disabled do.
    """
    filas = caso.opciones.get("tabla_invalidez_hijos")
    limite = caso.opciones.get("limite_hijos", 25) if h.estudia else 16
    if filas is None or h.invalido or h.edad >= limite or h.edad + k < limite:
        return 0.0
    tasas, sano, total = tabla(filas, h.sexo), 1.0, 0.0
    fuente = mortalidad(caso, invalido=True)
    for t in range(limite - h.edad):
        r = tasas.get(h.edad + t, 0.0)
        entra = sano * r * sigue(h, t, caso) * vive(h, t + 1, caso)
        total += entra * sobrevive(fuente, h.sexo, h.edad + t + 1, k - t - 1)
        sano *= 1.0 - r
    return total


def con_derecho(caso: Ejemplo) -> tuple[Pariente, ...]:
    """The family without the parents whom a spouse or an entitled child leaves out.

    Arts. 66, 137 and 138: ascendants only if there is neither spouse nor entitled child. It is
    looked at on the day of the valuation; that their turn may come later is not valued.
    """
    otros = tuple(p for p in caso.familia if p.es_conyuge or p.es_hijo)
    if any(p.es_conyuge or sigue(p, 0, caso) > 0.0 for p in otros):
        return otros
    return caso.familia


def conjuntos(caso: Ejemplo, k: int) -> Iterator[tuple[float, list[Pariente]]]:
    """Every set of relatives that may be entitled in year k, with its probability."""
    familia = con_derecho(caso)

    def sigo(i: int, p: float, presentes: list[Pariente]) -> Iterator[tuple[float, list[Pariente]]]:
        if p == 0.0:
            return
        if i == len(familia):
            yield p, presentes
            return
        uno = familia[i]
        e = vive(uno, k, caso) * (sigue(uno, k, caso) if uno.es_hijo else 1.0)
        yield from sigo(i + 1, p * e, [*presentes, uno])
        yield from sigo(i + 1, p * (1.0 - e), presentes)

    return sigo(0, 1.0, [])


def salario_mensual(caso: Ejemplo) -> float:
    """Monthly wage; where the pension is given in its place, the wage that would give it."""
    pension = caso.opciones.get("cuantia_basica_mensual")
    if pension is not None:
        return float(pension / (CUANTIA_BASICA if es_iv(caso) else IPT))
    return caso.salario * caso.opciones.get("dias_mes", 365 / 12)


def cuantia_basica(caso: Ejemplo) -> float:
    return CUANTIA_BASICA * salario_mensual(caso)


def garantia(caso: Ejemplo) -> float:
    return caso.opciones.get("pension_garantizada_mensual", 0.0)


def pension_invalidez(caso: Ejemplo, presentes: list[Pariente]) -> float:
    """Monthly pension with aguinaldo: arts. 138, 140, 141, 142 and 143."""
    cb, op = cuantia_basica(caso), caso.opciones
    conyuges = sum(p.es_conyuge for p in presentes)
    hijos = sum(p.es_hijo for p in presentes)
    ascendientes = len(presentes) - conyuges - hijos
    assert not (ascendientes and (conyuges or hijos)), "parents only when nobody else is there"
    asignaciones = 0.15 * conyuges + 0.10 * hijos + 0.10 * ascendientes
    if not presentes:
        ayuda = 0.15  # art. 138-IV
    elif ascendientes == 1:
        ayuda = 0.10  # art. 138-V
    else:
        ayuda = op.get("ayuda_asistencial", 0.0)  # art. 140, not in cases IV and V
    pension = cb * (1.0 + asignaciones + ayuda)
    if op.get("orden_tope", "piso_despues") == "piso_despues":
        pension = max(min(pension, salario_mensual(caso)), garantia(caso))
    else:
        pension = min(max(pension, garantia(caso)), salario_mensual(caso))
    base = max(cb, garantia(caso)) if op.get("aguinaldo", "base") == "base" else cb
    return pension + base / 12


def pension_titular(caso: Ejemplo, presentes: list[Pariente]) -> float:
    """Monthly pension of the living pensioner."""
    if caso.tipo == "invalidez":
        return pension_invalidez(caso, presentes)
    ipt = IPT * salario_mensual(caso)  # art. 58-II; family additions are within (art. 59)
    if caso.tipo == "ipt":
        return ipt * (1 + AGUINALDO_RT)
    grado = caso.opciones["grado"]
    return ipt * grado / 100 * (1 + AGUINALDO_RT if grado > 50 else 1)


def es_iv(caso: Ejemplo) -> bool:
    if caso.muerto:
        return bool(caso.opciones.get("seguro", "IV") == "IV")
    return caso.tipo == "invalidez"


def base_sobrevivencia(caso: Ejemplo) -> float:
    if es_iv(caso):
        return max(cuantia_basica(caso), garantia(caso))
    return IPT * salario_mensual(caso)


def huerfano_doble(h: Pariente, caso: Ejemplo, presentes: list[Pariente]) -> bool:
    """Both parents dead: so declared, or no spouse left beside the dead insured."""
    if h.orfandad == "doble":
        return True
    if caso.tipo == "orfandad":
        return False
    return not any(p.es_conyuge for p in presentes)


def pension_sobrevivientes(caso: Ejemplo, presentes: list[Pariente]) -> float:
    """Monthly pensions of all survivors with aguinaldo: arts. 64, 66, 131, 135, 137, 142, 144."""
    iv = es_iv(caso)
    partes = []  # share of each one, and its aguinaldo as a part of the monthly payment
    for p in presentes:
        if p.es_conyuge:
            partes.append((0.90 if iv else 0.40, 1 / 12 if iv else AGUINALDO_RT))
        elif p.es_hijo:
            doble = huerfano_doble(p, caso, presentes)
            rt = AGUINALDO_RT if doble else 0.0  # art. 64: not for a simple orphan
            partes.append((0.30 if doble else 0.20, 1 / 12 if iv else rt))
        else:
            partes.append((0.20, 1 / 12 if iv else AGUINALDO_RT))
    total = sum(parte for parte, _ in partes)
    reduccion = min(1.0, 1.0 / total) if total else 1.0
    pagado = sum(parte * reduccion * (1 + aguinaldo) for parte, aguinaldo in partes)
    return base_sobrevivencia(caso) * pagado


def pago_finiquito(caso: Ejemplo, k: int) -> float:
    """Expected finiquitos at the start of year k, for a dead insured: three payments each.

    They go to a living child who was entitled the year before and no longer is, by age or
    school: arts. 64 and 136. Without aguinaldo and without the cap of the family.
    """
    conyuges = [p for p in caso.familia if p.es_conyuge]
    pareja = vive(conyuges[0], k, caso) if conyuges else 0.0
    total = 0.0
    for h in caso.familia:
        if not h.es_hijo or h.invalido:
            continue
        con = 0.30 if huerfano_doble(h, caso, conyuges) else 0.20
        sin = 0.30 if huerfano_doble(h, caso, []) else 0.20
        parte = con * pareja + sin * (1.0 - pareja)
        deja = sigue(h, k - 1, caso) - sigue(h, k, caso)
        total += 3.0 * base_sobrevivencia(caso) * parte * vive(h, k, caso) * deja
    return total


def pagos_invalidez_hijos(caso: Ejemplo, k: int) -> tuple[float, float]:
    """Expected month of year k for children disabled past their limit: insured alive, and dead.

    Alive, the 10 % of art. 138; dead, the pension of one orphan. Apart from the caps of the family.
    """
    conyuges = [p for p in caso.familia if p.es_conyuge]
    pareja = vive(conyuges[0], k, caso) if conyuges else 0.0
    iv, base = es_iv(caso), base_sobrevivencia(caso)
    en_vida = tras_la_muerte = 0.0
    for h in caso.familia:
        p = invalido_al_limite(h, k, caso) if h.es_hijo else 0.0
        if p == 0.0:
            continue
        if caso.tipo == "invalidez":
            en_vida += p * 0.10 * cuantia_basica(caso)
        for presentes, cuanto in ((conyuges, pareja), ([], 1.0 - pareja)):
            doble = huerfano_doble(h, caso, presentes)
            aguinaldo = 1 / 12 if iv else AGUINALDO_RT if doble else 0.0
            mes = (0.30 if doble else 0.20) * base * (1.0 + aguinaldo)
            tras_la_muerte += p * cuanto * mes
    return en_vida, tras_la_muerte


def aumentos(caso: Ejemplo, k: int) -> tuple[float, float]:
    """Factors of year k on the pensioner's payments and on the survivors'.

    Décimo Cuarto Transitorio: the age of 60 is asked of the pensioner (b, d), not of orphans and
    ascendants (c) nor of widows (e).
    """
    modo = caso.opciones.get("incremento", "ninguno")
    if modo == "ninguno":
        return 1.0, 1.0
    if modo == "a_los_60" and caso.edad + k < 60:
        return 1.0, 1.11
    return 1.11, 1.11


def monto_constitutivo(caso: Ejemplo) -> dict[str, float]:
    """PBSI, PBSS, PFH, both PSIH, MCSI, MCSS and MC of one case, in pesos."""
    op = caso.opciones
    invalidos = mortalidad(caso, invalido=True)
    v = 1.0 / (1.0 + caso.tasa)
    con_sobrevivencia = op.get("sobrevivencia", caso.tipo != "ipp")

    suma_si = suma_ss = inicial_si = inicial_ss = pfh = hijos_si = hijos_ss = 0.0
    for k in range(130):
        vivo = 0.0 if caso.muerto else sobrevive(invalidos, caso.sexo, caso.edad, k)
        aumento_si, aumento_ss = aumentos(caso, k)
        si = ss = 0.0
        for p, presentes in conjuntos(caso, k):
            if vivo:
                si += vivo * p * pension_titular(caso, presentes) * aumento_si
            if vivo < 1.0 and con_sobrevivencia:
                ss += (1.0 - vivo) * p * pension_sobrevivientes(caso, presentes) * aumento_ss
        hijo_si, hijo_ss = pagos_invalidez_hijos(caso, k)
        hijos_si += v**k * vivo * hijo_si * aumento_si
        if con_sobrevivencia:
            hijos_ss += v**k * (1.0 - vivo) * hijo_ss * aumento_ss
        suma_si += v**k * si
        suma_ss += v**k * ss
        if k == 0:
            inicial_si, inicial_ss = si, ss
        elif con_sobrevivencia:
            pfh += v**k * (1.0 - vivo) * pago_finiquito(caso, k) * aumento_ss

    if op.get("pagos", "ciertos") == "ciertos":
        doce = 12.0 if caso.tasa == 0.0 else (1.0 - v) / (1.0 - v ** (1 / 12))
        pbsi, pbss = doce * suma_si, doce * suma_ss
    else:
        doce = 12.0
        pbsi = 12.0 * (suma_si - 11 / 24 * inicial_si)
        pbss = 12.0 * (suma_ss - 11 / 24 * inicial_ss)
    psih_si, psih_ss = doce * hijos_si, doce * hijos_ss  # never in year 0

    cargado = op.get("facbi", 1.0) * (1.0 + op.get("margen", 0.02) + op.get("gastos", 0.0))
    vencidos = op.get("pagos_vencidos", 0.0)
    mcsi, mcss = (pbsi + psih_si) * cargado, (pbss + psih_ss + pfh) * cargado
    if caso.muerto:
        mcss += vencidos
    else:
        mcsi += vencidos
    return {
        **{"PBSI": pbsi, "PBSS": pbss, "PFH": pfh, "PSIH_SI": psih_si, "PSIH_SS": psih_ss},
        **{"MCSI": mcsi, "MCSS": mcss, "MC": mcsi + mcss},
    }
