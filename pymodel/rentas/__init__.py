"""Montos constitutivos of the rentas vitalicias of the LSS 1997, one case or a portfolio.

    from pymodel import rentas

    familia = [("conyuge", 43, "M"), ("hijo", 12, "H"), ("hijo", 9, "M", False, True)]
    c = rentas.caso("invalidez", 45, "H", 350.0, familia)
    d = rentas.monto_constitutivo(c, bases="1997", tasa=0.035, opciones=rentas.Opciones())
    d.MC  # array (1,), pesos

Las fórmulas oficiales (CUSF Anexo 14.2.1) no se pudieron leer. The benefits are those of the law;
the sums, what was left open and where each choice comes from are these.

Cases and results
    :class:`Casos` is a struct of arrays of n cases with up to m children; :func:`caso` makes one
    case from rows (parentesco, edad, sexo, invalido, estudia, orfandad), the last three optional.
    Ages are whole years. sexo: codes 0 man and 1 woman in `Casos`; in `caso` as analysts write it:
    "H" or "M", "hombre" or "mujer", 1 or 2. A numeric field of `Casos` that is
    None or NaN takes the value of :class:`Opciones`. :class:`Desglose` has arrays (n,) and
    (n, m+1); amounts in pesos, benefits in pesos a month.

Official (law, read)
    IV: CB = .35 S; S = salario_base_diario x dias_mes.
        f1(j) = 1 + .15 + .10 j + AA; f2(j) = 1 + .10 j + AA for j >= 1; f2(0) = 1 + .15
        (art. 138, 140). Without spouse and children but with ascendants, j counts them:
        f2(2) = 1 + .20 + AA, f2(1) = 1 + .10 + .10, f2(0) = 1 + .15.
        Cap S (art. 143), floor PG = pension_garantizada_mensual (art. 141).
        Survivors, on base = max(CB, PG): s1 = min(.90 + .20 j, 1), s2 = min(.30 j, 1),
        ascendants min(.20 j, 1) (art. 131, 135, 137, 144). Aguinaldo for all.
    RT: IPT = .70 S; IPP = grado/100 x IPT (art. 58). `CB` is IPT here, and PG does not enter.
        b1(j) = b2(j) = pension x (1 + 15/360); IPP without aguinaldo up to 50 %.
        Survivors on IPT: s1 = min(.40 + .20 j, 1), s2 = min(.30 j, 1), ascendants min(.20 j, 1)
        (art. 64, 66). Aguinaldo of 15/360 only on the (cut) part of the spouse, the double orphans
        and the ascendants.
    Type "orfandad": each orphan .20 or .30 by `orfandad`. Caps cut in proportion.

Stated in the issue
    years k = 0, 1, 2... at the ages given; P_j(k) by convolution of independent children;
    suma_SI = sum_k v^k kpx [kpy sum_j P_j b1(j) + (1 - kpy) sum_j P_j b2(j)], x disabled, y active;
    suma_SS the same with (1 - kpx), s1 and s2; without (1 - kpx) when the insured is dead.
    PBSI = anualidad x suma_SI, PBSS = anualidad x suma_SS; pagos "ciertos":
    anualidad = (1 - v)/(1 - v^(1/12)). PFH = sum of 3 base (.20 kpy + .30 (1 - kpy)) v^k (1 - kpx)
    kp_child [s(k-1) - s(k)] over children and k >= 1, without cap and without aguinaldo.
    PNSI = (PBSI + PSIH_SI) facbi, PNSS = (PBSS + PSIH_SS + PFH) facbi;
    MCSI = PNSI (1 + margen + gastos) + pagos_vencidos, MCSS = PNSS (1 + margen + gastos).
    orden_tope "piso_despues": b = max(min(CB f, S), PG) + ag; "tope_despues":
    b = min(max(CB f, PG), S) + ag. aguinaldo "base": ag = max(CB, PG)/12; "cb": ag = CB/12. The
    survivors of IV get share x base x 13/12.
    A child is entitled while age + k < 16, or < limite_hijos if it studies; a disabled child for
    life, on the disabled table. Below the first age of a table q = 0.

Convention of ours
    pagos "11/24": the term k = 0 of every sum counts 13/24 and anualidad = 12, so that alone it is
    12 b (ä_x - 11/24). Drop-out, for ages from 16 of a child that studies: "acumulada",
    s(k) = product of (1 - d_u) for u from max(age, 16) to age + k - 1; "edad_alcanzada",
    s(k) = 1 - d at age + k (at k = 0 too).
    incremento "inmediato": every b, s and finiquito x 1.11 (not pagos_vencidos). "a_los_60": SI
    from age x + k >= 60 of the insured, all of SS at once.
    cuantia_basica_mensual replaces CB (IV) or IPT (RT) and the wage: S = CB/.35 or IPT/.70.
    Ascendants have no right while there is a spouse or an entitled child in the family (art. 66,
    137, 138). Who is entitled is looked at on the day of the valuation, as the formulas of the
    specification do, one for each family; the turn that ascendants may have later, when the spouse
    is dead and no child is entitled any more, is not valued, and the breakdown says so.
    sobrevivencia None: yes, but no for "ipp"; an explicit True values it on IPT. In the four types
    of a dead insured all is in SS and pagos_vencidos go to MCSS; edad, sexo are ignored.
    "orfandad" without any entitled orphan is an error, as is a family that is not of the type.
    A disabled spouse or ascendant is on the disabled table. Bases "2009", "2015" and "RCS" take
    EMSSI-IMSS-RCS-12 for every disabled person.
    A child declared "doble" counts .30 always; one "sencilla", .20 while the spouse lives and .30
    without spouse, but always .20 in the type "orfandad".
    MC_sin_garantia is MC with pension_garantizada_mensual 0.
    PSIH with tabla_invalidez_hijos: see :mod:`pymodel.rentas.probabilidades`. factores_mejora: see
    :func:`pymodel.biometria.mejora`.
"""

from pymodel.lectura import tabla_vida
from pymodel.rentas.calculo import Desglose, monto_constitutivo, revisar
from pymodel.rentas.cartera import RESULTADOS_Y_ERROR, Cartera, valuar_cartera, valuar_celdas
from pymodel.rentas.casos import Casos, caso
from pymodel.rentas.opciones import (
    DEFECTOS,
    TABLAS,
    TIPOS,
    Bases,
    Opciones,
    bases,
    desde_diccionario,
    desde_textos,
)
from pymodel.rentas.uno import tabla_desglose, un_caso

__all__ = [
    "DEFECTOS",
    "RESULTADOS_Y_ERROR",
    "TABLAS",
    "TIPOS",
    "Bases",
    "Cartera",
    "Casos",
    "Desglose",
    "Opciones",
    "bases",
    "caso",
    "desde_diccionario",
    "desde_textos",
    "monto_constitutivo",
    "revisar",
    "tabla_desglose",
    "tabla_vida",
    "un_caso",
    "valuar_cartera",
    "valuar_celdas",
]
