"""Sheets Con y sin RJP: statements of the five insurances, one sheet for each report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from xlsxwriter.utility import xl_rowcol_to_cell

from pymodel.mifa import comparativo, corto_plazo, estados
from pymodel.mifa.reparto import CLAVES, SEGUROS
from xl.libros.comun.entradas import Entrada
from xl.libros.comun.libro import Libro, bloque, celda
from xl.libros.estilo import INDICE, MDP, ORO, PCT, preparar

# Rows given to ESTADO_RESULTADOS.
DADOS = ("ingresos", "directos", "otros", "partidas", "incremento")
RENGLONES = tuple(r for r in estados.COMPARATIVO.renglones if r.clave != "financiamiento")
# Input rows of each insurance.
INSUMOS = {
    "ingresos_con": "Ingresos con RJP",
    "ingresos_sin": "Ingresos sin RJP",
    "directos": "Gastos directos sin RJP",
    "otros": "Otros gastos sin RJP",
    "partidas": "Partidas sin RJP",
    "incremento_con": "Incremento de reservas e inversión con RJP",
    "incremento_sin": "Incremento de reservas e inversión sin RJP",
}
ETIQUETAS_2010 = {
    "crecimiento_asegurados": "Crecimiento de los asegurados",
    "inflacion": "Inflación diciembre-diciembre",
    "crecimiento_salarial": "Crecimiento real del salario de cotización",
    "crecimiento_salarial_imss": "Crecimiento real de los salarios del IMSS",
    "inflacion_nomina": "Inflación de la nómina",
}
TITULO = {
    "SRT": "Riesgos de Trabajo (SRT)",
    "SEM": "Enfermedades y Maternidad (SEM)",
    "SIV": "Invalidez y Vida (SIV)",
    "SGPS": "Guarderías y Prestaciones Sociales (SGPS)",
    "SSFAM": "Salud para la Familia (SSFAM)",
}

CON_SIN = 1  # first of six columns: con and sin of each year
INSUMO = 9  # first of three columns of inputs
F_FACTOR = 15  # under the amounts and keys of the RJP


@dataclass(frozen=True)
class Informe:
    """One of the two sheets."""

    documento: str
    hoja: str
    anios: tuple[int, ...]
    prefijo: str
    fuente: str

    @property
    def primera(self) -> int:
        """Row of the first insurance."""
        return F_FACTOR + (len(ETIQUETAS_2010) + 4 if self.documento == "ifa2010" else 0)


IFA2005 = Informe(
    "ifa2005",
    "Con y sin RJP 2005",
    corto_plazo.ANIOS_2005[1:],
    "cr05",
    "IFA 2005, cuadros I.6 y I.9 a I.13",
)
IFA2010 = Informe(
    "ifa2010",
    "Con y sin RJP 2010",
    corto_plazo.ANIOS_2010,
    "cr10",
    "IFA 2010, cuadros I.2, II.2, III.2, IV.2 y V.2",
)
ALTO = len(DADOS) + len(RENGLONES) + 6


def _entradas(i: Informe) -> tuple[Entrada, ...]:
    dados = corto_plazo.insumos(i.documento)
    regla = comparativo.regla(i.documento)
    entradas = [
        Entrada(f"{i.prefijo}_clave_flujo", "Clave del RJP pagado", "opcion", regla.flujo,
                opciones=tuple(CLAVES)),
        Entrada(f"{i.prefijo}_clave_costo", "Clave del resto del costo" if i is IFA2005 else
                "Clave del costo neto del periodo", "opcion", regla.costo, opciones=tuple(CLAVES)),
        Entrada(f"{i.prefijo}_directo", "Gasto directo por peso de RJP pagado", "numero",
                regla.directo_entre_flujo, unidad="razón", minimo=0, maximo=10),
        *(Entrada(f"{i.prefijo}_flujo_{a}", f"RJP pagado en {a}", "mdp",
                  float(dados.flujo_rjp[t]), unidad="mdp") for t, a in enumerate(i.anios)),
        *(Entrada(f"{i.prefijo}_cnp_{a}", f"Costo neto del periodo del RJP en {a}", "mdp",
                  float(dados.cnp[t]), unidad="mdp") for t, a in enumerate(i.anios)),
    ]  # fmt: skip
    for s, seguro in enumerate(SEGUROS):
        filas = [[float(v) for v in np.asarray(getattr(dados, c))[:, s]] for c in INSUMOS]
        entradas.append(
            Entrada(
                f"{i.prefijo}_{seguro.lower()}",
                f"Renglones insumo de {seguro}",
                "tabla",
                filas,
                unidad="mdp",
                formato=MDP,
            )
        )
    if i is IFA2010:
        base = corto_plazo.supuestos("ifa2010").base
        entradas += [
            Entrada(f"{i.prefijo}_{n}_{a}", f"{rotulo}, {a}", "tasa",
                    round(float(base[n][t]), 10), unidad="% anual", minimo=-0.9, maximo=0.99,
                    ayuda="Cuadros C.2 y II.3 del IFA 2010.")
            for n, rotulo in ETIQUETAS_2010.items()
            for t, a in enumerate(i.anios[1:])
        ]  # fmt: skip
    return tuple(entradas)


_POR_INFORME = {i.prefijo: _entradas(i) for i in (IFA2005, IFA2010)}
ENTRADAS = tuple(x for grupo in _POR_INFORME.values() for x in grupo)
_POR_NOMBRE = {x.nombre: x for x in ENTRADAS}


def de_2005(libro: Libro) -> None:
    """Sheet of the IFA 2005."""
    _construir(libro, IFA2005)


def de_2010(libro: Libro) -> None:
    """Sheet of the IFA 2010."""
    _construir(libro, IFA2010)


def _construir(libro: Libro, i: Informe) -> None:
    hoja, e = libro.hoja(i.hoja), libro.estilos
    preparar(
        hoja,
        e,
        f"Estados con y sin RJP: {i.anios[0]} a {i.anios[-1]}",
        f"Millones de pesos corrientes ({i.fuente}). Con RJP = sin RJP + lo que la clave reparte. "
        "Lo azul se puede cambiar.",
        color=ORO,
    )
    hoja.set_column(0, 0, 60)
    hoja.set_column(CON_SIN, CON_SIN + 5, 12)
    hoja.set_column(CON_SIN + 6, CON_SIN + 6, 3)
    hoja.set_column(INSUMO - 1, INSUMO - 1, 40)
    hoja.set_column(INSUMO, INSUMO + 2, 12)
    hoja.freeze_panes(3, 1)
    _rjp(libro, i)
    if i is IFA2010:
        _factores(libro, i)
    for s in range(len(SEGUROS)):
        _seguro(libro, i, s)
    _total(libro, i)
    hoja.set_h_pagebreaks([_fila(i, s) - 1 for s in (2, 4)])


def _fila(i: Informe, s: int) -> int:
    """Row of the band of an insurance; that of the total is the sixth."""
    return i.primera + s * ALTO


def celda_estado(i: Informe, s: int, clave: str, t: int, cual: str = "con") -> str:
    """Reference to a row of an insurance in a year, con or sin RJP."""
    fila = _fila(i, s) + 3 + len(DADOS) + [r.clave for r in RENGLONES].index(clave)
    return celda(i.hoja, fila, CON_SIN + 2 * t + (cual == "sin"))


def _rjp(libro: Libro, i: Informe) -> None:
    """Amounts of the RJP, keys, and what each insurance bears."""
    hoja, e = libro.hoja(i.hoja), libro.estilos
    hoja.merge_range(3, 0, 3, CON_SIN + 5, "RJP del Instituto y claves de reparto", e.seccion())
    hoja.write_string(4, 0, "Concepto", e.encabezado())
    for t, a in enumerate(i.anios):
        hoja.write_number(4, CON_SIN + t, a, e.encabezado(num_format="0"))
    for k, (que, rotulo) in enumerate(
        (("flujo", "RJP pagado (efectivo), mdp"), ("cnp", "Costo neto del periodo, mdp"))
    ):
        hoja.write_string(5 + k, 0, rotulo, e.texto())
        for t, a in enumerate(i.anios):
            _POR_NOMBRE[f"{i.prefijo}_{que}_{a}"].escribir(libro, i.hoja, 5 + k, CON_SIN + t)
    hoja.write_string(7, 0, "Gasto directo por peso de RJP pagado, razón", e.texto())
    _POR_NOMBRE[f"{i.prefijo}_directo"].escribir(libro, i.hoja, 7, CON_SIN)
    for j, seguro in enumerate(SEGUROS):
        hoja.write_string(8, CON_SIN + 1 + j, seguro, e.encabezado())
    hoja.write_string(8, 0, "Participación de cada seguro", e.encabezado())
    hoja.write_string(8, CON_SIN, "Clave", e.encabezado())
    for k, que in enumerate(("flujo", "costo")):
        fila = 9 + 2 * k
        entrada = _POR_NOMBRE[f"{i.prefijo}_clave_{que}"]
        hoja.write_string(fila + 1, 0, entrada.etiqueta, e.texto())
        entrada.escribir(libro, i.hoja, fila + 1, CON_SIN)
        bloque(
            hoja,
            fila,
            CON_SIN + 1,
            2,
            5,
            f"=REPARTO_RJP(1,{entrada.nombre})",
            lambda r, _c: e.unidad() if r == 0 else e.calculo("0.000%"),
        )
        for j, seguro in enumerate(SEGUROS):
            libro.nombrar(
                f"{i.prefijo}_k_{que}_{seguro.lower()}", i.hoja, fila + 1, CON_SIN + 1 + j
            )


def _factores(libro: Libro, i: Informe) -> None:
    """Assumptions of 2012 and 2013, and their accumulated factor against the report."""
    hoja, e = libro.hoja(i.hoja), libro.estilos
    hoja.merge_range(
        F_FACTOR - 1, 0, F_FACTOR - 1, CON_SIN + 5,
        "Supuestos (2011 es el presupuesto y no se mueve)", e.seccion(),
    )  # fmt: skip
    titulos = ("Supuesto", *(str(a) for a in i.anios[1:]), *(f"Informe {a}" for a in i.anios[1:]),
               *(f"Factor {a}" for a in i.anios[1:]))  # fmt: skip
    for j, titulo in enumerate(titulos):
        hoja.write_string(F_FACTOR, j, titulo, e.encabezado())
    base = corto_plazo.supuestos("ifa2010").base
    for k, (n, rotulo) in enumerate(ETIQUETAS_2010.items(), 1):
        fila = F_FACTOR + k
        hoja.write_string(fila, 0, rotulo, e.texto())
        for t, a in enumerate(i.anios[1:]):
            _POR_NOMBRE[f"{i.prefijo}_{n}_{a}"].escribir(libro, i.hoja, fila, CON_SIN + t)
            hoja.write_number(fila, CON_SIN + 2 + t, round(float(base[n][t]), 10), e.publicado(PCT))
            propio, informe = (xl_rowcol_to_cell(fila, CON_SIN + c + t) for c in (0, 2))
            previo = f"*{xl_rowcol_to_cell(fila, CON_SIN + 3 + t)}" if t else ""
            hoja.write_formula(
                fila, CON_SIN + 4 + t, f"=(1+{propio})/(1+{informe}){previo}", e.calculo(INDICE)
            )


def _factor(i: Informe, renglon: str, t: int) -> str:
    """Product that moves an input row of 2010."""
    if i is not IFA2010 or t == 0:
        return ""
    claves = corto_plazo.INSUMOS_2010[renglon]
    filas = [F_FACTOR + 1 + list(ETIQUETAS_2010).index(c) for c in claves]
    return "".join(f"*{xl_rowcol_to_cell(f, CON_SIN + 3 + t, True, True)}" for f in filas)


def _insumo(i: Informe, s: int, renglon: str, t: int) -> str:
    return xl_rowcol_to_cell(_fila(i, s) + 2 + list(INSUMOS).index(renglon), INSUMO + t)


def _movido(i: Informe, s: int, renglon: str, t: int) -> str:
    """Input row under the assumptions in use."""
    propio = _insumo(i, s, renglon, t)
    if i is IFA2010:
        return propio + _factor(i, renglon.removesuffix("_con").removesuffix("_sin"), t)
    que = {"ingresos": "propios", "directos": "operacion", "incremento": "inversion"}.get(
        renglon.removesuffix("_con").removesuffix("_sin")
    )
    if que is None:
        return propio
    # What the whole flow changes is spread by income, direct expense and increases.
    parte = {"propios": "ingresos_con", "inversion": "incremento_con"}.get(que, renglon)
    suyo = _insumo(i, s, parte, t)
    todos = "+".join(_insumo(i, k, parte, t) for k in range(len(SEGUROS)))
    return f"{propio}+cp05_cambio_{que}_{i.anios[t]}*{suyo}/({todos})"


def _rjp_de(i: Informe, t: int) -> tuple[str, str]:
    """RJP paid and its cost under the assumptions in use."""
    a = i.anios[t]
    flujo, cnp = f"{i.prefijo}_flujo_{a}", f"{i.prefijo}_cnp_{a}"
    if i is IFA2005:
        cambio = f"cp05_cambio_rjp_{a}"
        return f"({flujo}+{cambio})", f"({cnp}+{cambio})"
    return f"({flujo}{_factor(i, 'flujo_rjp', t)})", f"({cnp}{_factor(i, 'cnp', t)})"


def _carga(i: Informe, s: int, t: int) -> dict[str, str]:
    """What the RJP adds to each row."""
    flujo, cnp = _rjp_de(i, t)
    k_flujo, k_costo = (f"{i.prefijo}_k_{q}_{SEGUROS[s].lower()}" for q in ("flujo", "costo"))
    directos = f"{k_flujo}*{i.prefijo}_directo*{flujo}"
    if i is IFA2005:
        otros = f"{k_costo}*({cnp}-{i.prefijo}_directo*{flujo})"
    else:
        otros = f"({k_costo}*{cnp}-{directos})"
    return {
        "directos": f"+{directos}",
        "otros": f"+{otros}",
        "partidas": f"+{directos}+{otros}-{k_flujo}*{flujo}",
    }


def _seguro(libro: Libro, i: Informe, s: int) -> None:
    hoja, e, fila = libro.hoja(i.hoja), libro.estilos, _fila(i, s)
    hoja.merge_range(fila, 0, fila, CON_SIN + 5, TITULO[SEGUROS[s]], e.seccion())
    hoja.merge_range(fila, INSUMO - 1, fila, INSUMO + 2, "Insumos", e.seccion())
    _columnas(libro, i, fila + 1)
    for t, a in enumerate(i.anios):
        hoja.write_number(fila + 1, INSUMO + t, a, e.encabezado(num_format="0"))
    hoja.write_string(fila + 1, INSUMO - 1, "Renglón, mdp", e.encabezado())
    for k, rotulo in enumerate(INSUMOS.values()):
        hoja.write_string(fila + 2 + k, INSUMO - 1, rotulo, e.texto())
    _POR_NOMBRE[f"{i.prefijo}_{SEGUROS[s].lower()}"].escribir(libro, i.hoja, fila + 2, INSUMO)
    for k, c in enumerate(DADOS):
        rotulo = estados.COMPARATIVO.por_clave[c].rotulo
        hoja.write_string(fila + 2 + k, 0, rotulo, e.texto())
        for t in range(len(i.anios)):
            carga = _carga(i, s, t).get(c, "")
            separado = c in ("ingresos", "incremento")
            for j, cual in enumerate(("con", "sin")):
                renglon = f"{c}_{cual}" if separado else c
                formula = _movido(i, s, renglon, t) + (carga if cual == "con" else "")
                hoja.write_formula(fila + 2 + k, CON_SIN + 2 * t + j, f"={formula}", e.calculo())
    partidas = f"{i.prefijo}_partidas_{SEGUROS[s].lower()}"
    libro.nombrar(partidas, i.hoja, fila + 1, 0, fila + 1 + len(DADOS), CON_SIN + 5)
    inicio = fila + 2 + len(DADOS)

    def formato(r: int, c: int) -> Any:
        if r == 0:
            return e.encabezado()
        if c == 0:
            return e.texto(bold=bool(RENGLONES[r - 1].suma))
        return e.total() if RENGLONES[r - 1].suma else e.calculo()

    bloque(hoja, inicio, 0, len(RENGLONES) + 1, 7, f"=ESTADO_RESULTADOS({partidas})", formato)


def _columnas(libro: Libro, i: Informe, fila: int) -> None:
    hoja, e = libro.hoja(i.hoja), libro.estilos
    hoja.write_string(fila, 0, "Concepto", e.encabezado())
    for t, a in enumerate(i.anios):
        for j, cual in enumerate(("con", "sin")):
            hoja.write_string(fila, CON_SIN + 2 * t + j, f"{a} {cual} RJP", e.encabezado())


def _total(libro: Libro, i: Informe) -> None:
    """Sum of the five insurances, and what the RJP weighs."""
    hoja, e, fila = libro.hoja(i.hoja), libro.estilos, _fila(i, len(SEGUROS))
    hoja.merge_range(fila, 0, fila, CON_SIN + 5, "Los cinco seguros", e.seccion())
    _columnas(libro, i, fila + 1)
    inicios = [_fila(i, s) + 2 + len(DADOS) for s in range(len(SEGUROS))]
    for k, r in enumerate(RENGLONES):
        hoja.write_string(fila + 2 + k, 0, r.rotulo, e.texto(bold=bool(r.suma)))
        for c in range(6):
            suma = "+".join(xl_rowcol_to_cell(f + 1 + k, CON_SIN + c) for f in inicios)
            formato = e.total() if r.suma else e.calculo()
            hoja.write_formula(fila + 2 + k, CON_SIN + c, f"={suma}", formato)
    ultima = fila + 2 + len(RENGLONES)
    excedente = fila + 2 + [r.clave for r in RENGLONES].index("excedente")
    hoja.write_string(ultima, 0, "Peso del RJP en el excedente (con - sin)", e.texto())
    for t, a in enumerate(i.anios):
        con, sin = (xl_rowcol_to_cell(excedente, CON_SIN + 2 * t + j) for j in (0, 1))
        hoja.write_formula(ultima, CON_SIN + 2 * t, f"={con}-{sin}", e.calculo())
        libro.nombrar(f"{i.prefijo}_peso_rjp_{a}", i.hoja, ultima, CON_SIN + 2 * t)
