"""Long-term cash flow of the IMSS (MIFA): income, expenditure and reserves from 2011 to 2050."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pymodel import datos
from pymodel.mifa.base import EGRESOS, INGRESOS, clave, supuesto
from pymodel.mifa.supuestos import Supuestos, preparar
from pymodel.validacion import Vector


class Flujo(NamedTuple):
    """Cash flow of E scenarios over n years; arrays (E, n), mdp of 2011 unless said."""

    supuestos: Supuestos
    partidas: dict[str, Vector]
    """Every row of :data:`pymodel.mifa.base.PARTIDAS`."""
    ingresos: Vector
    egresos: Vector
    excedente: Vector
    """Ingresos - egresos, row (3)."""
    incremento_reservas: Vector
    """Row (4)."""
    excedente_despues: Vector
    """Row (5) = (3) - (4)."""
    movimientos_rocf: Vector
    uso_reservas: Vector
    """Funds and reserves spent on the deficit, sum of the four rows of use."""
    transferencia: Vector
    """Row (6) = movimientos + uso."""
    saldo: Vector
    """Row (8) = (5) + (6): what is left without money when negative."""
    masa_salarial: Vector
    """COP of the SGPS over its legal premium."""
    sbc: Vector
    """Mean contribution wage of the SGPS, pesos of 2011 a day."""
    sbc_sem: Vector
    """The same of the SEM."""
    agotamiento: NDArray[np.int64]
    """First year whose deficit no reserve covers, (E,); 0 if none."""

    @property
    def anios(self) -> NDArray[np.int64]:
        """Years of the columns, (n,)."""
        return self.supuestos.base.anios


def flujo(alternativos: Mapping[str, Any] | Supuestos | None = None) -> Flujo:
    """Project the cash flow under the assumptions of the report or others.

    Parameters
    ----------
    alternativos : {name: value} or Supuestos   See :func:`pymodel.mifa.supuestos.preparar`.

    Returns
    -------
    Flujo               Arrays (E, n) for E scenarios.

    Raises
    ------
    DatoInvalido        See :func:`pymodel.mifa.supuestos.preparar`.

    Notes
    -----
    Rows with a rule start from their value of 2013: X_t = X_2013 (N_t/N_2013) f_t, N the insured
    and f_t the real wage, 1, or a mix of both. Rows that are "insumo" keep their printed path,
    times the growth of the alternative over that of the report. The deficit after reserves is paid
    with the reserves that the report spends; once they are spent it stays uncovered. An amount
    that an alternative does not need one year is there the next.

    References
    ----------
    IFA 2010, cuadro C.3 (L9772-9839) and its notes 3-8 (L9849-9872); rules recovered from the
    printed rows (none is stated); AGF under other wages: LSS arts. 107 and 148.
    """
    s = alternativos if isinstance(alternativos, Supuestos) else preparar(alternativos)
    x = s.base.partidas
    ultimo = s.base.corto_plazo - 1
    poblacion = s.asegurados / s.asegurados[:, ultimo, None]
    poblacion_relativa = s.asegurados / s.base.asegurados

    def desde(nombre: str, factor: Vector) -> Vector:
        """Row by rule: printed up to the short term, then its last value times the factor."""
        proyectada = x[nombre][ultimo] * factor
        proyectada[:, : ultimo + 1] = x[nombre][: ultimo + 1]
        return proyectada

    sbc, sbc_sem = (ruta * s.salario_relativo for ruta in (s.base.sbc, s.base.sbc_sem))
    peso = supuesto("peso_salario_servicios_generales")
    cop = desde("cop", poblacion * sbc / s.base.sbc[ultimo])
    masa = cop * clave("cop_sgps") / float(datos.parametro("prima_sgps", documento="lss"))
    derechos = poblacion_relativa * s.salario_relativo * s.factor_sumas_aseguradas
    partidas = {
        "cop": cop,
        "agf": _aportaciones(s, desde, poblacion, masa),
        "pensiones_en_curso_ingreso": _igual(x["pensiones_en_curso_ingreso"], s),
        "otros": x["otros"] * poblacion_relativa * s.rendimiento_relativo,
        "servicios_personal": x["servicios_personal"]
        * s.plazas_relativas
        * s.salario_imss_relativo
        * s.carrera_relativa,
        "rjp": x["rjp"] * s.salario_imss_relativo * s.factor_rjp,
        "subsidios": desde("subsidios", poblacion * s.salario),
        "temporales": x["temporales"] * derechos,
        "indemnizaciones": desde("indemnizaciones", poblacion * s.salario),
        "sumas_aseguradas": x["sumas_aseguradas"] * derechos,
        "inversion": desde("inversion", poblacion),
        "materiales": desde("materiales", poblacion),
        "servicios_generales": desde(
            "servicios_generales", poblacion * (1.0 - peso + peso * s.salario)
        ),
        "pensiones_en_curso": _igual(x["pensiones_en_curso"], s),
        "otros_gastos": _igual(x["otros_gastos"], s),
    }
    ingresos = np.sum([partidas[c] for c in INGRESOS], axis=0)
    egresos = np.sum([partidas[c] for c in EGRESOS], axis=0)
    incremento = x["incremento_reservas"] * s.rendimiento_relativo
    despues = ingresos - egresos - incremento
    movimientos = _movimientos_rocf(s)
    uso = _uso_reservas(s, -(despues + movimientos))
    saldo = despues + movimientos + uso
    return Flujo(
        supuestos=s,
        partidas=partidas,
        ingresos=ingresos,
        egresos=egresos,
        excedente=ingresos - egresos,
        incremento_reservas=incremento,
        excedente_despues=despues,
        movimientos_rocf=movimientos,
        uso_reservas=uso,
        transferencia=movimientos + uso,
        saldo=saldo,
        masa_salarial=masa,
        sbc=sbc,
        sbc_sem=sbc_sem,
        agotamiento=_agotamiento(s, saldo),
    )


def _aportaciones(
    s: Supuestos, desde: Callable[[str, Vector], Vector], poblacion: Vector, masa: Vector
) -> Vector:
    """AGF, (E, n): by insured, and the State's share of the wages that an alternative adds."""
    despues = np.maximum(s.base.anios - s.base.anios[s.base.corto_plazo - 1], 0)
    por_asegurado = desde("agf", poblacion * (1.0 + supuesto("crecimiento_agf", 2050)) ** despues)
    del_estado = sum(
        float(datos.parametro(nombre, 2010, documento="lss"))
        for nombre in ("eym_dinero_estado", "iv_estado")
    )
    return np.asarray(por_asegurado + del_estado * masa * (1.0 - 1.0 / s.salario_relativo))


def _movimientos_rocf(s: Supuestos) -> Vector:
    """Returns that stay in the ROCF (negative), (E, n)."""
    base = s.base.partidas["movimientos_rocf"].copy()
    crecimiento = supuesto("crecimiento_movimientos_rocf", 2050)
    inicio = int(np.searchsorted(s.base.anios, _PRIMER_MOVIMIENTO_POR_REGLA - 1))
    base[inicio:] = base[inicio] * (1.0 + crecimiento) ** np.arange(base.size - inicio)
    return np.asarray(base * s.rendimiento_relativo)


_PRIMER_MOVIMIENTO_POR_REGLA = 2016


def _uso_reservas(s: Supuestos, faltante: Vector) -> Vector:
    """Reserves spent each year, (E, n): the print, then what is missing while they last."""
    c = s.base.corto_plazo
    pagado = np.minimum(np.cumsum(np.maximum(faltante[:, c:], 0.0), axis=1), s.base.usos[c:].sum())
    uso = np.diff(pagado, axis=1, prepend=0.0)
    return np.concatenate([np.broadcast_to(s.base.usos[:c], (uso.shape[0], c)), uso], axis=1)


def _agotamiento(s: Supuestos, saldo: Vector) -> NDArray[np.int64]:
    sin_dinero = saldo < -_REDONDEO
    return np.where(sin_dinero.any(axis=1), s.base.anios[np.argmax(sin_dinero, axis=1)], 0)


_REDONDEO = 50.0
"""mdp of 2011 that are not a deficit: the rules leave up to 0.02 % of the income unexplained."""


def _igual(serie: Vector, s: Supuestos) -> Vector:
    return np.broadcast_to(serie, (s.escenarios, serie.size))
