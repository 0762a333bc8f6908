"""Monte Carlo of the lives of a family: what is paid, year by year, in each simulated history.

No survival function and no expectation enter: people die or not at the end of each year, children
leave school or not, and the payments of the law to those who are there are added up and
discounted. It shares nothing with the naive implementation but the description of a case.

A year's payments are twelve, certain, to who is alive at its start. `desercion="edad_alcanzada"`
and `pagos="11/24"` are not histories of lives (the first lets a child come back to school, the
second is an approximation) and are refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from familias import Ejemplo, Pariente
from numpy.typing import NDArray

BIOMETRIA = Path(__file__).resolve().parents[3] / "pymodel" / "datos" / "biometria"
NO_INVALIDOS = {
    "1997": "emssa_97_activos.csv",
    "2009": "emssa_09_activos.csv",
    "2015": "emssa_15_tabla1_activos.csv",
    "RCS": "emssa_rcs_15_tabla2_activos.csv",
}
INVALIDOS = dict.fromkeys(NO_INVALIDOS, "emssi_imss_rcs_12_invalidos.csv") | {
    "1997": "emssi_97_invalidos.csv"
}
ULTIMA = 130  # nobody is alive at this age in any table


@dataclass(frozen=True)
class Estimacion:
    """Mean of the simulated histories and standard error of that mean, pesos."""

    media: float
    error: float


def tasas_por_edad(archivo: str, sexo: str) -> NDArray[np.float64]:
    """Yearly rates for ages 0 to ULTIMA: 0 before the table, 1 after it."""
    datos = np.genfromtxt(BIOMETRIA / archivo, delimiter=",", skip_header=1)
    return _extendidas(datos, sexo)


def _extendidas(datos: NDArray[np.float64], sexo: str) -> NDArray[np.float64]:
    columna = 1 if datos.shape[1] == 2 or sexo == "H" else 2
    tasas = np.ones(ULTIMA + 1)
    tasas[: int(datos[0, 0])] = 0.0
    tasas[datos[:, 0].astype(int)] = datos[:, columna]
    return tasas


def mortalidad(caso: Ejemplo, sexo: str, *, invalido: bool) -> NDArray[np.float64]:
    """Yearly probabilities of death for ages 0 to ULTIMA, of the bases or of the user's table."""
    propia = caso.opciones.get("tabla_invalidos" if invalido else "tabla_activos")
    if propia is not None:
        return _extendidas(np.array(propia, dtype=float), sexo)
    return tasas_por_edad((INVALIDOS if invalido else NO_INVALIDOS)[caso.bases], sexo)


def mejoras(caso: Ejemplo, sexo: str, edad: int) -> NDArray[np.float64]:
    """Factor on the mortality of who is `edad` today, for each age up to ULTIMA."""
    filas = caso.opciones.get("factores_mejora")
    factores = np.ones(ULTIMA + 1)
    if filas is None:
        return factores
    if filas[0][0] != "edad":
        for x, *por_sexo in filas:
            factores[x] = por_sexo[sexo == "M"] ** max(0, x - edad)
        return factores
    hoy = int(caso.opciones["fecha"][:4])
    for x, anio, *por_sexo in filas[1:]:
        if anio <= hoy + x - edad:
            factores[x] *= por_sexo[sexo == "M"]
    return factores


def anios_de_vida(
    azar: np.random.Generator, n: int, q: NDArray[np.float64], edad: int
) -> NDArray[np.int64]:
    """Whole years lived from `edad`, one per history: the first year whose end kills."""
    vividos = np.zeros(n, dtype=np.int64)
    vivos = np.arange(n)
    for x in range(edad, ULTIMA + 1):
        vivos = vivos[azar.random(vivos.size) >= q[x]]
        vividos[vivos] += 1
    return vividos


def anios_como_invalido(
    azar: np.random.Generator,
    caso: Ejemplo,
    h: Pariente,
    vida: NDArray[np.int64],
    derecho: NDArray[np.int64],
) -> NDArray[np.int64]:
    """Years from today until the death of a child who became disabled while entitled, else -1.

    Each year at whose start he is entitled, and which he survives, may disable him.
    """
    muere = np.full(vida.shape, -1)
    filas = caso.opciones.get("tabla_invalidez_hijos")
    if filas is None or h.invalido:
        return muere
    por_edad = {fila[0]: fila[1 + (h.sexo == "M")] for fila in filas}
    q = mortalidad(caso, h.sexo, invalido=True)
    for t in range(int(derecho.max(initial=0))):
        cae = azar.random(vida.size) < por_edad.get(h.edad + t, 0.0)
        nuevos = cae & (muere < 0) & (derecho > t) & (vida > t)
        vividos = anios_de_vida(azar, int(nuevos.sum()), q, h.edad + t + 1)
        muere[nuevos] = t + 1 + vividos
    return muere


def anios_con_derecho(
    azar: np.random.Generator, n: int, h: Pariente, caso: Ejemplo
) -> NDArray[np.int64]:
    """Years after which age or school end a child's right, one per history."""
    if h.invalido:
        return np.full(n, ULTIMA)
    limite = caso.opciones.get("limite_hijos", 25) if h.estudia else 16
    anios = np.full(n, max(0, limite - h.edad))
    modo = caso.opciones.get("desercion", "ninguna" if caso.bases == "1997" else "acumulada")
    if modo == "acumulada":
        abandona = tasas_por_edad("emde_imss_09_desercion_escolar.csv", "H")
        for k in range(max(0, limite - h.edad)):
            edad = h.edad + k
            sale = (azar.random(n) < abandona[edad]) & (edad >= 16)
            anios = np.where(sale, np.minimum(anios, k + 1), anios)
    elif modo != "ninguna":
        raise ValueError(f"desercion={modo} is not a history of lives")
    return anios


@dataclass
class _Presentes:
    """Who is entitled at the start of a year, by history."""

    conyuge: NDArray[np.bool_]
    sencillos: NDArray[np.int64]
    dobles: NDArray[np.int64]
    ascendientes: NDArray[np.int64]

    @property
    def hijos(self) -> NDArray[np.int64]:
        return self.sencillos + self.dobles


def titular(caso: Ejemplo, sm: float, hay: _Presentes) -> NDArray[np.float64]:
    """Monthly payment to the living pensioner, with the monthly part of the aguinaldo."""
    op = caso.opciones
    if caso.tipo != "invalidez":
        porcentaje = op["grado"] / 100 if caso.tipo == "ipp" else 1.0
        dias = 375 if porcentaje > 0.5 else 360
        return np.full(hay.hijos.shape, 0.7 * sm * porcentaje * dias / 360)
    cb, pg = 0.35 * sm, op.get("pension_garantizada_mensual", 0.0)
    nadie = ~hay.conyuge & (hay.hijos + hay.ascendientes == 0)
    puntos = 15.0 * hay.conyuge + 10.0 * (hay.hijos + hay.ascendientes)
    puntos += np.where(nadie, 15.0, 0.0) + np.where(hay.ascendientes == 1, 10.0, 0.0)
    puntos += np.where(
        nadie | (hay.ascendientes == 1), 0.0, 100.0 * op.get("ayuda_asistencial", 0.0)
    )
    pension = cb * (1 + puntos / 100)
    if op.get("orden_tope", "piso_despues") == "tope_despues":
        pension = np.minimum(np.maximum(pension, pg), sm)
    else:
        pension = np.maximum(np.minimum(pension, sm), pg)
    return pension + (cb if op.get("aguinaldo") == "cb" else max(cb, pg)) / 12


def sobrevivientes(caso: Ejemplo, base: float, iv: bool, hay: _Presentes) -> NDArray[np.float64]:
    """Monthly payments to the survivors, with the monthly part of the aguinaldo."""
    viudez, orfandad_s = hay.conyuge * (0.9 if iv else 0.4), 0.2 * hay.sencillos
    orfandad_d, ascendencia = 0.3 * hay.dobles, 0.2 * hay.ascendientes
    suma = viudez + orfandad_s + orfandad_d + ascendencia
    tope = 1.0 / np.maximum(suma, 1.0)
    if iv:
        return base * suma * tope * 13 / 12
    return base * tope * (suma + (suma - orfandad_s) * 15 / 360)


def simular(caso: Ejemplo, n: int, semilla: int) -> dict[str, Estimacion]:
    """Estimate MCSI and MCSS of one case with `n` histories."""
    azar = np.random.default_rng(semilla)
    op = caso.opciones
    if op.get("pagos", "ciertos") != "ciertos":
        raise ValueError("only certain payments can be simulated")
    iv = caso.tipo == "invalidez" or (caso.muerto and op.get("seguro", "IV") == "IV")
    if "cuantia_basica_mensual" in op:
        sm = op["cuantia_basica_mensual"] / (0.35 if iv else 0.7)
    else:
        sm = caso.salario * op.get("dias_mes", 365 / 12)
    base = max(0.35 * sm, op.get("pension_garantizada_mensual", 0.0)) if iv else 0.7 * sm

    def vida(p: Pariente) -> NDArray[np.int64]:
        q = mortalidad(caso, p.sexo, invalido=p.invalido)
        if not p.invalido:
            q = np.where(q < 1.0, np.minimum(q * mejoras(caso, p.sexo, p.edad), 1.0), 1.0)
        return anios_de_vida(azar, n, q, p.edad)

    if caso.muerto:
        vida_titular = np.full(n, -1)
    else:
        q = mortalidad(caso, caso.sexo, invalido=True)
        vida_titular = anios_de_vida(azar, n, q, caso.edad)
    conyuges = [vida(p) for p in caso.familia if p.es_conyuge]
    hijos = [(p, vida(p), anios_con_derecho(azar, n, p, caso)) for p in caso.familia if p.es_hijo]
    como_invalidos = [anios_como_invalido(azar, caso, *hijo) for hijo in hijos]
    padres = [vida(p) for p in caso.familia if p.parentesco == "ascendiente"]
    if conyuges or any((derecho > 0).any() for _, _, derecho in hijos):
        padres = []  # arts. 66, 137 and 138, as the family is today

    v = 1 / (1 + caso.tasa)
    meses = float(np.sum(v ** (np.arange(12) / 12)))
    con_sobrevivencia = op.get("sobrevivencia", caso.tipo != "ipp")
    espera = op.get("incremento", "ninguno")
    valor_si, valor_ss = np.zeros(n), np.zeros(n)
    for k in range(ULTIMA):
        vivo = vida_titular >= k
        conyuge = np.zeros(n, dtype=bool)
        for vida_conyuge in conyuges:
            conyuge |= vida_conyuge >= k
        sencillos, dobles = np.zeros(n, dtype=np.int64), np.zeros(n, dtype=np.int64)
        finiquitos, asignaciones, orfandades = np.zeros(n), np.zeros(n), np.zeros(n)
        for (p, vida_hijo, derecho), muere in zip(hijos, como_invalidos, strict=True):
            sin_padres = np.full(n, p.orfandad == "doble")
            if caso.tipo != "orfandad":
                sin_padres |= ~conyuge
            con_derecho = (vida_hijo >= k) & (derecho > k)
            sencillos += con_derecho & ~sin_padres
            dobles += con_derecho & sin_padres
            if k > 0:
                termina = (vida_hijo >= k) & (derecho == k)
                finiquitos += termina * np.where(sin_padres, 0.3, 0.2) * base * 3
            if p.edad + k >= (op.get("limite_hijos", 25) if p.estudia else 16):
                asignaciones += (muere >= k) * 0.1
                dias = np.where(iv, 390, np.where(sin_padres, 375, 360))
                orfandades += (muere >= k) * np.where(sin_padres, 0.3, 0.2) * dias / 360
        ascendientes = np.zeros(n, dtype=np.int64)
        for vida_padre in padres:
            ascendientes += vida_padre >= k
        hay = _Presentes(conyuge, sencillos, dobles, ascendientes)
        incremento = 1.11 if espera == "inmediato" or caso.edad + k >= 60 else 1.0
        pension = titular(caso, sm, hay)
        if caso.tipo == "invalidez":
            pension += asignaciones * 0.35 * sm
        pension *= 1.0 if espera == "ninguno" else incremento
        valor_si += np.where(vivo, pension, 0.0) * meses * v**k
        if con_sobrevivencia:
            pension_ss = sobrevivientes(caso, base, iv, hay) + base * orfandades
            pagos = pension_ss * meses + finiquitos
            pagos *= 1.0 if espera == "ninguno" else 1.11
            valor_ss += np.where(vivo, 0.0, pagos) * v**k

    cargado = op.get("facbi", 1.0) * (1 + op.get("margen", 0.02) + op.get("gastos", 0.0))
    vencidos = op.get("pagos_vencidos", 0.0)

    def estimar(valor: NDArray[np.float64], fijo: float) -> Estimacion:
        return Estimacion(
            float(valor.mean()) * cargado + fijo,
            float(valor.std(ddof=1)) / n**0.5 * cargado,
        )

    return {
        "MCSI": estimar(valor_si, 0.0 if caso.muerto else vencidos),
        "MCSS": estimar(valor_ss, vencidos if caso.muerto else 0.0),
    }
