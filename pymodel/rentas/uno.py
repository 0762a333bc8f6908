"""One case from what an analyst writes, and its breakdown as a table."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np

from pymodel import suma_asegurada, validacion
from pymodel.errores import DatoInvalido
from pymodel.rentas import calculo
from pymodel.rentas import opciones as opc
from pymodel.rentas.casos import caso, faltas, lugar_en_familia

FORMULAS = "las fórmulas oficiales (CUSF Anexo 14.2.1) no se pudieron leer"

_SI = ("suma_SI", "PBSI", "PSIH_SI", "PNSI", "MCSI")
_SS = ("suma_SS", "PBSS", "PSIH_SS", "PFH", "PNSS", "MCSS")
_SIN_TABLA = ("tabla_invalidez_hijos", "factores_mejora")


def un_caso(
    tipo: str,
    edad: Any,
    sexo: Any,
    salario_base_diario: Any,
    beneficiarios: Any,
    bases: Any = "1997",
    tasa: float = 0.035,
    opciones: opc.Opciones = opc.Opciones(),  # noqa: B008
) -> calculo.Desglose:
    """Monto constitutivo of one case; a mistake is placed in its row of the family.

    Parameters
    ----------
    tipo, edad, sexo, salario_base_diario, beneficiarios    See :func:`pymodel.rentas.caso`.
    bases, tasa, opciones                   See :func:`pymodel.rentas.monto_constitutivo`.

    Returns
    -------
    Desglose        Arrays of one case, pesos.

    Raises
    ------
    DatoInvalido    Argument, or row and column of the family, value and what was expected.
    """
    c = caso(tipo, edad, sexo, salario_base_diario, beneficiarios)
    b = opc.bases(bases, opciones)
    for falta in faltas(c, b, opciones):
        lugar = lugar_en_familia(beneficiarios, falta.campo, falta.ranura) or falta.campo
        if falta.campo in opc.NUMERICAS:
            lugar = f"opciones, {falta.campo}"
        encontrado = falta.encontrado
        if isinstance(encontrado, float) and np.isnan(encontrado):
            encontrado = None
        raise DatoInvalido(lugar, encontrado, falta.esperado)
    return calculo.calcular(c, b, validacion.tasa(tasa, "tasa"), opciones)


def tabla_desglose(d: calculo.Desglose) -> list[tuple[str, Any]]:
    """Rows (concept, value) of the breakdown of one case.

    Parameters
    ----------
    d : Desglose        Of one case.

    Returns
    -------
    list of (str, float or str)
        What was used, benefits, components and, with a balance, who pays. What is not included is
        told in words, never as a zero.
    """
    tipo = str(d.tipo[0])
    filas: list[tuple[str, Any]] = [
        ("tipo", tipo),
        ("bases", d.bases.nombre),
        ("tablas", d.bases.nota),
        ("tasa", d.tasa),
    ]
    filas += [(nombre, _opcion(nombre, tipo, d)) for nombre in opc.DEFECTOS]
    filas += [("salario_mensual", d.salario_mensual[0]), ("CB", d.CB[0])]
    dependientes = int(d.dependientes[0])
    for estado in ("b1", "b2", "s1", "s2"):
        valores = getattr(d, estado)[0, : dependientes + 1]
        filas += [(f"{estado}({j})", v if v == v else "") for j, v in enumerate(valores)]
    filas.append(("anualidad", d.anualidad[0]))
    for nombre in (*_SI, *_SS, "MC", "MC_sin_garantia"):
        valor = getattr(d, nombre)[0]
        filas.append((nombre, valor if valor == valor else "no incluido"))
    saldo = d.opciones.saldo
    if saldo is not None:
        quien = suma_asegurada.reparto(d.MC, d.MC_sin_garantia, np.array([saldo]))
        nombres = ("saldo_aplicado", "SA_IMSS", "costo_fiscal", "excedente")
        filas += [(n, float(v[0])) for n, v in zip(nombres, quien, strict=True)]
    filas += [(f"no incluido: {que}", porque) for que, porque in d.no_incluido.items()]
    if d.ascendientes_excluidos[0]:
        filas.append(
            (
                "no incluido: ascendientes",
                "sin derecho mientras haya cónyuge o hijos con derecho (LSS, art. 66, 137 y 138); "
                "el que pudieran tener después no se valúa",
            )
        )
    return [*filas, ("fórmulas", FORMULAS)]


def _opcion(nombre: str, tipo: str, d: calculo.Desglose) -> Any:
    """The value that was used, or why there is none."""
    valor = getattr(d.opciones, nombre)
    muerto = tipo in opc.MUERTOS
    rt = tipo in ("ipt", "ipp") or (muerto and d.opciones.seguro == "RT")
    if nombre == "seguro":
        return "RT" if rt else "IV"
    if nombre == "desercion":
        return valor or d.bases.desercion
    if nombre == "sobrevivencia":
        if muerto:
            return "no aplica"
        return "sí" if (valor if valor is not None else tipo != "ipp") else "no"
    aplica = {
        "grado": tipo == "ipp",
        "ayuda_asistencial": tipo == "invalidez",
        "aguinaldo": tipo == "invalidez",
        "orden_tope": tipo == "invalidez",
        "pension_garantizada_mensual": not rt,
    }
    if not aplica.get(nombre, True):
        return "no aplica"
    if nombre in opc.TABLAS:
        nada = "no incluido" if nombre in _SIN_TABLA else "la de las bases"
        return nada if valor is None else "la que se dio"
    if isinstance(valor, dt.date):
        return valor.isoformat()
    return "" if valor is None else valor
