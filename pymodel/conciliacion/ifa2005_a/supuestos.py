"""Section 2.1: assumptions of cuadro I.1 and cash flow of cuadros I.2 and I.3."""

from __future__ import annotations

import functools
from collections.abc import Callable

import numpy as np

from pymodel import datos
from pymodel.conciliacion.ifa2005_a.comun import (
    ANIOS,
    DOCUMENTO,
    DOS_DECIMALES,
    MDP,
    Ficha,
    crecimiento,
    ficha,
    fijar,
    fuente,
    numerar,
    renglon,
    texto,
)
from pymodel.conciliacion.registro import Par
from pymodel.mifa import corto_plazo, estados
from pymodel.validacion import Vector

PCT = "%"
SUMINISTROS = "Incremento gasto en suministros %"
GUARDERIAS = "Incremento gasto en guarderías %"


def _fila(rotulo: str) -> Vector:
    return renglon("I.3", rotulo)


@functools.cache
def _real() -> Vector:
    return 100.0 * corto_plazo.crecimiento_real(corto_plazo.supuestos(DOCUMENTO))


def _driver(rotulo: str, ocho: str, i: int) -> Ficha:
    return ficha(
        "modelo",
        f"{rotulo}, {ANIOS[i + 1]}: (1 + asegurados)(1 + salarios reales) - 1",
        "% real",
        lambda: (renglon("I.1", ocho)[i], _real()[i]),
        DOS_DECIMALES,
        fuente("I.1"),
    )


def _materiales(anio: int) -> Ficha:
    """From the printed figure of the year before, by the drivers."""

    def calcular() -> Par:
        i = anio - 2005
        s = corto_plazo.supuestos(DOCUMENTO)
        nominal = (1 + corto_plazo.crecimiento_real(s)) * (1 + s.elegidos["inflacion"])
        fila = _fila("Materiales y suministros")
        return fila[i], fila[i - 1] * nominal[i - 1]

    return ficha(
        "modelo",
        f"Materiales y suministros {anio}: el año anterior × crecimiento real × inflación dic-dic",
        MDP,
        calcular,
        1.0,
        fuente("I.1", "I.3"),
    )


def _crecimiento(rotulo: str, supuesto: str, i: int, tolerancia: float) -> Ficha:
    return ficha(
        "identidad",
        f"{rotulo}: crecimiento nominal de {ANIOS[i + 1]} en el cuadro I.3 = cuadro I.1",
        PCT,
        lambda: (renglon("I.1", supuesto)[i], crecimiento(_fila(rotulo))[i]),
        tolerancia,
        fuente("I.1", "I.3"),
    )


def _personal(i: int, impreso: float) -> Ficha:
    return ficha(
        "identidad",
        f"Servicios de personal: crecimiento de {ANIOS[i + 1]}",
        PCT,
        lambda: (impreso, crecimiento(_fila("Servicios de personal"))[i]),
        DOS_DECIMALES,
        f"{texto('L352')}; cuadro I.3",
    )


# Row of the digest, label of the sum, tolerance.
SUMAS = (
    ("Egresos", 2.0),
    ("Excedente (Déficit) del año", 1.0),
    ("Excedente (Déficit) del año después de la creación de las reservas", 1.0),
    ("Transferencia neta entre reservas", 1.0),
    ("Saldo del año en RO después de transferencias", 1.0),
    ("Saldo final de RO", 1.0),
)


@functools.cache
def _formula(rotulo: str) -> Vector:
    """Printed rows added up as the layout says."""
    formato = estados.FLUJO_2005
    r = formato.por_clave[formato.por_rotulo[estados.plegar(rotulo)]]
    impresos = corto_plazo.flujo_publicado()
    total = np.zeros(len(ANIOS))
    for termino in r.suma:
        total = total + (-1.0 if termino.startswith("-") else 1.0) * impresos[termino.lstrip("-")]
    if r.acumula:
        total = total + impresos["saldo_inicial"]
    return total


def _suma(rotulo: str, i: int, tolerancia: float) -> Ficha:
    return ficha(
        "identidad",
        f"{rotulo}, {ANIOS[i]}: suma de sus renglones",
        MDP,
        lambda: (_fila(rotulo)[i], _formula(rotulo)[i]),
        tolerancia,
        fuente("I.3"),
    )


def _saldo_inicial(i: int) -> Ficha:
    return ficha(
        "identidad",
        f"Saldo inicial de la RO de {ANIOS[i]} = saldo final de {ANIOS[i - 1]}",
        MDP,
        lambda: (
            _fila("Saldo Inicial de Reservas Operativas")[i],
            _fila("Saldo final de RO")[i - 1],
        ),
        0.0,
        fuente("I.3"),
    )


def _real_de(rotulo: str, i: int) -> Ficha:
    """Printed growth of a row of I.2; it is the row that follows."""

    def calcular() -> Par:
        df = datos.tabla(DOCUMENTO, "cuadro_i_2")
        donde = int(np.argmax(df["Concepto"] == rotulo))
        impreso = df[str(ANIOS[i + 1])].to_numpy(np.float64)[donde + 1]
        return impreso, crecimiento(renglon("I.2", rotulo))[i]

    return ficha(
        "identidad",
        f"{rotulo}: crecimiento real de {ANIOS[i + 1]}",
        PCT,
        calcular,
        DOS_DECIMALES,
        fuente("I.2"),
    )


def _deflactor(rotulo: str, anio: int, falla: str = "") -> Ficha:
    def calcular() -> Par:
        i = anio - 2005
        s = corto_plazo.supuestos(DOCUMENTO)
        indice = corto_plazo.deflactores(s.elegidos["inflacion_promedio"], 1)
        return renglon("I.3", rotulo)[i] / renglon("I.2", f"Total de {rotulo}")[i], indice[i]

    return ficha(
        "modelo",
        f"Deflactor de {anio} implícito entre I.3 e I.2 ({rotulo.lower()}) = inflación promedio",
        "índice, 2006 = 1",
        calcular,
        1e-4,
        fuente("I.1", "I.2", "I.3"),
        falla_esperada=falla,
    )


INGRESOS_REALES = (
    "Defecto del informe: los ingresos de 2007 están deflactados con 1.0360 y no con la inflación "
    "promedio de 3.68 %; los egresos sí la usan."
)


def _constantes(rotulo: str, i: int) -> Ficha:
    """A row of I.2 from I.3 and the printed inflation, to the rounding of that inflation."""

    def calcular() -> Par:
        s = corto_plazo.supuestos(DOCUMENTO)
        reales = corto_plazo.pesos_constantes(
            _fila(rotulo), s.elegidos["inflacion_promedio"], base=1
        )
        return renglon("I.2", f"Total de {rotulo}")[i], reales[i]

    anios_de_inflacion = abs(i - 1)
    falla = INGRESOS_REALES if rotulo == "Ingresos" and i >= 2 else ""
    return ficha(
        "modelo",
        f"Total de {rotulo.lower()} {ANIOS[i]} en pesos de 2006",
        "mdp de 2006",
        calcular,
        1.0 + 0.00005 * anios_de_inflacion * 260_000,
        fuente("I.1", "I.2", "I.3"),
        falla_esperada=falla,
    )


def _sumandos(
    descripcion: str, publicado: float, calcular: Callable[[], float], tolerancia: float, donde: str
) -> Ficha:
    return ficha(
        "identidad", descripcion, MDP, lambda: (publicado, calcular()), tolerancia, texto(donde)
    )


def _renglones() -> list[list[Ficha]]:
    i3 = corto_plazo.flujo_publicado()
    i17 = [1_690_000.0, 2_919_106.2, 110_205.3, 113_223.0]
    return [
        [_driver("Suministros", SUMINISTROS, 0), _driver("Guarderías", GUARDERIAS, 0)],
        [
            _driver(n, r, i)
            for i in (1, 2)
            for n, r in (("Suministros", SUMINISTROS), ("Guarderías", GUARDERIAS))
        ],
        [_materiales(2007)],
        [_materiales(2008)],
        [
            _crecimiento("RJP", "Crecimiento de pensionados del RJP %", i, DOS_DECIMALES)
            for i in range(3)
        ],
        [
            _crecimiento("Sumas aseguradas", "Incremento gasto en sumas aseguradas %", i, 0.02)
            for i in range(3)
        ],
        [
            _crecimiento("Inversión física", "Incremento en inversión física %", i, 0.02)
            for i in range(3)
        ],
        [_personal(1, 11.93), _personal(2, 8.15)],
        [
            _sumandos(
                "Aumento del RJP de 2006 a 2007",
                6704.0,
                lambda: i3["rjp"][2] - i3["rjp"][1],
                0.0,
                "L352",
            )
        ],
        *([_suma(rotulo, i, tol) for i in range(4)] for rotulo, tol in SUMAS),
        [_saldo_inicial(i) for i in (1, 2, 3)],
        [_real_de("Total de Ingresos", i) for i in range(3)],
        [_real_de("Total de Egresos", i) for i in range(3)],
        [_deflactor("Ingresos", 2005), _deflactor("Egresos", 2005)],
        [_deflactor("Egresos", 2007), _deflactor("Egresos", 2008)],
        [
            _deflactor("Ingresos", 2007, INGRESOS_REALES),
            _deflactor("Ingresos", 2008, INGRESOS_REALES),
        ],
        [
            _sumandos(
                "Traspaso a la ROCF de 2005 = 1,115 + 255 + 2,236 + 910",
                -float(i3["traspaso_rocf"][0]),
                lambda: 1115 + 255 + 2236 + 910,
                0.0,
                "L358; cuadro I.3",
            )
        ],
        [
            _sumandos(
                "Transferencias entre reservas de 2005 = 1,690 + 2,700 + 219 + 224",
                -float(i3["transferencias"][0]),
                lambda: 1690 + 2700 + 219 + 224,
                0.0,
                "L358; cuadro I.3",
            )
        ],
        [
            ficha(
                "identidad",
                "Transferencias entre reservas de 2005 con los movimientos del cuadro I.17",
                MDP,
                lambda: (-i3["transferencias"][0], sum(i17) / 1000),
                1.0,
                fuente("I.3", "I.17"),
            )
        ],
        [
            _sumandos(
                "Traspaso a la ROCF de 2006 = 1,115 + 570",
                -float(i3["traspaso_rocf"][1]),
                lambda: 1115 + 570,
                0.0,
                "L360; cuadro I.3",
            ),
            _sumandos(
                "Transferencias entre reservas de 2006 = 3,500 + 2,255 + 86.5",
                -float(i3["transferencias"][1]),
                lambda: 3500 + 2255 + 86.5,
                1.0,
                "L360; cuadro I.3",
            ),
            _sumandos(
                "Transferencia neta de 2006 = 1,115 + 570 + 3,500 + 2,255 + 86.5",
                -float(i3["transferencia_neta"][1]),
                lambda: 1115 + 570 + 3500 + 2255 + 86.5,
                1.0,
                "L360; cuadro I.3",
            ),
        ],
        [
            ficha(
                "identidad",
                "Crecimiento de la meta de reservas de 2006",
                PCT,
                lambda: (58.03, crecimiento(i3["incremento_reservas"])[0]),
                DOS_DECIMALES,
                f"{texto('L354')}; cuadro I.3",
            )
        ],
        [
            ficha(
                "identidad",
                "Crecimiento del salario base de cotización, 190.08 / 180.27 - 1",
                PCT,
                lambda: (5.44, 100 * (190.08 / 180.27 - 1)),
                DOS_DECIMALES,
                texto("L260"),
            ),
        ],
        [
            ficha(
                "identidad",
                "Caída de 61.74 % que el texto atribuye al excedente después de reservas",
                PCT,
                lambda: (-61.74, crecimiento(i3["excedente_tras_reservas"])[0]),
                DOS_DECIMALES,
                f"{texto('L354')}; cuadro I.3",
                falla_esperada="Defecto del informe: 61.74 % es la caída del saldo final de la RO "
                "(10,176 a 3,893); el excedente después de reservas cae 79.53 %.",
            ),
            ficha(
                "identidad",
                "Caída del saldo final de la RO de 2005 a 2006",
                PCT,
                lambda: (-61.74, crecimiento(i3["saldo_final"])[0]),
                DOS_DECIMALES,
                f"{texto('L354')}; cuadro I.3",
            ),
        ],
        [
            ficha(
                "identidad",
                f"Puente de ingresos entre I.3 e I.4, {ANIOS[i]}: pensiones en curso de pago",
                MDP,
                fijar(
                    lambda i: (
                        renglon("I.3", "Ingresos")[i] - renglon("I.4", "Total de Ingresos")[i],
                        i3["pensiones_en_curso"][i],
                    ),
                    i,
                ),
                1.0,
                f"{fuente('I.3', 'I.4')}; texto, L428",
                falla_esperada="El texto sólo explica el puente en parte: quedan sin explicar "
                "11,673 en 2005 y 2,101, 5,697 y 6,114 en 2006 a 2008.",
            )
            for i in range(4)
        ],
    ]


# --- The projection as a model ------------------------------------------------------------------


def _holgura(rotulo: str) -> Vector:
    """Rounding of the printed inputs carried to each year of a computed row, mdp.

    Growth rates are printed to 0.01 points (0.02 where the digest says so); levels to whole mdp.
    """
    i3 = corto_plazo.flujo_publicado()
    anios = np.arange(float(len(ANIOS)))
    tasa = {"rjp": 5e-5, "materiales": 1.5e-4, "sumas_aseguradas": 2e-4, "inversion_fisica": 2e-4}
    formato = estados.FLUJO_2005

    def de(clave: str) -> Vector:
        r = formato.por_clave[clave]
        if clave == "saldo_inicial":
            return np.concatenate([[0.0], de("saldo_final")[:-1]])
        if not r.suma:
            holgura: Vector = tasa.get(clave, 0.0) * anios * np.abs(i3[clave]) + 0.5
            return holgura
        suma = sum((de(t.lstrip("-")) for t in r.suma), np.zeros(len(ANIOS))) + 0.5
        return np.asarray(np.cumsum(suma) if r.acumula else suma, dtype=np.float64)

    return de(formato.por_rotulo[estados.plegar(rotulo)])


@functools.cache
def _proyectado() -> dict[str, Vector]:
    return estados.por_clave(corto_plazo.flujo_2005(), estados.FLUJO_2005)


DERIVADOS = (
    "Saldo Inicial de Reservas Operativas",
    "Egresos",
    "RJP",
    "Sumas aseguradas",
    "Inversión física",
    "Materiales y suministros",
    *(rotulo for rotulo, _ in SUMAS[1:]),
)


def _modelo(rotulo: str) -> Ficha:
    clave = estados.FLUJO_2005.por_rotulo[estados.plegar(rotulo)]
    return ficha(
        "modelo",
        f"Flujo de efectivo proyectado desde 2005: {rotulo}",
        MDP,
        lambda: (_fila(rotulo), _proyectado()[clave]),
        _holgura(rotulo),
        fuente("I.1", "I.3"),
        nota="Tolerancia: el redondeo de lo impreso, propagado. Renglones insumo: ingresos, "
        "personal, subsidios, servicios generales, pensiones en curso, metas y transferencias.",
    )


def _modelo_i2() -> list[list[Ficha]]:
    return [[_constantes(rotulo, i) for i in range(4)] for rotulo in ("Ingresos", "Egresos")]


def _alerta() -> Ficha:
    def calcular() -> Par:
        anio, _ = corto_plazo.alerta_ro(corto_plazo.flujo_2005())
        return 2007.0, float(anio)

    return ficha(
        "modelo",
        "Primer año en que las reservas operativas requieren financiamiento",
        "año",
        calcular,
        0.0,
        f"{texto('L356')}; cuadro I.3",
    )


S21 = numerar("2.1", _renglones())
MODELO = numerar("1.1", [[_modelo(r)] for r in DERIVADOS]) + numerar("1.2", _modelo_i2())
ALERTA = numerar("1.3", [[_alerta()]])
