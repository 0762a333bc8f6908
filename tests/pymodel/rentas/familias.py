"""Cases for the independent checks of the monto constitutivo: plain records, drawn at random."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from typing import Any

ENCABEZADO = ["parentesco", "edad", "sexo", "invalido", "estudia", "orfandad"]
PENSIONADO_VIVO = ("invalidez", "ipt", "ipp")
ASEGURADO_MUERTO = ("viudez", "viudez_orfandad", "orfandad", "ascendencia")
TIPOS = (*PENSIONADO_VIVO, *ASEGURADO_MUERTO)
INCREMENTOS = ["ninguno", "inmediato", "a_los_60"]
BASES = ("1997", "2009", "2015", "RCS")


@dataclass(frozen=True)
class Pariente:
    """One row of the family table."""

    parentesco: str
    edad: int
    sexo: str
    invalido: bool = False
    estudia: bool = True
    orfandad: str = ""

    @property
    def es_hijo(self) -> bool:
        return self.parentesco == "hijo"

    @property
    def es_conyuge(self) -> bool:
        return self.parentesco in ("conyuge", "concubina", "concubinario")


@dataclass(frozen=True)
class Ejemplo:
    """One call of MONTO_CONSTITUTIVO."""

    tipo: str
    edad: int
    sexo: str
    salario: float
    familia: tuple[Pariente, ...] = ()
    bases: str = "1997"
    tasa: float = 0.035
    opciones: dict[str, Any] = field(default_factory=dict)

    @property
    def muerto(self) -> bool:
        return self.tipo in ASEGURADO_MUERTO

    def beneficiarios(self) -> list[list[Any]]:
        """Return the family as a sheet would hold it, header first."""
        return [
            ENCABEZADO,
            *(
                [
                    p.parentesco,
                    p.edad,
                    p.sexo,
                    "sí" if p.invalido else "no",
                    "sí" if p.estudia else "no",
                    p.orfandad,
                ]
                for p in self.familia
            ),
        ]


def conyuge(azar: random.Random, edad: int, sexo: str, minima: int) -> Pariente:
    otro = "M" if sexo == "H" else "H"
    parentesco = azar.choice(["conyuge", "concubina" if otro == "M" else "concubinario"])
    suya = max(minima, edad + azar.randint(-15, 25))
    return Pariente(parentesco, suya, otro, invalido=azar.random() < 0.08)


def hijo(azar: random.Random, maxima: int, orfandad: str) -> Pariente:
    return Pariente(
        "hijo",
        azar.randint(0, min(24, maxima)),
        azar.choice("HM"),
        invalido=azar.random() < 0.15,
        estudia=azar.random() < 0.75,
        orfandad=orfandad,
    )


def hijos(azar: random.Random, tipo: str, maxima: int) -> tuple[Pariente, ...]:
    """One to five children, at least one of them entitled by age."""
    clases = ["sencilla", "doble"] if tipo == "orfandad" else ["", "", "", "sencilla", "doble"]
    todos = [hijo(azar, maxima, azar.choice(clases)) for _ in range(azar.randint(1, 5))]
    todos[0] = replace(todos[0], edad=min(todos[0].edad, 15))
    azar.shuffle(todos)
    return tuple(todos)


def hijos_sin_derecho(azar: random.Random, maxima: int) -> tuple[Pariente, ...]:
    """Up to two grown children out of school."""
    grandes = [
        Pariente("hijo", azar.randint(16, 40), azar.choice("HM"), estudia=False)
        for _ in range(azar.randint(0, 2))
    ]
    return tuple(h for h in grandes if h.edad <= maxima)


def padres(azar: random.Random, edad: int) -> tuple[Pariente, ...]:
    sexos = azar.choice(["H", "M", "HM"])
    return tuple(
        Pariente("ascendiente", min(101, edad + azar.randint(17, 40)), s, azar.random() < 0.1)
        for s in sexos
    )


def familia(azar: random.Random, tipo: str, edad: int, sexo: str) -> tuple[Pariente, ...]:
    """Draw a family that the law and the checks of the function admit for `tipo`."""
    maxima = edad - 16  # oldest child that either parent could have
    if tipo == "viudez":
        return (conyuge(azar, edad, sexo, 18),)
    if tipo == "ascendencia":
        # A child of the dead insured is in no relation to his age, which is not used.
        return (*hijos_sin_derecho(azar, 40), *padres(azar, edad))
    if tipo == "orfandad":
        return hijos(azar, tipo, maxima)
    clase = azar.choice(["sola", "ascendientes", "conyuge", "hijos", "ambos", "ambos", "ambos"])
    if tipo == "viudez_orfandad":
        clase = "ambos"
    if clase == "sola":
        return ()
    if clase == "ascendientes":
        return (*padres(azar, edad), *hijos_sin_derecho(azar, maxima))
    gente = () if clase == "conyuge" else hijos(azar, tipo, maxima)
    if clase != "hijos":
        mayor = max((h.edad for h in gente), default=2)
        gente = (*gente, conyuge(azar, edad, sexo, mayor + 16))
    if azar.random() < 0.1:  # without right, beside a spouse or children
        gente = (*padres(azar, edad), *gente)
    return gente


Filas = tuple[tuple[Any, ...], ...]


def de_mortalidad(azar: random.Random, desde: int, escala: float) -> Filas:
    """Rows edad, hombres, mujeres of a made-up life table, closed or not."""
    ultima, crece = azar.choice([102, 106, 110]), azar.uniform(1.07, 1.10)
    filas = []
    for x in range(desde, ultima + 1):
        hombres = min(1.0, round(escala * (0.0005 + 0.00004 * crece**x), 6))
        filas.append((x, hombres, round(0.8 * hombres, 6)))
    if azar.random() < 0.5:
        filas[-1] = (ultima, 1.0, 1.0)
    return tuple(filas)


def de_invalidez(azar: random.Random) -> Filas:
    """Yearly rates at which children become disabled, from an age on."""
    base = azar.uniform(0.005, 0.04)
    return tuple((x, round(base, 5), round(base * 0.7, 5)) for x in range(azar.choice([0, 5]), 25))


def de_mejora(azar: random.Random) -> dict[str, Any]:
    """Factors of improvement by age, or by age and year with the date of the valuation."""
    f = round(azar.uniform(0.97, 0.995), 4)
    edades = range(azar.choice([0, 30]), azar.choice([90, 111]))
    if azar.random() < 0.5:
        return {"factores_mejora": tuple((x, f, round(1.003 * f, 4)) for x in edades)}
    filas = [(x, t, f, round(f - 0.001 * (t % 7), 4)) for x in edades for t in range(2008, 2031)]
    return {
        "factores_mejora": (("edad", "anio", "hombres", "mujeres"), *filas),
        "fecha": azar.choice(["2010-12-31", "2005-06-30", "2020-01-01"]),
    }


def tablas(azar: random.Random) -> dict[str, Any]:
    """Draw tables of the user's own; most cases have none."""
    op: dict[str, Any] = {}
    if azar.random() < 0.15:
        op["tabla_activos"] = de_mortalidad(azar, azar.choice([0, 15]), 1.0)
    if azar.random() < 0.15:
        op["tabla_invalidos"] = de_mortalidad(azar, 15, 2.5)
    if azar.random() < 0.2:
        op["tabla_invalidez_hijos"] = de_invalidez(azar)
    if azar.random() < 0.15:
        op |= de_mejora(azar)
    return op


def opciones(azar: random.Random, tipo: str, bases: str, salario: float) -> dict[str, Any]:
    """Draw options; about half of the cases keep each default."""
    de_vida = tipo == "invalidez" or (tipo in ASEGURADO_MUERTO and azar.random() < 0.6)
    op: dict[str, Any] = {}
    if tipo in ASEGURADO_MUERTO:
        op["seguro"] = "IV" if de_vida else "RT"
    if tipo == "ipp":
        op["grado"] = azar.choice([26, 30, 45, 50, 51, 65, 80, 99])
    mensual = salario * 365 / 12
    posibles: list[tuple[str, list[Any]]] = [
        ("margen", [0.0, 0.01, 0.05]),
        ("gastos", [0.01, 0.02]),
        ("facbi", [1.0123, 0.99]),
        ("pagos", ["ciertos", "11/24"]),
        ("limite_hijos", [16, 18, 21, 25]),
        ("pagos_vencidos", [12345.67]),
        ("dias_mes", [30, 30.4]),
        ("incremento", ["ninguno", "inmediato"] if tipo in ASEGURADO_MUERTO else INCREMENTOS),
    ]
    if bases != "1997":
        posibles.append(("desercion", ["acumulada", "edad_alcanzada", "ninguna"]))
    if de_vida:
        posibles += [
            ("pension_garantizada_mensual", [0.3 * mensual, 0.6 * mensual, 1.2 * mensual]),
            ("orden_tope", ["piso_despues", "tope_despues"]),
            ("aguinaldo", ["base", "cb"]),
        ]
    if tipo == "invalidez":
        posibles.append(("ayuda_asistencial", [0.1, 0.2]))
    if tipo in PENSIONADO_VIVO:
        posibles.append(("sobrevivencia", [True, True, False]))
    if azar.random() < 0.2:
        posibles.append(("cuantia_basica_mensual", [0.25 * mensual, 0.5 * mensual]))
    for nombre, valores in posibles:
        if azar.random() < 0.45:
            op[nombre] = azar.choice(valores)
    return op | tablas(azar)


COMUNES = (
    *("pagos", "limite_hijos", "dias_mes", "incremento", "desercion", "orden_tope", "aguinaldo"),
    *("sobrevivencia", "fecha", "factores_mejora", "tabla_invalidez_hijos"),
    *("tabla_activos", "tabla_invalidos"),
)


def cartera(n: int, semilla: int, bases: str, tasa: float, **comunes: Any) -> list[Ejemplo]:
    """Draw `n` cases that share bases, rate and the options that a portfolio has in common."""
    assert set(comunes) <= set(COMUNES)
    return [
        replace(
            c,
            bases=bases,
            tasa=tasa,
            opciones={k: v for k, v in c.opciones.items() if k not in COMUNES} | comunes,
        )
        for c in al_azar(n, semilla)
    ]


def al_azar(n: int, semilla: int) -> list[Ejemplo]:
    """Draw `n` cases that go round every tipo and every bases."""
    azar = random.Random(semilla)
    ejemplos = []
    for i in range(n):
        tipo = TIPOS[i % len(TIPOS)]
        bases = BASES[(i // len(TIPOS)) % len(BASES)]
        edad, sexo = azar.randint(18, 70), azar.choice("HM")
        salario = round(azar.uniform(80, 1500), 2)
        ejemplos.append(
            Ejemplo(
                tipo,
                edad,
                sexo,
                salario,
                familia(azar, tipo, edad, sexo),
                bases,
                azar.choice([0.035, 0.035, 0.02, 0.045, 0.0]),
                opciones(azar, tipo, bases, salario),
            )
        )
    return ejemplos
