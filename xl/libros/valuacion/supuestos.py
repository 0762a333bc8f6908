"""Sheet Supuestos: the named cells that every other sheet reads."""

from __future__ import annotations

import datetime as dt

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from pymodel.valuacion import PROPIO, Caso
from xl.libros.comun.entradas import FORMATOS, regla
from xl.libros.comun.libro import Libro, celda
from xl.libros.estilo import MDP, PCT, preparar
from xl.libros.valuacion import base, plano
from xl.libros.valuacion.comun import columna_total, series
from xl.libros.valuacion.plano import Campo


def construir(libro: Libro) -> None:
    """Write the sheet."""
    hoja, e = libro.hoja(plano.SUPUESTOS), libro.estilos
    preparar(
        hoja,
        e,
        "Supuestos",
        "Las celdas en azul sobre crema se pueden cambiar. Tasas: 3.5 % se escribe 3.5% o 0.035. "
        "Después de cambiar algo: python run.py, o la macro actualizar en Excel.",
        repetir=(plano.FILA_CAMPOS - 1, plano.FILA_CAMPOS - 1),
        color="#B38E5D",
    )
    hoja.set_column(0, 0, 34)
    hoja.set_column(1, 1, 12)
    hoja.set_column(2, 2 + len(plano.TODOS) - 1, 15)
    hoja.set_column(2 + len(plano.TODOS), 2 + len(plano.TODOS), 44)
    hoja.freeze_panes(plano.FILA_CAMPOS, 2)
    fila = plano.FILA_CAMPOS - 1
    hoja.set_row(fila, 22)
    ayuda = plano.COLUMNA_CASOS + len(plano.TODOS)
    for col, texto in enumerate(["Concepto", "Unidad", *(c.titulo for c in plano.TODOS), "Ayuda"]):
        hoja.write_string(fila, col, texto, e.encabezado())
    for i, campo in enumerate(plano.CAMPOS):
        _fila_campo(libro, hoja, plano.FILA_CAMPOS + i, campo, ayuda)
    derivado = plano.FILA_CAMPOS + len(plano.CAMPOS)
    hoja.write_string(derivado, 0, "Crecimiento que usan las fórmulas", e.texto())
    hoja.write_string(derivado, 1, "real anual", e.texto())
    hoja.write_string(
        derivado, ayuda, "Vacío si no hay perpetuidad.", e.texto(font_color="#6B6B6B")
    )
    for j, caso in enumerate(plano.TODOS):
        col = plano.COLUMNA_CASOS + j
        hoja.write_formula(
            derivado,
            col,
            # Anything but the two answers, or a tail besides, is an error in sight.
            f'=IF({plano.nombre(caso, "perpetuidad")}="{plano.SI}",'
            f"IF(SUMSQ({plano.nombre(caso, 'colas')})=0,{plano.nombre(caso, 'crecimiento')},NA()),"
            f'IF({plano.nombre(caso, "perpetuidad")}="{plano.NO}","",NA()))',
            e.calculo(PCT, align="center"),
        )
        libro.nombrar(plano.nombre(caso, "cierre"), plano.SUPUESTOS, derivado, col)
    _cola(libro, hoja)


def _fila_campo(libro: Libro, hoja: Worksheet, fila: int, campo: Campo, ayuda: int) -> None:
    e = libro.estilos
    hoja.write_string(fila, 0, campo.etiqueta, e.texto())
    hoja.write_string(fila, 1, campo.unidad, e.texto(font_color="#6B6B6B"))
    hoja.write_string(fila, ayuda, campo.ayuda, e.texto(font_color="#6B6B6B"))
    formato = e.insumo(FORMATOS.get(campo.tipo, "@"), align="center")
    for j, caso in enumerate(plano.TODOS):
        col = plano.COLUMNA_CASOS + j
        valor = base.supuestos(caso)[campo.clave]
        if valor is None:
            hoja.write_blank(fila, col, None, formato)
        elif isinstance(valor, dt.date):
            hoja.write_datetime(fila, col, valor, formato)
        else:
            hoja.write(fila, col, valor, formato)
        libro.nombrar(plano.nombre(caso, campo.clave), plano.SUPUESTOS, fila, col)
    _validate(hoja, fila, campo)


def _validate(hoja: Worksheet, fila: int, campo: Campo) -> None:
    """Data validation of a row, with a message that says what to type."""
    enteros = (2, plano.ANIOS_PROPIOS) if campo.tipo == "entero" else (None, None)
    validacion = regla(campo.tipo, campo.etiqueta, campo.ayuda, campo.opciones, *enteros)
    if validacion is None:
        return
    ultima = plano.COLUMNA_CASOS + len(plano.TODOS) - 1
    hoja.data_validation(fila, plano.COLUMNA_CASOS, fila, ultima, validacion)


def _cola(libro: Libro, hoja: Worksheet) -> None:
    """Tail after the last year: known amount, implied growth, amount at the rate in force."""
    e, fila = libro.estilos, plano.FILA_COLA
    ayuda = plano.COLUMNA_CASOS + len(plano.TODOS)
    for col in range(ayuda + 1):
        hoja.write_blank(fila - 2, col, None, e.seccion())
    hoja.write_string(
        fila - 2, 0, "Cola posterior al último año (extinción de los asegurados)", e.seccion()
    )
    hoja.write_string(
        fila - 1,
        0,
        "Tipo «calibrado»: sólo se conoce a 3.5 %, por diferencia entre el valor presente "
        "publicado a 100 años y el de los flujos interpolados. A otra tasa la lleva su crecimiento "
        "implícito.",
        e.subtitulo(),
    )
    hoja.write_string(fila, 0, "Tasa a la que se conoce la cola", e.texto())
    hoja.write_string(fila, 1, "real anual", e.texto(font_color="#6B6B6B"))
    for j, caso in enumerate(plano.TODOS):
        tasa = base.tasa_cola(caso)
        hoja.write_number(fila, plano.COLUMNA_CASOS + j, tasa, e.insumo(PCT, align="center"))
        libro.nombrar(
            plano.nombre(caso, "tasa_cola"), plano.SUPUESTOS, fila, plano.COLUMNA_CASOS + j
        )
    textos = ("de salarios", "del gasto 1", "del gasto 2", "del gasto 3", "del gasto 4")
    conocida, implicita, vigente = fila + 1, fila + 7, fila + 13
    for primera, prefijo, unidad in (
        (conocida, "VP de la cola", "mdp"),
        (implicita, "Crecimiento implícito de la cola", "real anual"),
        (vigente, "VP de la cola a la tasa elegida", "mdp"),
    ):
        for k, texto in enumerate(textos):
            hoja.write_string(primera + k, 0, f"{prefijo} {texto}", e.texto())
            hoja.write_string(primera + k, 1, unidad, e.texto(font_color="#6B6B6B"))
    hoja.write_string(vigente + 5, 0, "VP de la cola a la tasa elegida, total", e.texto())
    hoja.write_string(vigente + 5, 1, "mdp", e.texto(font_color="#6B6B6B"))
    hoja.write_string(
        vigente, ayuda, "En negritas, el total a cargo del IMSS.", e.texto(font_color="#6B6B6B")
    )
    hoja.write_string(
        conocida,
        ayuda,
        "Gasto 1, 2, 3 y 4: componentes en el orden de la hoja de flujos.",
        e.texto(font_color="#6B6B6B"),
    )
    for j, caso in enumerate(plano.TODOS):
        _cola_caso(libro, hoja, caso, plano.COLUMNA_CASOS + j, conocida, implicita, vigente)


def _cola_caso(
    libro: Libro, hoja: Worksheet, caso: Caso, col: int, conocida: int, implicita: int, vigente: int
) -> None:
    e, k = libro.estilos, len(caso.componentes)
    nombre = {c: plano.nombre(caso, c) for c in ("tasa", "tasa_cola", "horizonte", "convencion")}
    anios = "propios_n" if caso is PROPIO else str(plano.ANIOS_FLUJOS)
    convencion = nombre["convencion"]
    desfase = (
        f'IF({convencion}="fin",0,IF({convencion}="inicio",1,IF({convencion}="medio",0.5,NA())))'
    )
    for s, monto in enumerate(base.colas(caso)):
        hoja.write_number(conocida + s, col, monto, e.insumo(MDP))
        conocido = xl_rowcol_to_cell(conocida + s, col)
        crecimiento = xl_rowcol_to_cell(implicita + s, col)
        columna = plano.COLUMNA_MASA + s
        ultimo = (
            f"INDEX({plano.nombre(caso, 'masa' if s == 0 else f'serie_{s}')},propios_n)"
            if caso is PROPIO
            else celda(plano.hoja_flujos(caso), plano.FILA_FLUJOS + plano.ANIOS_FLUJOS - 1, columna)
        )
        if caso is PROPIO:
            libro.nombrar(
                plano.nombre(caso, "masa" if s == 0 else f"serie_{s}"),
                plano.PROPIOS,
                plano.FILA_FLUJOS,
                columna,
                plano.FILA_FLUJOS + plano.ANIOS_PROPIOS - 1,
                columna,
            )
        razon = f"({conocido}/({ultimo}*(1+{nombre['tasa_cola']})^-{anios}))"
        hoja.write_formula(
            implicita + s,
            col,
            f'=IF({conocido}=0,"",IF({conocido}<0,NA(),'
            f"({razon}*{nombre['tasa_cola']}-1)/(1+{razon})))",
            e.calculo(PCT),
        )
        # The tail is what follows the last printed year: no tail at a shorter horizon.
        hoja.write_formula(
            vigente + s,
            col,
            f"=IF(OR({conocido}=0,{nombre['horizonte']}<{anios}),0,"
            f"IF({crecimiento}>={nombre['tasa']},NA(),{ultimo}"
            f"*(1+{nombre['tasa']})^-({anios}-{desfase})"
            f"*(1+{crecimiento})/({nombre['tasa']}-{crecimiento})))",
            e.calculo(MDP),
        )
    libro.nombrar(plano.nombre(caso, "colas"), plano.SUPUESTOS, conocida, col, conocida + k, col)
    libro.nombrar(plano.nombre(caso, "cola_masa"), plano.SUPUESTOS, vigente, col)
    sumandos = "+".join(xl_rowcol_to_cell(vigente + s, col) for s in range(1, k + 1))
    n_series = len(series(caso))
    if caso.cola or caso is PROPIO:
        # One value per expenditure column: components, then their total right below them.
        total = vigente + 1 + columna_total(caso)
        hoja.write_formula(total, col, f"={sumandos}", e.total(MDP))
        libro.nombrar(
            plano.nombre(caso, "cola_gasto"), plano.SUPUESTOS, vigente + 1, col, total, col
        )
        assert total - vigente == n_series
