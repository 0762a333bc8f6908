"""Rates of the worker in note 1 of annex D against those of the law (number 57)."""

from __future__ import annotations

from datetime import date

from pymodel import datos
from pymodel.conciliacion.ifa2010_a.comun import DOCUMENTO
from pymodel.conciliacion.registro import Par, Verificacion

DIGEST = "ifa2010_c"
FECHA = date(2010, 12, 31)
# The IMSS pays, of its own workers, these shares of the LSS (note 1, L10146-10150).
DEL_TRABAJADOR = (
    "ceav_trabajador",
    "gmp_trabajador",
    "iv_trabajador",
    "eym_dinero_trabajador",
    "eym_excedente_trabajador",
)


def _tasa(nombre: str) -> float:
    return 100.0 * float(datos.parametro(nombre, FECHA))


def _tasas() -> Par:
    aportacion = 100.0 * float(datos.parametro("rjp_aportacion_trabajadores", FECHA, "rjp"))
    return [1.875, 2.8], [aportacion - _tasa("ceav_trabajador"), sum(map(_tasa, DEL_TRABAJADOR))]


VERIFICACIONES = (
    Verificacion(
        f"{DIGEST}.57",
        DOCUMENTO,
        "modelo",
        "Aportación neta del trabajador al RJP y cuotas de la LSS que paga por él el IMSS",
        "% del salario",
        _tasas,
        [0.0, 0.03],
        "IFA 2010, anexo D, nota 1 (L10146-10150); tasas de referencia/cuotas_lss.csv",
        nota="El texto redondea 2.775 a 2.8.",
    ),
)
