"""Names, arguments, defaults and help of the functions: what the workbooks count on."""

import inspect
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import udfs
from xl.contrato import registro

SINTAXIS = """
ANUALIDAD(tabla; edad; sexo; tasa; [pagos="ciertos"])
ARBOL_DECISION(conteos; anio_proyeccion)
AVANCE_SEXENAL(linea_base; meta; valor)
AYUDA_FUNERAL(fecha)
BALANCE_ACTUARIAL(reserva; prima_ingreso; vpsf; pasivos; [otros_activos])
CLASE_AVANCE(avance)
CONCILIACION([documento])
COSTO_FISCAL(mc_garantizada; mc_sin_garantia; saldo)
COSTO_NETO_PERIODO(costo_laboral; costo_financiero; rendimientos; amortizaciones)
CUMPLIMIENTO(linea_base; meta; valor; sentido)
CUOTAS_IMSS(sbc; fecha; [dias=30]; [prima_rt=0.0054355]; [con_rcv_infonavit=FALSO]; \
[factor_integracion=1])
DEFLACTAR(montos; anios; anio_base; [indice="promedio"])
DISPERSION(valores)
ESPERANZA_VIDA(tabla; edad; sexo)
ESTADO_RESULTADOS(partidas)
FLUJO_EFECTIVO(partidas)
GUARDERIA_COBERTURA(escenario; anio; [opciones])
GUARDERIA_INDICADORES(tabla)
HOGARES(h_1990; h_2000; anio)
INDEMNIZACION_GLOBAL(salario_base_diario; grado)
INTERPOLAR_ANUAL(anios; valores; [metodo="pchip"])
MC_CARTERA(tabla)
MIFA_FLUJO([supuestos])
MIFA_SEGURO(seguro; [supuestos])
MONTO_CONSTITUTIVO(tipo; edad; sexo; salario_base_diario; beneficiarios; [bases="1997"]; \
[tasa=0.035]; [opciones])
MONTO_CONSTITUTIVO_DESGLOSE(tipo; edad; sexo; salario_base_diario; beneficiarios; \
[bases="1997"]; [tasa=0.035]; [opciones])
PARAMETRO(nombre; [fecha]; [documento])
PENSION_INCAPACIDAD(salario_base_diario; grado; [opciones])
PENSION_INVALIDEZ(salario_base_diario; conyuge; hijos; ascendientes; [opciones])
PENSION_SOBREVIVENCIA(seguro; base_mensual; viudez; huerfanos_sencillos; huerfanos_dobles; \
ascendientes)
PRESTAMO_LIMITE(ingresos_anuales_seguro; [dias=90])
PRESTAMO_ROCF(monto; anios; tasa)
PRIMA_CONTRIBUCION(cop; agf; masa)
PRIMA_ESCALONADA(gasto; masa_salarial; tasa; anios)
PRIMA_GASTO(gasto; masa_salarial)
PRIMA_MEDIA_NIVELADA(gasto; masa_salarial; tasa; [reserva=0]; [convencion="inicio"]; \
[crecimiento_perpetuo]; [vp_cola_gasto=0]; [vp_cola_masa=0]; [horizonte])
PRIMA_NIVELADA(gasto; masa_salarial; tasa; [reserva=0]; [convencion="fin"]; \
[crecimiento_perpetuo]; [vp_cola_gasto=0]; [vp_cola_masa=0]; [horizonte])
PRIMA_PROMEDIO(gasto; masa_salarial)
PRIMA_REPARTO(gasto; masa)
PRIMA_RT(s; i; d; n; [prima_anterior]; [acreditada=FALSO]; [anio])
PRIMA_RT_CLASE(clase)
PRORRATEO(pago; participaciones)
PROYECCION_LINEAL(anios; valores; proyectados; [confianza=0.95]; [intervalo="prediccion"])
PRUEBA_ART211(cop; gasto)
RAZON_MOMIOS(a; b; c; d; [confianza=0.95])
REGRESION_IMPRESA(intercepto; t_intercepto; pendiente; t_pendiente; proyectados; \
[anio_cero=1996]; [confianza=0.95]; [intervalo="prediccion"])
REPARTO_GASTO(monto; factores)
REPARTO_RJP(monto; [clave="2010_pleno"])
RESERVA_PROYECTADA(reserva; prima; gasto; masa_salarial; tasa)
ROCF_LIMITE(ingresos_anuales; [dias=60])
SALARIO_PROMEDIO_500(salarios_diarios; factores; semanas)
SALDO_CUENTA(salario_diario; anios; [opciones])
SBC_EQUILIBRIO(sbc; gasto; cop_agf)
SPS_AHORRO_PRECIOS(precios; [volumenes])
SPS_ASE(anio; [familias=1]; [trimestre=1]; [pesos="2004"]; [montos])
SPS_ASE_ACREDITADA(requerida; partidas; anio_incorporacion)
SPS_ASF(anio; [familias=1]; [trimestre=1]; [pesos="2004"]; [montos])
SPS_ASIGNACION(entidades; [anio=2004]; [ponderadores]; [meta_nacional]; [go])
SPS_CALENDARIO(anio)
SPS_CS(anio; [familias=1]; [trimestre=1]; [pesos="2004"]; [montos])
SPS_DECILES(hogares; familias; [objetivo="primero_pobres"]; [ahorro]; [inicial])
SPS_EJERCICIO(transferido; por_concepto)
SPS_FONDOS(cs; asf; ase)
SPS_GASTO_CATASTROFICO(ingreso_disponible; gasto_alimentos; gasto_salud; linea_pobreza)
SPS_GASTO_SALUD([escenario=1]; [alfa]; [beta]; [recursos_sps]; [opciones])
SPS_LUGARES(valores; [alto=10]; [medio=21]; [empates="compartido"])
SPS_META(anio)
SPS_PERTENENCIA(respuestas)
SPS_RECURSOS(anio; [cota="media"])
SPS_REGIMEN(deciles; [programa_pobreza]; [habitantes]; [otro_supuesto]; [escala])
SPS_REPORTES(entregados; [meses=12])
SPS_SUSTITUCION(gasto_estatal; ase_minima)
SPS_TOTAL(anio; [familias=1]; [trimestre=1]; [pesos="2004"]; [montos])
SPS_TRANSFERENCIAS(montos; familias)
SPS_VECES(ase_2010; gasto_estatal)
SSFAM_CUOTA(edad; anio)
SSFAM_EQUILIBRIO([supuestos])
SSFAM_SELECCION(poblacion_ro; poblacion_ssfam; costos)
SUBSIDIO(ramo; salario_diario; dias)
SUFICIENCIA_PRIMA(prima_nivelada; prima_ingreso; [masa_salarial])
SUMA_ASEGURADA(mc_sin_garantia; saldo)
TABLA_BIOMETRICA(nombre)
TABLA_FUENTE(documento; tabla)
TASA_NOMINAL(tasa_real; inflacion)
TASA_REAL(tasa_nominal; inflacion)
VALOR_PRESENTE(flujo; tasa; [convencion="fin"]; [crecimiento_perpetuo]; [vp_cola=0])
VECES_SMG(salario; anio; [smg_base=59.82]; [anio_base=2011]; [crecimiento=0.005])
VERIFICAR_TABLA(tabla; [tolerancia=1])
""".strip().splitlines()

FUNCIONES = {f.nombre: f for f in registro()}

# Reserved words of VBA, in which desktop Excel wraps the functions.
VBA = set(
    """
application caller err thisworkbook xlpy fallo
abs access and any append array as base beep binary boolean byref byte byval call case cbool cbyte
ccur cdate cdbl cdec chdir chdrive cint circle clear clng close command compare const cstr curdir
currency cvar cverr date deletesetting debug decimal declare defbool defbyte defcur defdate defdbl
defint deflng defobj defsng defstr deftype defvar dim dir do doevents double each else elseif empty
end enum environ eof eqv erase err error event exit explicit false filecopy fileattr filelen fix for
format freefile friend function get getattr gettype global gosub goto hex if imp implements in input
instr int integer is isarray isdate isempty iserror ismissing isnull isnumeric isobject kill lbound
lcase left len let lib like line load loc local lock lof log long loop lset ltrim me mid mkdir mod
module name new next not nothing now null object oct on open option optional or output paramarray
preserve print private property public put raiseevent random randomize read redim rem reset resume
return right rmdir rnd rset rtrim seek select set sgn shared sin single space spc sqr static step
stop str strcomp string sub switch tab tan then time timer to trim true type typename typeof ubound
ucase unlock until val variant vartype version wend while width with withevents write xor
""".split()  # noqa: SIM905
)


def test_the_functions_are_these_with_these_arguments():
    assert sorted(f.sintaxis for f in registro()) == sorted(SINTAXIS)


def test_udfs_re_exports_all_of_them_and_nothing_else():
    assert sorted(udfs.__all__) == sorted(n.lower() for n in FUNCIONES)
    for nombre, ficha in FUNCIONES.items():
        assert getattr(udfs, nombre.lower()) is ficha.llamar


@pytest.mark.parametrize("linea", SINTAXIS)
def test_python_signature(linea):
    """Same order and defaults in Python as in the sheet."""
    nombre, argumentos = re.fullmatch(r"(\w+)\((.*)\)", linea).groups()
    esperados = []
    for argumento in argumentos.split("; "):
        opcional = argumento.startswith("[")
        clave, _, defecto = argumento.strip("[]").partition("=")
        esperados.append((clave, opcional, defecto.strip('"')))
    parametros = inspect.signature(getattr(udfs, nombre.lower())).parameters.values()
    assert [p.name for p in parametros] == [clave for clave, _, _ in esperados]
    for p, (_, opcional, defecto) in zip(parametros, esperados, strict=True):
        assert p.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
        if not opcional:
            assert p.default is inspect.Parameter.empty
        elif not defecto:
            assert p.default in (None, ())
        elif isinstance(p.default, str):
            assert p.default == defecto
        elif isinstance(p.default, bool):
            assert defecto == ("VERDADERO" if p.default else "FALSO")
        else:
            assert p.default == float(defecto)


@pytest.mark.parametrize("nombre", FUNCIONES)
def test_names_that_excel_takes(nombre):
    assert re.fullmatch(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*", nombre)
    assert not re.fullmatch(r"[A-Z]{1,3}[0-9]+", nombre), "reads as a cell"
    assert not re.fullmatch(r"R[0-9]*(C[0-9]*)?|C[0-9]*", nombre), "reads as a cell (R1C1)"


@pytest.mark.parametrize("ficha", FUNCIONES.values(), ids=FUNCIONES.keys())
def test_arguments_that_vba_takes(ficha):
    for a in ficha.argumentos:
        assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", a.nombre)
        assert a.nombre not in VBA
        assert a.nombre != ficha.nombre.lower(), "declared twice in its wrapper"
        assert not re.fullmatch(r"[a-z]{1,3}[0-9]+", a.nombre), "reads as a cell"


@pytest.mark.parametrize("ficha", FUNCIONES.values(), ids=FUNCIONES.keys())
def test_help_is_there_in_the_size_that_excel_shows(ficha):
    assert ficha.llamar.__doc__ == f"{ficha.ayuda} {ficha.devuelve}"
    assert len(ficha.llamar.__doc__) <= 255
    assert ficha.categoria.startswith("IMSS ")
    for texto in (ficha.ayuda, ficha.devuelve, ficha.fuente, *(a.ayuda for a in ficha.argumentos)):
        assert 5 <= len(texto) <= 255
        assert texto[0].isupper() or texto[0] in '"¿'
        assert texto.endswith((".", "?", "..."))


@pytest.mark.parametrize("ficha", FUNCIONES.values(), ids=FUNCIONES.keys())
def test_example_is_a_call_of_the_function(ficha):
    llamada = re.fullmatch(rf"={ficha.nombre}\((.*)\)", ficha.ejemplo)
    assert llamada, ficha.ejemplo
    dados = len(re.findall(r'(?:"[^"]*"|[^,"]+)+', llamada[1]))
    obligatorios = sum(not a.opcional for a in ficha.argumentos)
    assert obligatorios <= dados <= len(ficha.argumentos)


def test_xlwings_server_lists_them_with_their_spanish_help():
    """The record goes through xlwings' decorators, which only work when told to."""
    programa = (
        "import json, udfs\n"
        "from xlwings.server import custom_functions_meta\n"
        "print(json.dumps(custom_functions_meta(udfs)['functions']))\n"
    )
    entorno = {**os.environ, "XLWINGS_ON_SERVER": "true", "XLWINGS_LICENSE_KEY": "noncommercial"}
    salida = subprocess.run(
        [sys.executable, "-c", programa],
        cwd=Path(udfs.__file__).parent,
        env=entorno,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    publicadas = {f["name"]: f for f in json.loads(salida)}
    assert sorted(publicadas) == sorted(FUNCIONES)
    for nombre, ficha in FUNCIONES.items():
        assert publicadas[nombre]["description"] == f"{ficha.ayuda} {ficha.devuelve}"
        assert [(p["name"], p["description"]) for p in publicadas[nombre]["parameters"]] == [
            (a.nombre, a.ayuda) for a in ficha.argumentos
        ]
