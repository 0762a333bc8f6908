"""The command line: ``python -m xl``."""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from pymodel.errores import DatoInvalido, Descripcion
from xl.terminal import Aplicacion

if TYPE_CHECKING:
    import xlwings as xw

    from pymodel.conciliacion import Resultado
    from xl.por_partes import Resumen

PROYECTO = Path(__file__).resolve().parent.parent
# Installed as a library there is no project folder: workbooks go where the command is run.
WORKBOOKS = (PROYECTO if (PROYECTO / "run.py").exists() else Path.cwd()) / "workbooks"

app = Aplicacion(
    help="Modelo financiero y actuarial del IMSS: libros, conciliación y funciones.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for _stream in (sys.stdout, sys.stderr):
    if isinstance(_stream, io.TextIOWrapper):
        _stream.reconfigure(errors="replace")  # a console or file that is not UTF-8
salida = Console(highlight=False)
errores = Console(stderr=True, highlight=False)
_SANGRIA = (0, 0, 0, 4)


class Formato(StrEnum):
    """What ``construir`` makes."""

    xlsx = "xlsx"
    xlsm = "xlsm"
    oxt = "oxt"
    officejs = "officejs"


@app.command()
def construir(
    claves: Annotated[
        list[str] | None, typer.Argument(help="Libros (valuacion, ...); por omisión, todos.")
    ] = None,
    destino: Annotated[
        Path | None, typer.Option(help="Carpeta de destino; por omisión, workbooks/.")
    ] = None,
    formato: Annotated[
        Formato,
        typer.Option(
            help="xlsx; xlsm (funciones y botones para Excel); oxt (LibreOffice); officejs "
            "(xlsx con IMSS. delante de cada función, para el complemento del servidor)."
        ),
    ] = Formato.xlsx,
) -> None:
    """Construye los libros desde el código, con los supuestos de los informes."""
    carpeta = destino or WORKBOOKS
    with _reporting("Construyendo"):
        if formato is Formato.oxt:
            from xl.libreoffice.extension import construir_oxt

            carpeta.mkdir(parents=True, exist_ok=True)
            rutas = [construir_oxt(carpeta / "modelo-imss.oxt")]
        else:
            from xl import libros, variantes

            sufijo = "-officejs.xlsx" if formato is Formato.officejs else f".{formato.value}"
            rutas = [
                libros.construir(clave, carpeta / f"{clave}{sufijo}")
                for clave in claves or libros.CLAVES
            ]
            if formato is Formato.officejs:
                for ruta in rutas:
                    variantes.convertir_archivo(ruta, variantes.OFFICEJS)
    for ruta in rutas:
        salida.print(f"Construido: {escape(str(ruta))}", soft_wrap=True)


@app.command()
def actualizar(
    libros: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[LIBRO]...", help="Libros .xlsx o .xlsm; por omisión, todos."),
    ] = None,
    variante: Annotated[
        str,
        typer.Option(
            help='Convierte las fórmulas: "officejs" (IMSS.PRIMA_NIVELADA) o "escritorio".'
        ),
    ] = "",
) -> None:
    """Lee supuestos y escenarios, calcula, escribe resultados y dice qué cambió."""
    if not libros:
        from xl.libros import CLAVES

        libros = [r for r in (WORKBOOKS / f"{c}.xlsx" for c in CLAVES) if r.exists()]
    # Every one, even if one has a bad cell; of several, the results of the first are shown.
    hechos = [_refresh(libro, variante, breve=i > 0) for i, libro in enumerate(libros)]
    if not all(hechos):
        raise typer.Exit(1)


def _refresh(libro: Path, variante: str = "", breve: bool = False) -> bool:
    """Refresh one workbook and tell what changed; false if a cell of the user's is an error."""
    with _reporting(f"Actualizando {libro.name}"):
        from xl import macros, motor, variantes

        with motor.abrir(libro) as book:
            convertidas = variantes.convertir(book, variante) if variante else 0
            try:
                hecho = macros.actualizar(book)
            except DatoInvalido:
                _refuse_errors(book)  # of a result that is an error, the formula and its reason
                raise
            _refuse_errors(book)
            book.save()
            reporte = book.app.impl.reporte
    if convertidas:
        salida.print(f"Fórmulas convertidas a la variante {variante}: {convertidas}.")
    verificaciones = hecho.verificaciones and hecho.verificaciones + "."
    if breve:
        sin_cambio = "" if hecho.cambios else "ninguno cambió. "
        salida.print(
            f"[bold]{escape(libro.name)}[/bold]: {len(hecho.tabla)} resultados (hoja Resultados); "
            f"{sin_cambio}{verificaciones}"
        )
    elif hecho.tabla:
        salida.print(_results_table(hecho.encabezado, hecho.tabla))
    vacio = "" if breve else "Ningún resultado cambió."
    _print_list("Supuestos distintos de los informes", hecho.supuestos)
    _print_list("Resultados que cambiaron", hecho.cambios, vacio=vacio)
    if verificaciones and not breve:
        salida.print(verificaciones)
    for aviso in reporte.errores:
        errores.print(f"[red]Celda con error[/red] {escape(str(aviso))}")
    _print_list(
        "Fórmulas que se calcularán al abrir el libro", [str(d) for d in reporte.descartadas]
    )
    if not breve:
        salida.print(f"Libro: {escape(str(libro.resolve()))}", soft_wrap=True)
    return not reporte.errores


def _refuse_errors(book: xw.Book) -> None:
    """Refuse a formula of the workbook that ends in an error, with what its function said.

    A headline result whose cell holds a formula of the user's that cannot be worked out here is
    refused too: its figure would be an old one.
    """
    from xl import libros
    from xl.libros.comun import lectura

    propias = libros.de(book).hojas_de_formulas()
    for aviso in book.app.impl.reporte.errores:
        if aviso.hoja in propias:
            raise DatoInvalido(
                f"{aviso.hoja}!{aviso.celda}",
                Descripcion(f"una fórmula con error ({aviso.mensaje})"),
                "datos con los que las fórmulas originales del libro den un resultado. No se "
                "guardó nada: corrija la celda, recupere el respaldo (.bak) o reconstruya con "
                "python -m xl construir",
            ) from None
    suyas = {f"{a.hoja}!{a.celda}" for a in book.app.impl.reporte.descartadas}
    for indicador in libros.de(book).indicadores:
        celda = lectura.rango(book, indicador.nombre)
        if lectura.lugar(celda) in suyas:
            raise DatoInvalido(
                lectura.lugar(celda, indicador.etiqueta),
                Descripcion("una fórmula que aquí no se puede calcular"),
                "las fórmulas originales del libro. No se guardó nada",
            ) from None


@app.command()
def restablecer(libro: Annotated[Path, typer.Argument(help="Libro .xlsx o .xlsm.")]) -> None:
    """Devuelve los supuestos, años impresos y escenarios a los de los informes."""
    with _reporting(f"Restableciendo {libro.name}"):
        from xl import macros, motor

        with motor.abrir(libro) as book:
            macros.restablecer_supuestos(book)
            book.save()
    salida.print("Supuestos de origen restablecidos. Falta actualizar los resultados:")
    salida.print(f"  python -m xl actualizar {escape(str(libro))}")


@app.command()
def conciliar(
    documento: Annotated[
        str | None, typer.Argument(help='"ifa2005", "ifa2010" o un resumen ("ifa2010_a").')
    ] = None,
    todas: Annotated[bool, typer.Option(help="Lista también las que cumplen.")] = True,
) -> None:
    """Compara cada cifra publicada con la calculada; sin documento, cuántas cumplen de cada uno."""
    with _reporting("Conciliando"):
        from pymodel import conciliacion

        resultados = conciliacion.conciliar(documento)
    sin_explicar = [r for r in resultados if not r.explicado]
    if documento is None:
        salida.print(_counts_table(resultados))
        listadas = sin_explicar
    else:
        listadas = [r for r in resultados if todas or r.resultado != conciliacion.CUMPLE]
    if listadas:
        salida.print(_checks_table(listadas))
    cuenta = {t: sum(r.tipo == t for r in resultados) for t in ("modelo", "identidad", "calibrado")}
    salida.print(
        f"{len(resultados)} verificaciones ("
        + ", ".join(f"{n} de tipo {t}" for t, n in cuenta.items())
        + f"): {sum(r.resultado == conciliacion.CUMPLE for r in resultados)} cumplen, "
        f"{sum(r.resultado == conciliacion.FALLA_ESPERADA for r in resultados)} fallan con "
        f"explicación, {len(sin_explicar)} sin explicar."
    )
    if documento is None:
        salida.print(
            "Una por una: python -m xl conciliar ifa2010_a; sólo las que fallan y por qué, con "
            "--no-todas."
        )
    if sin_explicar:
        raise typer.Exit(1)


def _counts_table(resultados: Sequence[Resultado]) -> Table:
    """How many checks of each digest hold."""
    from pymodel import conciliacion

    tabla = Table("Resumen", "Verificaciones", "Cumplen", "Fallan con explicación", "Sin explicar")
    tabla.columns[0].overflow = "fold"
    for columna in tabla.columns[1:]:
        columna.justify = "right"
    for resumen, grupo in groupby(resultados, lambda r: r.id.split(".")[0]):
        suyas = list(grupo)
        juicios = Counter(r.resultado for r in suyas)
        tabla.add_row(
            resumen,
            str(len(suyas)),
            str(juicios[conciliacion.CUMPLE]),
            str(juicios[conciliacion.FALLA_ESPERADA]),
            str(sum(not r.explicado for r in suyas)),
        )
    return tabla


def _checks_table(resultados: Sequence[Resultado]) -> Table:
    """Check by check, in a width of 80 columns."""
    from pymodel import conciliacion

    tabla = Table("Verificación", "Qué se compara", "Publicado\ncalculado", show_lines=True)
    tabla.columns[1].overflow = "fold"
    tabla.columns[2].justify, tabla.columns[2].no_wrap = "right", True
    estilos = {conciliacion.CUMPLE: "green", conciliacion.FALLA_ESPERADA: "yellow"}
    for r in resultados:
        color = estilos.get(r.resultado, "bold red")
        texto = escape(r.descripcion)
        if r.resultado != conciliacion.CUMPLE and r.explicacion:
            texto += f"\n[dim]{escape(r.explicacion)}[/dim]"
        tabla.add_row(
            f"{r.id}\n[dim]{r.tipo}[/dim]\n[{color}]{r.resultado}[/{color}]",
            texto,
            f"{_figure(r.publicado)}\n{_figure(r.calculado)}\n[dim]± {_figure(r.tolerancia)}[/dim]",
        )
    return tabla


@app.command()
def funciones(
    texto: Annotated[
        str, typer.Argument(help="Parte del nombre o del tema (prima, guarder): da el detalle.")
    ] = "",
) -> None:
    """Lista las funciones de Excel; con un texto, las que lo llevan, argumento por argumento."""
    import udfs
    from xl.contrato import registro
    from xl.contrato.entrada import plegar

    assert udfs.__all__
    buscado = plegar(texto)
    halladas = [
        f
        for f in sorted(registro(), key=lambda f: (f.categoria, f.nombre))
        if any(buscado in plegar(t) for t in (f.nombre, f.categoria, f.ayuda))
    ]
    if not halladas:
        errores.print(f"Ninguna función lleva «{escape(texto)}». Todas: python -m xl funciones")
        raise typer.Exit(1)
    for categoria, grupo in groupby(halladas, lambda f: f.categoria):
        salida.print(f"\n[bold underline]{categoria}[/bold underline]")
        for f in grupo:
            # Arguments parted by commas, as Excel of Mexico takes them and the guide writes them.
            salida.print(f"[bold]{escape(f.sintaxis.replace('; ', ', '))}[/bold]")
            salida.print(Padding(escape(f.ayuda), _SANGRIA))
            if texto:
                for a in f.argumentos:
                    salida.print(Padding(f"[cyan]{a.nombre}[/cyan]: {escape(a.ayuda)}", _SANGRIA))
                for titulo, linea in (
                    ("Devuelve", f.devuelve),
                    ("Ejemplo", f.ejemplo),
                    ("Fuente", f.fuente),
                ):
                    salida.print(Padding(f"[dim]{titulo}: {escape(linea)}[/dim]", _SANGRIA))
    if not texto:
        salida.print(
            f"\n{len(halladas)} funciones. Sus argumentos: python -m xl funciones PRIMA_NIVELADA"
        )


@app.command()
def recalcular(
    libro: Annotated[Path, typer.Argument(help="Libro .xlsx o .xlsm.")],
    destino: Annotated[
        Path | None, typer.Option(help="Copia recalculada; por omisión, junto al libro.")
    ] = None,
) -> None:
    """Recalcula una copia del libro con LibreOffice, función por función."""
    with _reporting(f"Recalculando {libro.name} con LibreOffice"):
        from xl.libreoffice.recalcular import recalcular as recalcular_en_oficina

        reporte = recalcular_en_oficina(libro, destino)
    formulas = sum(len(celdas) for celdas in reporte.formulas.values())
    salida.print(f"{formulas} fórmulas recalculadas; {len(reporte.errores)} con error.")
    for (hoja, celda), mensaje in reporte.errores.items():
        errores.print(f"[red]{escape(hoja)}!{celda}[/red] {escape(str(mensaje))}")
    salida.print(
        f"Copia recalculada: {escape(str(reporte.destino))}. El original no se toca, porque "
        "LibreOffice no conserva las partes que no conoce."
    )
    if reporte.errores:
        raise typer.Exit(1)


@app.command()
def cartera(
    entrada: Annotated[Path, typer.Argument(help="Cartera: .csv, .txt o .parquet.")],
    salida_en: Annotated[Path, typer.Argument(metavar="SALIDA", help="Archivo de resultados.")],
    bases: Annotated[str, typer.Option(help='"1997", "2009", "2015" o "RCS".')] = "1997",
    tasa: Annotated[float, typer.Option(help="Tasa real anual: 0.035 es 3.5 %.")] = 0.035,
    opcion: Annotated[
        list[str] | None,
        typer.Option(help="nombre=valor, por ejemplo margen=0.02; puede repetirse."),
    ] = None,
) -> None:
    """Monto constitutivo de cada caso de un archivo; los renglones malos van a otro."""
    with _measuring(f"Calculando {entrada.name}") as avance:
        from pymodel import rentas
        from xl.cartera import valuar_archivo

        opciones = rentas.desde_textos(opcion or [])
        hecho = valuar_archivo(entrada, salida_en, bases, tasa, opciones, avance=avance)
    salida.print(
        f"Casos calculados: {hecho.calculados:,}, en {escape(str(hecho.salida))}. "
        f"Rechazados: {hecho.rechazados:,}."
    )
    _print_list("Primeros rechazos", hecho.mensajes)
    if hecho.rechazos:
        salida.print(f"Todos los rechazos: {escape(str(hecho.rechazos))}")
    if not hecho.calculados:
        raise typer.Exit(1)


@app.command("imputar-censo")
def imputar_censo(
    entrada: Annotated[Path, typer.Argument(help="Muestra censal: .csv, .txt o .parquet.")],
    salida_en: Annotated[Path, typer.Argument(metavar="SALIDA", help="Personas imputadas.")],
) -> None:
    """Condición de aseguramiento de cada persona y clase de cada hogar de una muestra censal."""
    with _measuring(f"Imputando {entrada.name}") as avance:
        from xl.censo import imputar_archivo

        hecho, cuadro = imputar_archivo(entrada, salida_en, avance=avance)
    _print_job(hecho, "personas imputadas")
    if not hecho.usados:
        raise typer.Exit(1)
    tabla = Table("Entidad", "Hogares", "Sujetos", "%", "Población", "No asegurada", "%")
    for columna in tabla.columns[1:]:
        columna.justify = "right"
    for f in cuadro.to_dicts():
        tabla.add_row(
            f["nombre"],
            f"{f['hogares']:,.0f}",
            f"{f['hogares_sujetos']:,.0f}",
            f"{f['hogares_sujetos'] / f['hogares']:.1%}",
            f"{f['poblacion']:,.0f}",
            f"{f['no_asegurada']:,.0f}",
            f"{f['no_asegurada'] / f['poblacion']:.1%}",
        )
    salida.print(tabla)


@app.command("clasificar-padron")
def clasificar_padron(
    entrada: Annotated[Path, typer.Argument(help="Padrón auditado: .csv, .txt o .parquet.")],
    salida_en: Annotated[Path, typer.Argument(metavar="SALIDA", help="Familias clasificadas.")],
) -> None:
    """Clasifica las familias de un padrón auditado: hogar SPS o no, Caso 1 y Caso 2, régimen."""
    with _measuring(f"Clasificando {entrada.name}") as avance:
        from xl.padron import clasificar_archivo

        hecho, cuadro = clasificar_archivo(entrada, salida_en, avance=avance)
    _print_job(hecho, "familias clasificadas")
    if not hecho.usados:
        raise typer.Exit(1)
    tabla = Table("Hogar", "Caso", "Familias", "%")
    for columna in tabla.columns[2:]:
        columna.justify = "right"
    suma = cuadro.select("hogar", "caso", "familias").group_by("hogar", "caso").sum()
    for hogar, caso, familias in suma.sort("familias", descending=True).rows():
        tabla.add_row(hogar, caso, f"{familias:,}", f"{familias / hecho.usados:.1%}")
    salida.print(tabla)


@app.command("muestra-padron")
def muestra_padron(
    entrada: Annotated[Path, typer.Argument(help="Padrón: .csv, .txt o .parquet.")],
    salida_en: Annotated[Path, typer.Argument(metavar="SALIDA", help="Familias por visitar.")],
    semilla: Annotated[int, typer.Option(help="La misma semilla da la misma muestra.")],
) -> None:
    """Muestra de familias en tres etapas con sus factores: entidades, centros y familias."""
    with _measuring(f"Muestreando {entrada.name}") as avance:
        from xl.padron import muestrear_archivo

        hecho, muestra = muestrear_archivo(entrada, salida_en, semilla, avance=avance)
    _print_job(hecho, "familias en el marco")
    salida.print(
        f"Muestra: {len(muestra):,} familias de {muestra['entidad'].nunique()} entidades; "
        f"los factores suman {muestra['factor'].sum():,.0f}."
    )


@app.command()
def sintetico(
    que: Annotated[str, typer.Argument(help='"censo" (hogares) o "padron" (familias).')],
    salida_en: Annotated[Path, typer.Argument(metavar="SALIDA", help="Archivo de salida.")],
    cuantos: Annotated[int, typer.Option(help="Hogares o familias.")],
    semilla: Annotated[int, typer.Option(help="La misma semilla da el mismo archivo.")],
) -> None:
    """Inventa una muestra censal o un padrón para ensayar; no son datos de México."""
    with _measuring(f"Escribiendo {salida_en.name}") as avance:
        from xl.sinteticos import escribir

        filas = escribir(que, salida_en, cuantos, semilla, avance=avance)
    salida.print(
        f"{filas:,} renglones sintéticos (claves SINT...) en {escape(str(salida_en))}. "
        "Datos inventados: no describen a México."
    )


@app.command("instalar-calc")
def instalar_calc() -> None:
    """Instala las funciones en LibreOffice Calc para el usuario actual (ciérrelo antes)."""
    with _reporting("Instalando las funciones en LibreOffice Calc"):
        import tempfile

        from xl.libreoffice.extension import construir_oxt, instalar

        with tempfile.TemporaryDirectory() as carpeta:
            instalar(construir_oxt(Path(carpeta) / "modelo-imss.oxt"))
    salida.print("Listo: abra LibreOffice Calc y escriba, por ejemplo, =TASA_REAL(0.0723;0.036).")


@app.command()
def instalar() -> None:
    """Prepara Excel de escritorio (Windows o macOS) para el usuario actual."""
    with _reporting("Preparando Excel"):
        from xl import instalacion

        ruta = instalacion.instalar()
    salida.print(f"Ajustes de xlwings: {escape(str(ruta))}", soft_wrap=True)
    salida.print("Falta, una sola vez:")
    salida.print("  1. python -m xl construir --formato xlsm")
    salida.print(
        "  2. En Excel: Archivo, Opciones, Centro de confianza, Ubicaciones de confianza: agregue "
        f"{escape(str(WORKBOOKS))}",
        soft_wrap=True,
    )
    salida.print("  3. Abra un libro .xlsm de esa carpeta y habilite las macros.")


@app.command()
def doctor() -> None:
    """Revisa lo que necesita cada forma de uso y dice qué hacer; no cambia nada."""
    from xl import instalacion

    marcas = {True: "[green]bien[/green]", False: "[bold red]mal[/bold red]", None: "[dim]–[/dim]"}
    tabla = Table("", "Qué", "Qué se vio", "Qué hacer")
    mal = False
    with _reporting("Revisando"):
        for r in instalacion.revisar():
            mal |= r.bien is False
            remedio = "" if r.bien else r.remedio
            tabla.add_row(marcas[r.bien], escape(r.que), escape(r.visto), escape(remedio))
    salida.print(tabla)
    if mal:
        raise typer.Exit(1)


@app.command()
def servir(
    direccion: Annotated[
        str, typer.Option(envvar="IMSS_DIRECCION", help="Dirección en que escucha.")
    ] = "127.0.0.1",
    puerto: Annotated[int, typer.Option(envvar="IMSS_PUERTO", min=1, max=65535)] = 8443,
    nombre: Annotated[
        str, typer.Option(envvar="IMSS_NOMBRE", help="Nombre con que lo llaman otras máquinas.")
    ] = "",
    autenticacion: Annotated[
        str,
        typer.Option(
            envvar="IMSS_AUTENTICACION",
            help='"claves" o "entraid"; obligatoria si no es 127.0.0.1.',
        ),
    ] = "",
    certificado: Annotated[
        Path | None,
        typer.Option(envvar="IMSS_CERTIFICADO", help="PEM; por omisión, uno de desarrollo."),
    ] = None,
    llave: Annotated[
        Path | None, typer.Option(envvar="IMSS_LLAVE", help="Llave privada del certificado.")
    ] = None,
    claves: Annotated[
        Path | None, typer.Option(envvar="IMSS_CLAVES", help="Archivo de claves de usuarios.")
    ] = None,
    web: Annotated[
        bool, typer.Option("--web", envvar="IMSS_WEB", help="Permite Excel en la web.")
    ] = False,
    max_mb: Annotated[
        int, typer.Option(envvar="IMSS_MAX_MB", min=1, help="MB de una llamada.")
    ] = 32,
    max_celdas: Annotated[
        int, typer.Option(envvar="IMSS_MAX_CELDAS", min=1, help="Celdas de una llamada.")
    ] = 500_000,
    max_segundos: Annotated[
        float, typer.Option(envvar="IMSS_MAX_SEGUNDOS", help="Segundos de una llamada.")
    ] = 60.0,
    max_en_curso: Annotated[
        int, typer.Option(envvar="IMSS_MAX_EN_CURSO", min=1, help="Llamadas a la vez.")
    ] = 200,
    trabajadores: Annotated[
        int | None,
        typer.Option(envvar="IMSS_TRABAJADORES", min=1, help="Procesos que calculan."),
    ] = None,
) -> None:
    """Sirve el complemento de Excel (funciones, macros y panel) hasta Ctrl+C."""
    _require_server()
    from xl.servidor import aplicacion
    from xl.servidor.opciones import Limites, Opciones

    try:
        limites = {
            "cuerpo": max_mb * 2**20,
            "celdas": max_celdas,
            "segundos": max_segundos,
            "en_curso": max_en_curso,
        } | ({"trabajadores": trabajadores} if trabajadores else {})
        opciones = Opciones(
            direccion, puerto, nombre, certificado, llave, autenticacion, claves, web,
            Limites(**limites),  # type: ignore[arg-type]
        )  # fmt: skip

        def anunciar() -> None:
            errores.print(
                f"Complemento: https://{opciones.servidor}/manifest  (Ctrl+C para terminar)"
            )
            errores.print(aplicacion.licencia(), style="dim")

        aplicacion.servir(opciones, anunciar)
    except DatoInvalido as error:
        errores.print(f"[bold red]Error:[/bold red] {escape(str(error))}")
        raise typer.Exit(1) from None


@app.command("clave-servidor")
def clave_servidor(
    usuario: Annotated[str, typer.Argument(help="Nombre que quedará en la bitácora.")],
    quitar: Annotated[bool, typer.Option("--quitar", help="Retira su clave.")] = False,
    archivo: Annotated[Path | None, typer.Option(envvar="IMSS_CLAVES")] = None,
) -> None:
    """Da (o retira) la clave con que un usuario entra al servidor; se muestra una sola vez."""
    _require_server()
    from xl.servidor import aplicacion, claves
    from xl.servidor.opciones import Opciones

    destino = aplicacion.archivo_de_claves(Opciones(claves=archivo))
    try:
        if quitar:
            claves.quitar(destino, usuario)
            salida.print(f"Clave de {escape(usuario)} retirada.")
        else:
            salida.print(claves.crear(destino, usuario), soft_wrap=True)
    except DatoInvalido as error:
        errores.print(f"[bold red]Error:[/bold red] {escape(str(error))}")
        raise typer.Exit(1) from None


def _require_server() -> None:
    """Say how to install what only the server needs."""
    from importlib.util import find_spec

    if find_spec("xlwings_server") is None:
        errores.print(
            "[bold red]Error:[/bold red] faltan las bibliotecas del servidor. Instálelas con\n"
            f"  {escape(sys.executable)} -m pip install -r requirements-servidor.txt\n"
            "xlwings Server es gratuito para uso no comercial (PolyForm Noncommercial 1.0.0); una "
            "empresa necesita licencia de pago."
        )
        raise typer.Exit(1)


def _figure(x: float) -> str:
    """Whole amounts in full, small figures to six digits."""
    return f"{x:,.0f}" if abs(x) >= 10_000 else f"{x:,.6g}"


_COLORES = {"suficiente": "green", "insuficiente": "red"}


def _results_table(encabezado: tuple[str, ...], filas: tuple[tuple[str, ...], ...]) -> Table:
    """Headline results: figures to the right, verdicts in colour."""
    tabla = Table(*encabezado)
    for j, columna in enumerate(tabla.columns):
        if any(fila[j].lstrip("(-")[:1].isdigit() for fila in filas) and j:
            columna.justify = "right"
    for fila in filas:
        tabla.add_row(
            *(f"[{_COLORES[t]}]{t}[/{_COLORES[t]}]" if t in _COLORES else escape(t) for t in fila)
        )
    return tabla


def _print_job(hecho: Resumen, que: str) -> None:
    """Rows used and rejected, files written."""
    salida.print(f"{hecho.usados:,} {que}; {hecho.rechazados:,} renglones rechazados.")
    for ruta in hecho.salidas:
        salida.print(f"  {escape(str(ruta))}", soft_wrap=True)
    _print_list("Primeros rechazos", hecho.mensajes)
    if hecho.rechazos:
        salida.print(f"Todos los rechazos: {escape(str(hecho.rechazos))}", soft_wrap=True)
    _print_list("Avisos", hecho.avisos)


def _print_list(titulo: str, renglones: tuple[str, ...] | list[str], vacio: str = "") -> None:
    if not renglones:
        if vacio:
            salida.print(vacio)
        return
    salida.print(f"{titulo}:")
    for texto in renglones[:20]:
        salida.print(f"  • {escape(texto)}")
    if len(renglones) > 20:
        salida.print(f"  … y {len(renglones) - 20} más")


@contextmanager
def _reporting(tarea: str) -> Iterator[None]:
    """Progress while it works; a mistake of the user ends in one line, not in a traceback."""
    try:
        with Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TimeElapsedColumn(),
            console=errores,
            transient=True,
        ) as progreso:
            progreso.add_task(escape(tarea), total=None)
            yield
    except DatoInvalido as error:
        errores.print(f"[bold red]Error:[/bold red] {escape(str(error))}")
        raise typer.Exit(1) from None


@contextmanager
def _measuring(tarea: str) -> Iterator[Callable[[float], None]]:
    """As :func:`_reporting`, with a bar that is told the fraction done."""
    try:
        with Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
            console=errores,
            transient=True,
        ) as progreso:
            barra = progreso.add_task(escape(tarea), total=1.0)
            yield lambda fraccion: progreso.update(barra, completed=fraccion)
    except DatoInvalido as error:
        errores.print(f"[bold red]Error:[/bold red] {escape(str(error))}")
        raise typer.Exit(1) from None


if __name__ == "__main__":
    app(prog_name="python -m xl")
