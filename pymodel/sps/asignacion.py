"""Money that the law gives each state: contributions, funds and what is transferred."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from pymodel import entidades, lectura, validacion
from pymodel.errores import DatoInvalido, Descripcion
from pymodel.sps import afiliacion, aportaciones, articulo87, fondos
from pymodel.sps.aportaciones import TRIMESTRES
from pymodel.validacion import Vector

TRIMESTRALES = tuple(f"familias_t{k}" for k in range(1, TRIMESTRES + 1))
SIN_CALENDARIO = "familias_nuevas"
COLUMNAS = (
    "entidad",
    *TRIMESTRALES,
    "familias_previas",
    "recursos_existentes",
    *articulo87.COMPONENTES[1:],
    "gastos_operacion",
)
SALIDA = (
    "entidad",
    "CS",
    "ASF",
    "ASF complementaria",
    "ASE",
    "FPGC",
    "FPP",
    "CS transferible",
    "GO",
    "transferencia",
    "transferencia por familia",
)
_SINONIMOS = {
    "estado": "entidad",
    "entidad_federativa": "entidad",
    **articulo87.SINONIMOS,
    "gastos_de_operacion": "gastos_operacion",
    "go": "gastos_operacion",
}


@dataclass(frozen=True)
class Solicitud:
    """What is known of n states in a year.

    Attributes
    ----------
    claves : list (n,)              INEGI keys.
    nuevas : array (n, 4)           New families by quarter of affiliation.
    previas : array (n,)            Families of earlier years: paid the whole year.
    existentes : array (n,)         Federal resources that the state already has for health
                                    services to persons (part of FASSA and of ramo 12), pesos.
    componentes : {name: (n,)}      Columns of article 87.
    gastos_operacion : array (n,) or None     Pesos.
    sin_calendario : array (n,)     New families of which the quarter is not known: half a year.
    """

    claves: list[str]
    nuevas: Vector
    previas: Vector
    existentes: Vector
    componentes: Mapping[str, Vector] = field(default_factory=dict)
    gastos_operacion: Vector | None = None
    sin_calendario: Vector | float = 0.0

    @property
    def familias(self) -> Vector:
        """All the families, whatever part of the year is paid for them."""
        return self.previas + self.nuevas.sum(axis=1) + self.sin_calendario

    @property
    def anios_familia(self) -> Vector:
        """Families counted by the part of the year that is paid for them."""
        factores = aportaciones.factor_trimestre(np.arange(1.0, TRIMESTRES + 1))
        medio = afiliacion.fraccion("media") * self.sin_calendario
        return self.previas + self.nuevas @ factores + medio


@dataclass(frozen=True)
class Asignacion:
    """Result of n states, pesos of 2004, arrays (n,)."""

    claves: list[str]
    familias: Vector
    anios_familia: Vector
    cs: Vector
    asf: Vector
    asf_complementaria: Vector
    ase: Vector
    fpgc: Vector
    fpp: Vector
    cs_transferible: Vector
    gastos_operacion: Vector

    @property
    def transferencia(self) -> Vector:
        """CS transferible + ASF complementaria + gastos de operación."""
        return self.cs_transferible + self.asf_complementaria + self.gastos_operacion

    @property
    def por_familia(self) -> list[float | None]:
        """Transfer over families; None where there are none."""
        return [
            t / f if f > 0.0 else None
            for t, f in zip(self.transferencia.tolist(), self.familias.tolist(), strict=True)
        ]


def leer(cuadro: list[list[Any]], donde: str = "entidades") -> Solicitud:
    """Read the table of an analyst.

    Parameters
    ----------
    cuadro : rows
        With a header in any order, or without one in the order of `COLUMNAS` (at least the first
        seven). Instead of the four quarters a header may have "familias_nuevas": new families of
        which the quarter is not known, half a year for each. A blank in familias_previas is 0.
    donde : str
        What an error calls the table.

    Raises
    ------
    DatoInvalido
        Unknown or repeated state, unknown or missing column, negative figures; names the row.
    """
    filas = lectura.filas_de(cuadro, donde)
    _en_pesos(filas[0], donde)
    encabezado = [_SINONIMOS.get(_plegar(c), c) for c in filas[0]]
    con_nuevas = any(_plegar(c) == SIN_CALENDARIO for c in encabezado)
    con_trimestres = any(_plegar(c) in TRIMESTRALES for c in encabezado)
    if con_nuevas and con_trimestres:
        raise DatoInvalido(
            f"{donde}, encabezado",
            Descripcion(f"«{SIN_CALENDARIO}» y las columnas por trimestre"),
            "unas u otra: las mismas familias contarían dos veces",
        )
    nuevas = (SIN_CALENDARIO,) if con_nuevas else TRIMESTRALES
    columnas = [c for c in COLUMNAS if c not in TRIMESTRALES]
    columnas[1:1] = nuevas
    tiene_encabezado = _plegar(encabezado[0]) in columnas or con_nuevas or con_trimestres
    leidas = lectura.renglones(
        [encabezado, *filas[1:]] if tiene_encabezado else filas,
        columnas,
        donde,
        obligatorias=["entidad", *nuevas, "recursos_existentes"]
        if tiene_encabezado
        else COLUMNAS[: COLUMNAS.index("recursos_existentes") + 1],
    )
    if not leidas:
        raise DatoInvalido(donde, Descripcion("una tabla sin renglones"), ", ".join(columnas))
    claves = entidades.claves(
        [fila.get("entidad") for _, fila in leidas], [f"{donde}, fila {i}" for i, _ in leidas]
    )

    def columna(nombre: str, vacio: float | None = None) -> Vector:
        return np.array(
            [_cantidad(fila, nombre, vacio, f"{donde}, fila {i}") for i, fila in leidas]
        )

    presentes = {c for _, fila in leidas for c in fila}
    de_nuevas = np.column_stack([columna(c) for c in nuevas])
    return Solicitud(
        claves=claves,
        nuevas=np.zeros((len(leidas), TRIMESTRES)) if con_nuevas else de_nuevas,
        previas=columna("familias_previas", 0.0),
        existentes=columna("recursos_existentes"),
        componentes={c: columna(c) for c in articulo87.COMPONENTES[1:] if c in presentes},
        gastos_operacion=columna("gastos_operacion", 0.0)
        if "gastos_operacion" in presentes
        else None,
        sin_calendario=de_nuevas[:, 0] if con_nuevas else 0.0,
    )


def asignar(
    solicitud: Solicitud,
    anio: float = aportaciones.ANIO_BASE,
    ponderadores: ArrayLike | None = None,
    meta_nacional: float | None = None,
    go: float | None = None,
) -> Asignacion:
    """Contributions, funds and transfer of each state in a year.

    Parameters
    ----------
    solicitud : Solicitud
    anio : int
        2004 to 2010. Every year gives pesos of 2004, as the amounts per family do.
    ponderadores : array (4,), optional
        Weights of article 87 (families, health needs, additional state contributions,
        performance). Without them the ASF is the national average, 1.5 CS per family.
    meta_nacional : float, optional
        Families of the national goal of the year. With `ponderadores` it sizes the pot
        (1.5 CS x goal), which is shared whole; without it the pot is that of the families of the
        table. No table may have more families than the goal (without it, than 11,898,254).
    go : float, optional
        Operating expenses as a fraction of the transfer (0.03 in 2004, 0.02 in 2005 for the
        country); without it, those of the table, or none.

    Returns
    -------
    Asignacion

    Raises
    ------
    DatoInvalido
        More families than the goal; missing components; operating expenses given twice.

    Notes
    -----
    For a family that joins in quarter k, ``(5 - k) / 4`` of the year is paid of the CS, the ASF
    and the ASE. With weights, the ASF of a state is
    ``sum of (w_c x pot x share_c) x (years of family / families)``: the ASF per family of
    article 87 for the part of the year that is paid. That the quarter scales the share of
    article 87 too is inferred.

    ``ASF complementaria = max(0, ASF - existing resources)``;
    ``CS transferible = CS - 0.11 (CS + ASF + ASE)`` with the ASF of the state;
    ``transfer = CS transferible + ASF complementaria + GO``; with a fraction,
    ``GO = go x transfer``.

    References
    ----------
    LGS, arts. 77 Bis 12, 13, 15; Reglamento, art. 87; SPS 2006, L2294-2318, L3798-3816.
    """
    aportaciones.anios_validos(
        validacion.entero(anio, "anio", 1900, 2200),
        propios="use SPS_CS, SPS_ASF y SPS_ASE con su tabla de montos",
    )
    familias, pagadas = solicitud.familias, solicitud.anios_familia
    _hasta_la_meta(familias, meta_nacional)
    montos = aportaciones.por_familia().por(pagadas)
    if ponderadores is not None:
        meta = float(familias.sum()) if meta_nacional is None else meta_nacional
        reparto = articulo87.repartir(
            aportaciones.bolsa_federal(meta), familias, solicitud.componentes, ponderadores
        )
        parte = np.divide(pagadas, familias, out=np.zeros_like(pagadas), where=familias > 0.0)
        montos = replace(montos, asf=reparto.total * parte)
    _los_fondos_caben(solicitud.claves, montos)
    retenidos = fondos.repartir(montos.cs, montos.asf, montos.ase)
    complementaria = np.maximum(0.0, montos.asf - solicitud.existentes)
    transferible = retenidos.cs_transferible
    return Asignacion(
        claves=solicitud.claves,
        familias=familias,
        anios_familia=pagadas,
        cs=montos.cs,
        asf=montos.asf,
        asf_complementaria=complementaria,
        ase=montos.ase,
        fpgc=retenidos.fpgc,
        fpp=retenidos.fpp,
        cs_transferible=transferible,
        gastos_operacion=_operacion(solicitud, go, transferible + complementaria),
    )


def total(estados: Asignacion) -> Asignacion:
    """The national row: sums, one "state" without key."""
    return Asignacion(
        claves=[""],
        **{
            nombre: np.array([valores.sum()])
            for nombre, valores in vars(estados).items()
            if nombre != "claves"
        },
    )


def tabla(estados: Asignacion) -> list[list[Any]]:
    """Rows of `SALIDA`, one for each state and the national total at the end."""
    filas: list[list[Any]] = []
    for parte in (estados, total(estados)):
        nombres = [entidades.nombre(c) if c else "Nacional" for c in parte.claves]
        montos = (
            parte.cs,
            parte.asf,
            parte.asf_complementaria,
            parte.ase,
            parte.fpgc,
            parte.fpp,
            parte.cs_transferible,
            parte.gastos_operacion,
            parte.transferencia,
        )
        filas += [
            [nombre, *valores, cociente]
            for nombre, valores, cociente in zip(
                nombres, np.column_stack(montos).tolist(), parte.por_familia, strict=True
            )
        ]
    return filas


def _plegar(celda: Any) -> str:
    """Folded header of a cell without its unit: "Recursos existentes (pesos)"."""
    return (
        lectura.clave(celda.partition("(")[0].partition(",")[0]) if isinstance(celda, str) else ""
    )


def _en_pesos(encabezado: list[Any], donde: str) -> None:
    """Refuse amounts whose header says another unit: they would be a million times too small."""
    for celda in encabezado:
        if isinstance(celda, str) and re.search(r"\b(mdp|mill\w*|miles)\b", celda.lower()):
            raise DatoInvalido(f"{donde}, encabezado", celda, "montos en pesos")


def _cantidad(fila: dict[str, Any], nombre: str, vacio: float | None, donde: str) -> float:
    if nombre not in fila and vacio is not None:
        return vacio
    donde = f"{donde}, columna «{nombre}»"
    cantidad = validacion.numero(fila.get(nombre), donde)
    if cantidad < 0.0:
        raise DatoInvalido(donde, cantidad, "un valor de 0 o más")
    return cantidad


def _hasta_la_meta(familias: Vector, meta_nacional: float | None) -> None:
    meta = afiliacion.meta_total()
    if meta_nacional is not None:
        meta = validacion.numero(meta_nacional, "meta_nacional")
    if familias.sum() > meta:
        raise DatoInvalido(
            "entidades",
            Descripcion(f"{familias.sum():,.0f} familias en total"),
            f"no más que la meta ({meta:,.0f})",
        )


def _los_fondos_caben(claves: list[str], montos: aportaciones.Montos) -> None:
    """Refuse an ASF so large that the cuota social does not pay the funds, naming the state."""
    sobra = sum(fondos.fracciones()) * montos.total > montos.cs
    if sobra.any():
        i = int(np.argmax(sobra))
        raise DatoInvalido(
            f"entidades, {entidades.nombre(claves[i])}",
            Descripcion(f"una ASF de {montos.asf[i]:,.0f}, {montos.asf[i] / montos.cs[i]:.1f} CS"),
            "una que deje pagar los fondos con la cuota social: la bolsa de meta_nacional se "
            "reparte entera entre los renglones; ¿falta alguna entidad o sobra meta?",
        )


def _operacion(solicitud: Solicitud, go: float | None, sin_operacion: Vector) -> Vector:
    if go is None:
        propios = solicitud.gastos_operacion
        return np.zeros_like(sin_operacion) if propios is None else propios
    if solicitud.gastos_operacion is not None:
        raise DatoInvalido(
            "go", go, "nada: la tabla ya trae la columna «gastos_operacion» (una u otra)"
        )
    parte = validacion.tasa(go, "go")
    if parte < 0.0:
        raise DatoInvalido("go", parte, "una fracción de 0 a menos de 1")
    return sin_operacion * parte / (1.0 - parte)
