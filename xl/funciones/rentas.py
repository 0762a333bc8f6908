"""Rentas vitalicias: annuities, life tables, monto constitutivo of a case and of a portfolio."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pymodel import biometria, rentas
from pymodel.errores import DatoInvalido, Descripcion
from xl.contrato import Argumento, arg, entrada, funcion, salida

CATEGORIA = "IMSS Rentas vitalicias"

_NOMBRES = "EMSSA-97, EMSSI-97, EMSSA-09, EMSSA-15, EMSSA-RCS-15, EMSSI-IMSS-RCS-12"
_TABLA = (
    f"Nombre ({_NOMBRES}) o rango edad, hombres, mujeres; si no cierra, q = 1 a la edad que sigue."
)
_SEXO = "H o M (también hombre o mujer, 1 o 2)."
_TASA = "Tasa real anual en fracción decimal: 0.035 es 3.5 %."
_AVISO = "Las fórmulas oficiales (CUSF Anexo 14.2.1) no se pudieron leer."


class _OpcionesDelMonto(entrada.Opciones):
    """Named options; one that is a table takes the cells to its right and the rows below it.

    The rows of a table that follow the one with its name have no name.
    """

    def __call__(self, valor: Any, nombre: str) -> dict[str, Any]:
        """Every option, as the model takes it."""
        if not isinstance(valor, Mapping):
            filas = entrada.filas_de_opciones(valor, nombre)
            if len(filas[0]) > 2:
                valor = _con_tablas(filas, nombre)
        return super().__call__(valor, nombre)


def _con_tablas(filas: list[list[Any]], nombre: str) -> dict[str, Any]:
    opciones: dict[str, Any] = {}
    tabla: list[list[Any]] | None = None
    for i, (clave, *valores) in enumerate(filas, start=1):
        while len(valores) > 1 and entrada.vacio(valores[-1]):
            valores.pop()
        lugar = f"{nombre}, fila {i}"
        valores = [entrada.literal(v, lugar) for v in valores]
        if entrada.vacio(clave):
            if tabla is not None:
                tabla.append(valores)
                continue
            if all(map(entrada.vacio, valores)):
                continue
        es_tabla = isinstance(clave, str) and entrada.plegar(clave) in rentas.TABLAS
        if not es_tabla and len(valores) > 1:
            raise DatoInvalido(
                lugar,
                Descripcion(f"{len(valores)} valores"),
                f"un valor; sólo llevan una tabla {', '.join(rentas.TABLAS)}",
            )
        if clave in opciones:
            raise DatoInvalido(nombre, Descripcion(f"«{clave}» dos veces"), "cada opción una vez")
        tabla = [valores] if es_tabla else None
        opciones[clave] = tabla if es_tabla else valores[0]
    # A name or nothing in the only cell of a table is not a table.
    for clave, v in opciones.items():
        if isinstance(v, list) and len(v) == 1 and len(v[0]) == 1:
            opciones[clave] = v[0][0]
    return opciones


def _del_monto() -> dict[str, Argumento]:
    return {
        "tipo": arg(
            entrada.literal,
            '"invalidez", "ipt", "ipp", "viudez", "viudez_orfandad", "orfandad" o "ascendencia".',
        ),
        "edad": arg(
            entrada.literal,
            "Del pensionado, años cumplidos; en los cuatro últimos tipos no se usa.",
            admite_vacio=True,
        ),
        "sexo": arg(
            entrada.literal,
            "Del pensionado: H o M (hombre, mujer, 1, 2); en los cuatro últimos tipos no se usa.",
            admite_vacio=True,
        ),
        "salario_base_diario": arg(
            entrada.numero,
            "Pesos diarios, del asegurado o fallecido; vacío con cuantia_basica_mensual.",
            admite_vacio=True,
        ),
        "beneficiarios": arg(
            entrada.cuadro,
            "Rango parentesco (conyuge, concubina, concubinario, hijo, ascendiente), edad, sexo, "
            "invalido (no), estudia (sí), orfandad (sencilla o doble); vacío: nadie. Hijos de "
            "menos de 15 años: q = 0 en EMSSA-97.",
            admite_vacio=True,
        ),
        "bases": arg(
            entrada.literal,
            '"1997", "2009", "2015" o "RCS"; las tres últimas usan EMSSI-IMSS-RCS-12 para '
            "inválidos e incapacitados, a falta de sus tablas.",
        ),
        "tasa": arg(entrada.numero, _TASA),
        "opciones": arg(
            _OpcionesDelMonto(rentas.DEFECTOS),
            "Rango nombre y valor: margen (0.02), gastos, facbi, pagos, desercion, limite_hijos, "
            "pension_garantizada_mensual, orden_tope, aguinaldo, incremento (ninguno: sin el 11 % "
            "de los IFA), seguro, grado, saldo, tabla_activos... Todas en la guía.",
        ),
    }


@funcion(
    categoria=CATEGORIA,
    ayuda="Valor de un peso anual de por vida, anticipado, en doce pagos.",
    args={
        "tabla": arg(entrada.cuadro, _TABLA),
        "edad": arg(
            entrada.numeros,
            "Años cumplidos, un valor o una columna; q = 0 antes de la "
            "primera edad de la tabla y error después de la última.",
        ),
        "sexo": arg(entrada.literal, _SEXO),
        "tasa": arg(entrada.numero, _TASA),
        "pagos": arg(
            entrada.Opcion(biometria.PAGOS),
            '"ciertos": doce pagos ciertos cada año; "11/24": ä - 11/24; "anual": ä.',
        ),
    },
    devuelve="Veces la renta anual; un renglón por edad.",
    ejemplo='=ANUALIDAD("EMSSA-97",65,"H",0.035)',
    fuente="CUSF 14.2.4 a 14.2.8 (tablas y tasa); la forma de los doce pagos es convención.",
)
def anualidad(tabla: Any, edad: Any, sexo: Any, tasa: float, pagos: str = "ciertos") -> Any:
    """See :func:`pymodel.biometria.anualidad`."""
    vida = rentas.tabla_vida(tabla)
    return salida.valor_o_columna(
        biometria.anualidad(vida, edad, biometria.sexo(sexo, "sexo"), tasa, pagos)
    )


@funcion(
    categoria=CATEGORIA,
    ayuda="Tabla biométrica por edad y sexo; las de un solo sexo se repiten.",
    args={"nombre": arg(entrada.literal, f"{_NOMBRES} o EMDE-IMSS-09 (deserción escolar).")},
    devuelve="Tabla edad, hombres, mujeres. Si no cierra, q = 1 a la edad que sigue (EMSSA-09, "
    "a los 110).",
    ejemplo='=TABLA_BIOMETRICA("EMSSA-97")',
    fuente="CUSF 14.2.4 a 14.2.6; la procedencia y la confianza de cada una, en la guía.",
)
def tabla_biometrica(nombre: Any) -> Any:
    """See :func:`pymodel.biometria.filas`."""
    return salida.tabla(["edad", "hombres", "mujeres"], biometria.filas(nombre))


@funcion(
    categoria=CATEGORIA,
    ayuda="Esperanza de vida completa: la abreviada más medio año.",
    args={
        "tabla": arg(entrada.cuadro, _TABLA),
        "edad": arg(entrada.numeros, "Años cumplidos, un valor o una columna, dentro de la tabla."),
        "sexo": arg(entrada.literal, _SEXO),
    },
    devuelve="Años; un renglón por edad.",
    ejemplo='=ESPERANZA_VIDA("EMSSA-09",65,"M")',
    fuente="CUSF 14.2.4 a 14.2.6.",
)
def esperanza_vida(tabla: Any, edad: Any, sexo: Any) -> Any:
    """See :func:`pymodel.biometria.esperanza_vida`."""
    vida = rentas.tabla_vida(tabla)
    return salida.valor_o_columna(
        biometria.esperanza_vida(vida, edad, biometria.sexo(sexo, "sexo"))
    )


@funcion(
    categoria=CATEGORIA,
    ayuda=f"Monto constitutivo de una renta vitalicia y su seguro de sobrevivencia. {_AVISO}",
    args=_del_monto(),
    devuelve="Pesos, sin PSIH, mejora de mortalidad ni 11 %, salvo que se den como opción.",
    ejemplo='=MONTO_CONSTITUTIVO("invalidez",45,"H",350,A5:F8)',
    fuente="LSS, art. 58, 64, 66, 131 a 144 y 159; CUSF 5.8.5 y 14.2 en palabras.",
)
def monto_constitutivo(
    tipo: Any,
    edad: Any,
    sexo: Any,
    salario_base_diario: Any,
    beneficiarios: Any,
    bases: Any = "1997",
    tasa: float = 0.035,
    opciones: Any = None,
) -> Any:
    """See :func:`pymodel.rentas.un_caso`."""
    elegidas = rentas.desde_diccionario(opciones or {})
    d = rentas.un_caso(tipo, edad, sexo, salario_base_diario, beneficiarios, bases, tasa, elegidas)
    return salida.valor(d.MC[0])


@funcion(
    categoria=CATEGORIA,
    ayuda=f"Monto constitutivo con sus opciones y cada componente. {_AVISO}",
    args=_del_monto(),
    devuelve="Tabla concepto, valor: lo usado, beneficios, primas, MC, lo no incluido y, con "
    "saldo, quién paga.",
    ejemplo='=MONTO_CONSTITUTIVO_DESGLOSE("invalidez",45,"H",350,A5:F8)',
    fuente="LSS, art. 58, 64, 66, 131 a 144 y 159; CUSF 5.8.5 y 14.2 en palabras.",
)
def monto_constitutivo_desglose(
    tipo: Any,
    edad: Any,
    sexo: Any,
    salario_base_diario: Any,
    beneficiarios: Any,
    bases: Any = "1997",
    tasa: float = 0.035,
    opciones: Any = None,
) -> Any:
    """See :func:`pymodel.rentas.tabla_desglose`."""
    elegidas = rentas.desde_diccionario(opciones or {})
    d = rentas.un_caso(tipo, edad, sexo, salario_base_diario, beneficiarios, bases, tasa, elegidas)
    return salida.tabla(["concepto", "valor"], rentas.tabla_desglose(d))


@funcion(
    categoria=CATEGORIA,
    ayuda="Montos constitutivos de una cartera, un caso por renglón.",
    args={
        "tabla": arg(
            entrada.cuadro,
            "Con encabezado: tipo, edad, sexo, salario_base_diario, conyuge_edad, conyuge_sexo, "
            "hijo1_edad, hijo1_sexo..., saldo y opciones; o fechas de nacimiento y la columna "
            "fecha.",
        )
    },
    devuelve="La tabla con las columnas de resultado y, al final, error: el renglón con error no "
    "se calcula.",
    ejemplo="=MC_CARTERA(A4:P200)",
    fuente="Como MONTO_CONSTITUTIVO.",
)
def mc_cartera(tabla: Any) -> Any:
    """See :func:`pymodel.rentas.valuar_cartera`."""
    encabezado, *filas = rentas.valuar_celdas(tabla)
    return salida.tabla(encabezado, filas)
