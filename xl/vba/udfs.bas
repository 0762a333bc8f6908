Attribute VB_Name = "modelo_imss"
Option Explicit
' Generado por modelo-imss 0.2.0 con python -m xl construir; no lo edite aquí.

Public Function ANUALIDAD(tabla, edad, sexo, tasa, Optional pagos)
#If Mac Then
    ANUALIDAD = "#¡IMSS! ANUALIDAD: en Excel para Mac use el complemento de Office (IMSS.ANUALIDAD)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    ANUALIDAD = XLPy.CallUDF("modelo_imss", "anualidad", Array(tabla, edad, sexo, tasa, pagos), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    ANUALIDAD = "#¡IMSS! ANUALIDAD: " & Err.Description
#End If
End Function

Public Function ARBOL_DECISION(conteos, anio_proyeccion)
#If Mac Then
    ARBOL_DECISION = "#¡IMSS! ARBOL_DECISION: en Excel para Mac use el complemento de Office (IMSS.ARBOL_DECISION)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    ARBOL_DECISION = XLPy.CallUDF("modelo_imss", "arbol_decision", Array(conteos, anio_proyeccion), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    ARBOL_DECISION = "#¡IMSS! ARBOL_DECISION: " & Err.Description
#End If
End Function

Public Function AVANCE_SEXENAL(linea_base, meta, valor)
#If Mac Then
    AVANCE_SEXENAL = "#¡IMSS! AVANCE_SEXENAL: en Excel para Mac use el complemento de Office (IMSS.AVANCE_SEXENAL)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    AVANCE_SEXENAL = XLPy.CallUDF("modelo_imss", "avance_sexenal", Array(linea_base, meta, valor), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    AVANCE_SEXENAL = "#¡IMSS! AVANCE_SEXENAL: " & Err.Description
#End If
End Function

Public Function AYUDA_FUNERAL(fecha)
#If Mac Then
    AYUDA_FUNERAL = "#¡IMSS! AYUDA_FUNERAL: en Excel para Mac use el complemento de Office (IMSS.AYUDA_FUNERAL)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    AYUDA_FUNERAL = XLPy.CallUDF("modelo_imss", "ayuda_funeral", Array(fecha), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    AYUDA_FUNERAL = "#¡IMSS! AYUDA_FUNERAL: " & Err.Description
#End If
End Function

Public Function BALANCE_ACTUARIAL(reserva, prima_ingreso, vpsf, pasivos, Optional otros_activos)
#If Mac Then
    BALANCE_ACTUARIAL = "#¡IMSS! BALANCE_ACTUARIAL: en Excel para Mac use el complemento de Office (IMSS.BALANCE_ACTUARIAL)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    BALANCE_ACTUARIAL = XLPy.CallUDF("modelo_imss", "balance_actuarial", Array(reserva, prima_ingreso, vpsf, pasivos, otros_activos), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    BALANCE_ACTUARIAL = "#¡IMSS! BALANCE_ACTUARIAL: " & Err.Description
#End If
End Function

Public Function CLASE_AVANCE(avance)
#If Mac Then
    CLASE_AVANCE = "#¡IMSS! CLASE_AVANCE: en Excel para Mac use el complemento de Office (IMSS.CLASE_AVANCE)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    CLASE_AVANCE = XLPy.CallUDF("modelo_imss", "clase_avance", Array(avance), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    CLASE_AVANCE = "#¡IMSS! CLASE_AVANCE: " & Err.Description
#End If
End Function

Public Function CONCILIACION(Optional documento)
#If Mac Then
    CONCILIACION = "#¡IMSS! CONCILIACION: en Excel para Mac use el complemento de Office (IMSS.CONCILIACION)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    CONCILIACION = XLPy.CallUDF("modelo_imss", "conciliacion", Array(documento), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    CONCILIACION = "#¡IMSS! CONCILIACION: " & Err.Description
#End If
End Function

Public Function COSTO_FISCAL(mc_garantizada, mc_sin_garantia, saldo)
#If Mac Then
    COSTO_FISCAL = "#¡IMSS! COSTO_FISCAL: en Excel para Mac use el complemento de Office (IMSS.COSTO_FISCAL)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    COSTO_FISCAL = XLPy.CallUDF("modelo_imss", "costo_fiscal", Array(mc_garantizada, mc_sin_garantia, saldo), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    COSTO_FISCAL = "#¡IMSS! COSTO_FISCAL: " & Err.Description
#End If
End Function

Public Function COSTO_NETO_PERIODO(costo_laboral, costo_financiero, rendimientos, amortizaciones)
#If Mac Then
    COSTO_NETO_PERIODO = "#¡IMSS! COSTO_NETO_PERIODO: en Excel para Mac use el complemento de Office (IMSS.COSTO_NETO_PERIODO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    COSTO_NETO_PERIODO = XLPy.CallUDF("modelo_imss", "costo_neto_periodo", Array(costo_laboral, costo_financiero, rendimientos, amortizaciones), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    COSTO_NETO_PERIODO = "#¡IMSS! COSTO_NETO_PERIODO: " & Err.Description
#End If
End Function

Public Function CUMPLIMIENTO(linea_base, meta, valor, sentido)
#If Mac Then
    CUMPLIMIENTO = "#¡IMSS! CUMPLIMIENTO: en Excel para Mac use el complemento de Office (IMSS.CUMPLIMIENTO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    CUMPLIMIENTO = XLPy.CallUDF("modelo_imss", "cumplimiento", Array(linea_base, meta, valor, sentido), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    CUMPLIMIENTO = "#¡IMSS! CUMPLIMIENTO: " & Err.Description
#End If
End Function

Public Function CUOTAS_IMSS(sbc, fecha, Optional dias, Optional prima_rt, Optional con_rcv_infonavit, Optional factor_integracion)
#If Mac Then
    CUOTAS_IMSS = "#¡IMSS! CUOTAS_IMSS: en Excel para Mac use el complemento de Office (IMSS.CUOTAS_IMSS)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    CUOTAS_IMSS = XLPy.CallUDF("modelo_imss", "cuotas_imss", Array(sbc, fecha, dias, prima_rt, con_rcv_infonavit, factor_integracion), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    CUOTAS_IMSS = "#¡IMSS! CUOTAS_IMSS: " & Err.Description
#End If
End Function

Public Function DEFLACTAR(montos, anios, anio_base, Optional indice)
#If Mac Then
    DEFLACTAR = "#¡IMSS! DEFLACTAR: en Excel para Mac use el complemento de Office (IMSS.DEFLACTAR)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    DEFLACTAR = XLPy.CallUDF("modelo_imss", "deflactar", Array(montos, anios, anio_base, indice), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    DEFLACTAR = "#¡IMSS! DEFLACTAR: " & Err.Description
#End If
End Function

Public Function DISPERSION(valores)
#If Mac Then
    DISPERSION = "#¡IMSS! DISPERSION: en Excel para Mac use el complemento de Office (IMSS.DISPERSION)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    DISPERSION = XLPy.CallUDF("modelo_imss", "dispersion", Array(valores), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    DISPERSION = "#¡IMSS! DISPERSION: " & Err.Description
#End If
End Function

Public Function ESPERANZA_VIDA(tabla, edad, sexo)
#If Mac Then
    ESPERANZA_VIDA = "#¡IMSS! ESPERANZA_VIDA: en Excel para Mac use el complemento de Office (IMSS.ESPERANZA_VIDA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    ESPERANZA_VIDA = XLPy.CallUDF("modelo_imss", "esperanza_vida", Array(tabla, edad, sexo), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    ESPERANZA_VIDA = "#¡IMSS! ESPERANZA_VIDA: " & Err.Description
#End If
End Function

Public Function ESTADO_RESULTADOS(partidas)
#If Mac Then
    ESTADO_RESULTADOS = "#¡IMSS! ESTADO_RESULTADOS: en Excel para Mac use el complemento de Office (IMSS.ESTADO_RESULTADOS)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    ESTADO_RESULTADOS = XLPy.CallUDF("modelo_imss", "estado_resultados", Array(partidas), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    ESTADO_RESULTADOS = "#¡IMSS! ESTADO_RESULTADOS: " & Err.Description
#End If
End Function

Public Function FLUJO_EFECTIVO(partidas)
#If Mac Then
    FLUJO_EFECTIVO = "#¡IMSS! FLUJO_EFECTIVO: en Excel para Mac use el complemento de Office (IMSS.FLUJO_EFECTIVO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    FLUJO_EFECTIVO = XLPy.CallUDF("modelo_imss", "flujo_efectivo", Array(partidas), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    FLUJO_EFECTIVO = "#¡IMSS! FLUJO_EFECTIVO: " & Err.Description
#End If
End Function

Public Function GUARDERIA_COBERTURA(escenario, anio, Optional opciones)
#If Mac Then
    GUARDERIA_COBERTURA = "#¡IMSS! GUARDERIA_COBERTURA: en Excel para Mac use el complemento de Office (IMSS.GUARDERIA_COBERTURA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    GUARDERIA_COBERTURA = XLPy.CallUDF("modelo_imss", "guarderia_cobertura", Array(escenario, anio, opciones), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    GUARDERIA_COBERTURA = "#¡IMSS! GUARDERIA_COBERTURA: " & Err.Description
#End If
End Function

Public Function GUARDERIA_INDICADORES(tabla)
#If Mac Then
    GUARDERIA_INDICADORES = "#¡IMSS! GUARDERIA_INDICADORES: en Excel para Mac use el complemento de Office (IMSS.GUARDERIA_INDICADORES)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    GUARDERIA_INDICADORES = XLPy.CallUDF("modelo_imss", "guarderia_indicadores", Array(tabla), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    GUARDERIA_INDICADORES = "#¡IMSS! GUARDERIA_INDICADORES: " & Err.Description
#End If
End Function

Public Function HOGARES(h_1990, h_2000, anio)
#If Mac Then
    HOGARES = "#¡IMSS! HOGARES: en Excel para Mac use el complemento de Office (IMSS.HOGARES)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    HOGARES = XLPy.CallUDF("modelo_imss", "hogares", Array(h_1990, h_2000, anio), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    HOGARES = "#¡IMSS! HOGARES: " & Err.Description
#End If
End Function

Public Function INDEMNIZACION_GLOBAL(salario_base_diario, grado)
#If Mac Then
    INDEMNIZACION_GLOBAL = "#¡IMSS! INDEMNIZACION_GLOBAL: en Excel para Mac use el complemento de Office (IMSS.INDEMNIZACION_GLOBAL)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    INDEMNIZACION_GLOBAL = XLPy.CallUDF("modelo_imss", "indemnizacion_global", Array(salario_base_diario, grado), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    INDEMNIZACION_GLOBAL = "#¡IMSS! INDEMNIZACION_GLOBAL: " & Err.Description
#End If
End Function

Public Function INTERPOLAR_ANUAL(anios, valores, Optional metodo)
#If Mac Then
    INTERPOLAR_ANUAL = "#¡IMSS! INTERPOLAR_ANUAL: en Excel para Mac use el complemento de Office (IMSS.INTERPOLAR_ANUAL)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    INTERPOLAR_ANUAL = XLPy.CallUDF("modelo_imss", "interpolar_anual", Array(anios, valores, metodo), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    INTERPOLAR_ANUAL = "#¡IMSS! INTERPOLAR_ANUAL: " & Err.Description
#End If
End Function

Public Function MC_CARTERA(tabla)
#If Mac Then
    MC_CARTERA = "#¡IMSS! MC_CARTERA: en Excel para Mac use el complemento de Office (IMSS.MC_CARTERA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    MC_CARTERA = XLPy.CallUDF("modelo_imss", "mc_cartera", Array(tabla), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    MC_CARTERA = "#¡IMSS! MC_CARTERA: " & Err.Description
#End If
End Function

Public Function MIFA_FLUJO(Optional supuestos)
#If Mac Then
    MIFA_FLUJO = "#¡IMSS! MIFA_FLUJO: en Excel para Mac use el complemento de Office (IMSS.MIFA_FLUJO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    MIFA_FLUJO = XLPy.CallUDF("modelo_imss", "mifa_flujo", Array(supuestos), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    MIFA_FLUJO = "#¡IMSS! MIFA_FLUJO: " & Err.Description
#End If
End Function

Public Function MIFA_SEGURO(seguro, Optional supuestos)
#If Mac Then
    MIFA_SEGURO = "#¡IMSS! MIFA_SEGURO: en Excel para Mac use el complemento de Office (IMSS.MIFA_SEGURO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    MIFA_SEGURO = XLPy.CallUDF("modelo_imss", "mifa_seguro", Array(seguro, supuestos), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    MIFA_SEGURO = "#¡IMSS! MIFA_SEGURO: " & Err.Description
#End If
End Function

Public Function MONTO_CONSTITUTIVO(tipo, edad, sexo, salario_base_diario, beneficiarios, Optional bases, Optional tasa, Optional opciones)
#If Mac Then
    MONTO_CONSTITUTIVO = "#¡IMSS! MONTO_CONSTITUTIVO: en Excel para Mac use el complemento de Office (IMSS.MONTO_CONSTITUTIVO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    MONTO_CONSTITUTIVO = XLPy.CallUDF("modelo_imss", "monto_constitutivo", Array(tipo, edad, sexo, salario_base_diario, beneficiarios, bases, tasa, opciones), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    MONTO_CONSTITUTIVO = "#¡IMSS! MONTO_CONSTITUTIVO: " & Err.Description
#End If
End Function

Public Function MONTO_CONSTITUTIVO_DESGLOSE(tipo, edad, sexo, salario_base_diario, beneficiarios, Optional bases, Optional tasa, Optional opciones)
#If Mac Then
    MONTO_CONSTITUTIVO_DESGLOSE = "#¡IMSS! MONTO_CONSTITUTIVO_DESGLOSE: en Excel para Mac use el complemento de Office (IMSS.MONTO_CONSTITUTIVO_DESGLOSE)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    MONTO_CONSTITUTIVO_DESGLOSE = XLPy.CallUDF("modelo_imss", "monto_constitutivo_desglose", Array(tipo, edad, sexo, salario_base_diario, beneficiarios, bases, tasa, opciones), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    MONTO_CONSTITUTIVO_DESGLOSE = "#¡IMSS! MONTO_CONSTITUTIVO_DESGLOSE: " & Err.Description
#End If
End Function

Public Function PARAMETRO(nombre, Optional fecha, Optional documento)
#If Mac Then
    PARAMETRO = "#¡IMSS! PARAMETRO: en Excel para Mac use el complemento de Office (IMSS.PARAMETRO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PARAMETRO = XLPy.CallUDF("modelo_imss", "parametro", Array(nombre, fecha, documento), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PARAMETRO = "#¡IMSS! PARAMETRO: " & Err.Description
#End If
End Function

Public Function PENSION_INCAPACIDAD(salario_base_diario, grado, Optional opciones)
#If Mac Then
    PENSION_INCAPACIDAD = "#¡IMSS! PENSION_INCAPACIDAD: en Excel para Mac use el complemento de Office (IMSS.PENSION_INCAPACIDAD)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PENSION_INCAPACIDAD = XLPy.CallUDF("modelo_imss", "pension_incapacidad", Array(salario_base_diario, grado, opciones), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PENSION_INCAPACIDAD = "#¡IMSS! PENSION_INCAPACIDAD: " & Err.Description
#End If
End Function

Public Function PENSION_INVALIDEZ(salario_base_diario, conyuge, hijos, ascendientes, Optional opciones)
#If Mac Then
    PENSION_INVALIDEZ = "#¡IMSS! PENSION_INVALIDEZ: en Excel para Mac use el complemento de Office (IMSS.PENSION_INVALIDEZ)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PENSION_INVALIDEZ = XLPy.CallUDF("modelo_imss", "pension_invalidez", Array(salario_base_diario, conyuge, hijos, ascendientes, opciones), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PENSION_INVALIDEZ = "#¡IMSS! PENSION_INVALIDEZ: " & Err.Description
#End If
End Function

Public Function PENSION_SOBREVIVENCIA(seguro, base_mensual, viudez, huerfanos_sencillos, huerfanos_dobles, ascendientes)
#If Mac Then
    PENSION_SOBREVIVENCIA = "#¡IMSS! PENSION_SOBREVIVENCIA: en Excel para Mac use el complemento de Office (IMSS.PENSION_SOBREVIVENCIA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PENSION_SOBREVIVENCIA = XLPy.CallUDF("modelo_imss", "pension_sobrevivencia", Array(seguro, base_mensual, viudez, huerfanos_sencillos, huerfanos_dobles, ascendientes), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PENSION_SOBREVIVENCIA = "#¡IMSS! PENSION_SOBREVIVENCIA: " & Err.Description
#End If
End Function

Public Function PRESTAMO_LIMITE(ingresos_anuales_seguro, Optional dias)
#If Mac Then
    PRESTAMO_LIMITE = "#¡IMSS! PRESTAMO_LIMITE: en Excel para Mac use el complemento de Office (IMSS.PRESTAMO_LIMITE)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PRESTAMO_LIMITE = XLPy.CallUDF("modelo_imss", "prestamo_limite", Array(ingresos_anuales_seguro, dias), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PRESTAMO_LIMITE = "#¡IMSS! PRESTAMO_LIMITE: " & Err.Description
#End If
End Function

Public Function PRESTAMO_ROCF(monto, anios, tasa)
#If Mac Then
    PRESTAMO_ROCF = "#¡IMSS! PRESTAMO_ROCF: en Excel para Mac use el complemento de Office (IMSS.PRESTAMO_ROCF)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PRESTAMO_ROCF = XLPy.CallUDF("modelo_imss", "prestamo_rocf", Array(monto, anios, tasa), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PRESTAMO_ROCF = "#¡IMSS! PRESTAMO_ROCF: " & Err.Description
#End If
End Function

Public Function PRIMA_CONTRIBUCION(cop, agf, masa)
#If Mac Then
    PRIMA_CONTRIBUCION = "#¡IMSS! PRIMA_CONTRIBUCION: en Excel para Mac use el complemento de Office (IMSS.PRIMA_CONTRIBUCION)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PRIMA_CONTRIBUCION = XLPy.CallUDF("modelo_imss", "prima_contribucion", Array(cop, agf, masa), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PRIMA_CONTRIBUCION = "#¡IMSS! PRIMA_CONTRIBUCION: " & Err.Description
#End If
End Function

Public Function PRIMA_ESCALONADA(gasto, masa_salarial, tasa, anios)
#If Mac Then
    PRIMA_ESCALONADA = "#¡IMSS! PRIMA_ESCALONADA: en Excel para Mac use el complemento de Office (IMSS.PRIMA_ESCALONADA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PRIMA_ESCALONADA = XLPy.CallUDF("modelo_imss", "prima_escalonada", Array(gasto, masa_salarial, tasa, anios), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PRIMA_ESCALONADA = "#¡IMSS! PRIMA_ESCALONADA: " & Err.Description
#End If
End Function

Public Function PRIMA_GASTO(gasto, masa_salarial)
#If Mac Then
    PRIMA_GASTO = "#¡IMSS! PRIMA_GASTO: en Excel para Mac use el complemento de Office (IMSS.PRIMA_GASTO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PRIMA_GASTO = XLPy.CallUDF("modelo_imss", "prima_gasto", Array(gasto, masa_salarial), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PRIMA_GASTO = "#¡IMSS! PRIMA_GASTO: " & Err.Description
#End If
End Function

Public Function PRIMA_MEDIA_NIVELADA(gasto, masa_salarial, tasa, Optional reserva, Optional convencion, Optional crecimiento_perpetuo, Optional vp_cola_gasto, Optional vp_cola_masa, Optional horizonte)
#If Mac Then
    PRIMA_MEDIA_NIVELADA = "#¡IMSS! PRIMA_MEDIA_NIVELADA: en Excel para Mac use el complemento de Office (IMSS.PRIMA_MEDIA_NIVELADA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PRIMA_MEDIA_NIVELADA = XLPy.CallUDF("modelo_imss", "prima_media_nivelada", Array(gasto, masa_salarial, tasa, reserva, convencion, crecimiento_perpetuo, vp_cola_gasto, vp_cola_masa, horizonte), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PRIMA_MEDIA_NIVELADA = "#¡IMSS! PRIMA_MEDIA_NIVELADA: " & Err.Description
#End If
End Function

Public Function PRIMA_NIVELADA(gasto, masa_salarial, tasa, Optional reserva, Optional convencion, Optional crecimiento_perpetuo, Optional vp_cola_gasto, Optional vp_cola_masa, Optional horizonte)
#If Mac Then
    PRIMA_NIVELADA = "#¡IMSS! PRIMA_NIVELADA: en Excel para Mac use el complemento de Office (IMSS.PRIMA_NIVELADA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PRIMA_NIVELADA = XLPy.CallUDF("modelo_imss", "prima_nivelada", Array(gasto, masa_salarial, tasa, reserva, convencion, crecimiento_perpetuo, vp_cola_gasto, vp_cola_masa, horizonte), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PRIMA_NIVELADA = "#¡IMSS! PRIMA_NIVELADA: " & Err.Description
#End If
End Function

Public Function PRIMA_PROMEDIO(gasto, masa_salarial)
#If Mac Then
    PRIMA_PROMEDIO = "#¡IMSS! PRIMA_PROMEDIO: en Excel para Mac use el complemento de Office (IMSS.PRIMA_PROMEDIO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PRIMA_PROMEDIO = XLPy.CallUDF("modelo_imss", "prima_promedio", Array(gasto, masa_salarial), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PRIMA_PROMEDIO = "#¡IMSS! PRIMA_PROMEDIO: " & Err.Description
#End If
End Function

Public Function PRIMA_REPARTO(gasto, masa)
#If Mac Then
    PRIMA_REPARTO = "#¡IMSS! PRIMA_REPARTO: en Excel para Mac use el complemento de Office (IMSS.PRIMA_REPARTO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PRIMA_REPARTO = XLPy.CallUDF("modelo_imss", "prima_reparto", Array(gasto, masa), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PRIMA_REPARTO = "#¡IMSS! PRIMA_REPARTO: " & Err.Description
#End If
End Function

Public Function PRIMA_RT(s, i, d, n, Optional prima_anterior, Optional acreditada, Optional anio)
#If Mac Then
    PRIMA_RT = "#¡IMSS! PRIMA_RT: en Excel para Mac use el complemento de Office (IMSS.PRIMA_RT)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PRIMA_RT = XLPy.CallUDF("modelo_imss", "prima_rt", Array(s, i, d, n, prima_anterior, acreditada, anio), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PRIMA_RT = "#¡IMSS! PRIMA_RT: " & Err.Description
#End If
End Function

Public Function PRIMA_RT_CLASE(clase)
#If Mac Then
    PRIMA_RT_CLASE = "#¡IMSS! PRIMA_RT_CLASE: en Excel para Mac use el complemento de Office (IMSS.PRIMA_RT_CLASE)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PRIMA_RT_CLASE = XLPy.CallUDF("modelo_imss", "prima_rt_clase", Array(clase), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PRIMA_RT_CLASE = "#¡IMSS! PRIMA_RT_CLASE: " & Err.Description
#End If
End Function

Public Function PRORRATEO(pago, participaciones)
#If Mac Then
    PRORRATEO = "#¡IMSS! PRORRATEO: en Excel para Mac use el complemento de Office (IMSS.PRORRATEO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PRORRATEO = XLPy.CallUDF("modelo_imss", "prorrateo", Array(pago, participaciones), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PRORRATEO = "#¡IMSS! PRORRATEO: " & Err.Description
#End If
End Function

Public Function PROYECCION_LINEAL(anios, valores, proyectados, Optional confianza, Optional intervalo)
#If Mac Then
    PROYECCION_LINEAL = "#¡IMSS! PROYECCION_LINEAL: en Excel para Mac use el complemento de Office (IMSS.PROYECCION_LINEAL)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PROYECCION_LINEAL = XLPy.CallUDF("modelo_imss", "proyeccion_lineal", Array(anios, valores, proyectados, confianza, intervalo), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PROYECCION_LINEAL = "#¡IMSS! PROYECCION_LINEAL: " & Err.Description
#End If
End Function

Public Function PRUEBA_ART211(cop, gasto)
#If Mac Then
    PRUEBA_ART211 = "#¡IMSS! PRUEBA_ART211: en Excel para Mac use el complemento de Office (IMSS.PRUEBA_ART211)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    PRUEBA_ART211 = XLPy.CallUDF("modelo_imss", "prueba_art211", Array(cop, gasto), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    PRUEBA_ART211 = "#¡IMSS! PRUEBA_ART211: " & Err.Description
#End If
End Function

Public Function RAZON_MOMIOS(a, b, c, d, Optional confianza)
#If Mac Then
    RAZON_MOMIOS = "#¡IMSS! RAZON_MOMIOS: en Excel para Mac use el complemento de Office (IMSS.RAZON_MOMIOS)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    RAZON_MOMIOS = XLPy.CallUDF("modelo_imss", "razon_momios", Array(a, b, c, d, confianza), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    RAZON_MOMIOS = "#¡IMSS! RAZON_MOMIOS: " & Err.Description
#End If
End Function

Public Function REGRESION_IMPRESA(intercepto, t_intercepto, pendiente, t_pendiente, proyectados, Optional anio_cero, Optional confianza, Optional intervalo)
#If Mac Then
    REGRESION_IMPRESA = "#¡IMSS! REGRESION_IMPRESA: en Excel para Mac use el complemento de Office (IMSS.REGRESION_IMPRESA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    REGRESION_IMPRESA = XLPy.CallUDF("modelo_imss", "regresion_impresa", Array(intercepto, t_intercepto, pendiente, t_pendiente, proyectados, anio_cero, confianza, intervalo), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    REGRESION_IMPRESA = "#¡IMSS! REGRESION_IMPRESA: " & Err.Description
#End If
End Function

Public Function REPARTO_GASTO(monto, factores)
#If Mac Then
    REPARTO_GASTO = "#¡IMSS! REPARTO_GASTO: en Excel para Mac use el complemento de Office (IMSS.REPARTO_GASTO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    REPARTO_GASTO = XLPy.CallUDF("modelo_imss", "reparto_gasto", Array(monto, factores), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    REPARTO_GASTO = "#¡IMSS! REPARTO_GASTO: " & Err.Description
#End If
End Function

Public Function REPARTO_RJP(monto, Optional clave)
#If Mac Then
    REPARTO_RJP = "#¡IMSS! REPARTO_RJP: en Excel para Mac use el complemento de Office (IMSS.REPARTO_RJP)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    REPARTO_RJP = XLPy.CallUDF("modelo_imss", "reparto_rjp", Array(monto, clave), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    REPARTO_RJP = "#¡IMSS! REPARTO_RJP: " & Err.Description
#End If
End Function

Public Function RESERVA_PROYECTADA(reserva, prima, gasto, masa_salarial, tasa)
#If Mac Then
    RESERVA_PROYECTADA = "#¡IMSS! RESERVA_PROYECTADA: en Excel para Mac use el complemento de Office (IMSS.RESERVA_PROYECTADA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    RESERVA_PROYECTADA = XLPy.CallUDF("modelo_imss", "reserva_proyectada", Array(reserva, prima, gasto, masa_salarial, tasa), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    RESERVA_PROYECTADA = "#¡IMSS! RESERVA_PROYECTADA: " & Err.Description
#End If
End Function

Public Function ROCF_LIMITE(ingresos_anuales, Optional dias)
#If Mac Then
    ROCF_LIMITE = "#¡IMSS! ROCF_LIMITE: en Excel para Mac use el complemento de Office (IMSS.ROCF_LIMITE)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    ROCF_LIMITE = XLPy.CallUDF("modelo_imss", "rocf_limite", Array(ingresos_anuales, dias), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    ROCF_LIMITE = "#¡IMSS! ROCF_LIMITE: " & Err.Description
#End If
End Function

Public Function SALARIO_PROMEDIO_500(salarios_diarios, factores, semanas)
#If Mac Then
    SALARIO_PROMEDIO_500 = "#¡IMSS! SALARIO_PROMEDIO_500: en Excel para Mac use el complemento de Office (IMSS.SALARIO_PROMEDIO_500)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SALARIO_PROMEDIO_500 = XLPy.CallUDF("modelo_imss", "salario_promedio_500", Array(salarios_diarios, factores, semanas), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SALARIO_PROMEDIO_500 = "#¡IMSS! SALARIO_PROMEDIO_500: " & Err.Description
#End If
End Function

Public Function SALDO_CUENTA(salario_diario, anios, Optional opciones)
#If Mac Then
    SALDO_CUENTA = "#¡IMSS! SALDO_CUENTA: en Excel para Mac use el complemento de Office (IMSS.SALDO_CUENTA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SALDO_CUENTA = XLPy.CallUDF("modelo_imss", "saldo_cuenta", Array(salario_diario, anios, opciones), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SALDO_CUENTA = "#¡IMSS! SALDO_CUENTA: " & Err.Description
#End If
End Function

Public Function SBC_EQUILIBRIO(sbc, gasto, cop_agf)
#If Mac Then
    SBC_EQUILIBRIO = "#¡IMSS! SBC_EQUILIBRIO: en Excel para Mac use el complemento de Office (IMSS.SBC_EQUILIBRIO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SBC_EQUILIBRIO = XLPy.CallUDF("modelo_imss", "sbc_equilibrio", Array(sbc, gasto, cop_agf), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SBC_EQUILIBRIO = "#¡IMSS! SBC_EQUILIBRIO: " & Err.Description
#End If
End Function

Public Function SPS_AHORRO_PRECIOS(precios, Optional volumenes)
#If Mac Then
    SPS_AHORRO_PRECIOS = "#¡IMSS! SPS_AHORRO_PRECIOS: en Excel para Mac use el complemento de Office (IMSS.SPS_AHORRO_PRECIOS)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_AHORRO_PRECIOS = XLPy.CallUDF("modelo_imss", "sps_ahorro_precios", Array(precios, volumenes), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_AHORRO_PRECIOS = "#¡IMSS! SPS_AHORRO_PRECIOS: " & Err.Description
#End If
End Function

Public Function SPS_ASE(anio, Optional familias, Optional trimestre, Optional pesos, Optional montos)
#If Mac Then
    SPS_ASE = "#¡IMSS! SPS_ASE: en Excel para Mac use el complemento de Office (IMSS.SPS_ASE)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_ASE = XLPy.CallUDF("modelo_imss", "sps_ase", Array(anio, familias, trimestre, pesos, montos), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_ASE = "#¡IMSS! SPS_ASE: " & Err.Description
#End If
End Function

Public Function SPS_ASE_ACREDITADA(requerida, partidas, anio_incorporacion)
#If Mac Then
    SPS_ASE_ACREDITADA = "#¡IMSS! SPS_ASE_ACREDITADA: en Excel para Mac use el complemento de Office (IMSS.SPS_ASE_ACREDITADA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_ASE_ACREDITADA = XLPy.CallUDF("modelo_imss", "sps_ase_acreditada", Array(requerida, partidas, anio_incorporacion), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_ASE_ACREDITADA = "#¡IMSS! SPS_ASE_ACREDITADA: " & Err.Description
#End If
End Function

Public Function SPS_ASF(anio, Optional familias, Optional trimestre, Optional pesos, Optional montos)
#If Mac Then
    SPS_ASF = "#¡IMSS! SPS_ASF: en Excel para Mac use el complemento de Office (IMSS.SPS_ASF)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_ASF = XLPy.CallUDF("modelo_imss", "sps_asf", Array(anio, familias, trimestre, pesos, montos), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_ASF = "#¡IMSS! SPS_ASF: " & Err.Description
#End If
End Function

Public Function SPS_ASIGNACION(entidades, Optional anio, Optional ponderadores, Optional meta_nacional, Optional go)
#If Mac Then
    SPS_ASIGNACION = "#¡IMSS! SPS_ASIGNACION: en Excel para Mac use el complemento de Office (IMSS.SPS_ASIGNACION)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_ASIGNACION = XLPy.CallUDF("modelo_imss", "sps_asignacion", Array(entidades, anio, ponderadores, meta_nacional, go), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_ASIGNACION = "#¡IMSS! SPS_ASIGNACION: " & Err.Description
#End If
End Function

Public Function SPS_CALENDARIO(anio)
#If Mac Then
    SPS_CALENDARIO = "#¡IMSS! SPS_CALENDARIO: en Excel para Mac use el complemento de Office (IMSS.SPS_CALENDARIO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_CALENDARIO = XLPy.CallUDF("modelo_imss", "sps_calendario", Array(anio), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_CALENDARIO = "#¡IMSS! SPS_CALENDARIO: " & Err.Description
#End If
End Function

Public Function SPS_CS(anio, Optional familias, Optional trimestre, Optional pesos, Optional montos)
#If Mac Then
    SPS_CS = "#¡IMSS! SPS_CS: en Excel para Mac use el complemento de Office (IMSS.SPS_CS)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_CS = XLPy.CallUDF("modelo_imss", "sps_cs", Array(anio, familias, trimestre, pesos, montos), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_CS = "#¡IMSS! SPS_CS: " & Err.Description
#End If
End Function

Public Function SPS_DECILES(hogares, familias, Optional objetivo, Optional ahorro, Optional inicial)
#If Mac Then
    SPS_DECILES = "#¡IMSS! SPS_DECILES: en Excel para Mac use el complemento de Office (IMSS.SPS_DECILES)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_DECILES = XLPy.CallUDF("modelo_imss", "sps_deciles", Array(hogares, familias, objetivo, ahorro, inicial), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_DECILES = "#¡IMSS! SPS_DECILES: " & Err.Description
#End If
End Function

Public Function SPS_EJERCICIO(transferido, por_concepto)
#If Mac Then
    SPS_EJERCICIO = "#¡IMSS! SPS_EJERCICIO: en Excel para Mac use el complemento de Office (IMSS.SPS_EJERCICIO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_EJERCICIO = XLPy.CallUDF("modelo_imss", "sps_ejercicio", Array(transferido, por_concepto), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_EJERCICIO = "#¡IMSS! SPS_EJERCICIO: " & Err.Description
#End If
End Function

Public Function SPS_FONDOS(cs, asf, ase)
#If Mac Then
    SPS_FONDOS = "#¡IMSS! SPS_FONDOS: en Excel para Mac use el complemento de Office (IMSS.SPS_FONDOS)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_FONDOS = XLPy.CallUDF("modelo_imss", "sps_fondos", Array(cs, asf, ase), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_FONDOS = "#¡IMSS! SPS_FONDOS: " & Err.Description
#End If
End Function

Public Function SPS_GASTO_CATASTROFICO(ingreso_disponible, gasto_alimentos, gasto_salud, linea_pobreza)
#If Mac Then
    SPS_GASTO_CATASTROFICO = "#¡IMSS! SPS_GASTO_CATASTROFICO: en Excel para Mac use el complemento de Office (IMSS.SPS_GASTO_CATASTROFICO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_GASTO_CATASTROFICO = XLPy.CallUDF("modelo_imss", "sps_gasto_catastrofico", Array(ingreso_disponible, gasto_alimentos, gasto_salud, linea_pobreza), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_GASTO_CATASTROFICO = "#¡IMSS! SPS_GASTO_CATASTROFICO: " & Err.Description
#End If
End Function

Public Function SPS_GASTO_SALUD(Optional escenario, Optional alfa, Optional beta, Optional recursos_sps, Optional opciones)
#If Mac Then
    SPS_GASTO_SALUD = "#¡IMSS! SPS_GASTO_SALUD: en Excel para Mac use el complemento de Office (IMSS.SPS_GASTO_SALUD)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_GASTO_SALUD = XLPy.CallUDF("modelo_imss", "sps_gasto_salud", Array(escenario, alfa, beta, recursos_sps, opciones), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_GASTO_SALUD = "#¡IMSS! SPS_GASTO_SALUD: " & Err.Description
#End If
End Function

Public Function SPS_LUGARES(valores, Optional alto, Optional medio, Optional empates)
#If Mac Then
    SPS_LUGARES = "#¡IMSS! SPS_LUGARES: en Excel para Mac use el complemento de Office (IMSS.SPS_LUGARES)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_LUGARES = XLPy.CallUDF("modelo_imss", "sps_lugares", Array(valores, alto, medio, empates), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_LUGARES = "#¡IMSS! SPS_LUGARES: " & Err.Description
#End If
End Function

Public Function SPS_META(anio)
#If Mac Then
    SPS_META = "#¡IMSS! SPS_META: en Excel para Mac use el complemento de Office (IMSS.SPS_META)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_META = XLPy.CallUDF("modelo_imss", "sps_meta", Array(anio), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_META = "#¡IMSS! SPS_META: " & Err.Description
#End If
End Function

Public Function SPS_PERTENENCIA(respuestas)
#If Mac Then
    SPS_PERTENENCIA = "#¡IMSS! SPS_PERTENENCIA: en Excel para Mac use el complemento de Office (IMSS.SPS_PERTENENCIA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_PERTENENCIA = XLPy.CallUDF("modelo_imss", "sps_pertenencia", Array(respuestas), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_PERTENENCIA = "#¡IMSS! SPS_PERTENENCIA: " & Err.Description
#End If
End Function

Public Function SPS_RECURSOS(anio, Optional cota)
#If Mac Then
    SPS_RECURSOS = "#¡IMSS! SPS_RECURSOS: en Excel para Mac use el complemento de Office (IMSS.SPS_RECURSOS)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_RECURSOS = XLPy.CallUDF("modelo_imss", "sps_recursos", Array(anio, cota), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_RECURSOS = "#¡IMSS! SPS_RECURSOS: " & Err.Description
#End If
End Function

Public Function SPS_REGIMEN(deciles, Optional programa_pobreza, Optional habitantes, Optional otro_supuesto, Optional escala)
#If Mac Then
    SPS_REGIMEN = "#¡IMSS! SPS_REGIMEN: en Excel para Mac use el complemento de Office (IMSS.SPS_REGIMEN)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_REGIMEN = XLPy.CallUDF("modelo_imss", "sps_regimen", Array(deciles, programa_pobreza, habitantes, otro_supuesto, escala), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_REGIMEN = "#¡IMSS! SPS_REGIMEN: " & Err.Description
#End If
End Function

Public Function SPS_REPORTES(entregados, Optional meses)
#If Mac Then
    SPS_REPORTES = "#¡IMSS! SPS_REPORTES: en Excel para Mac use el complemento de Office (IMSS.SPS_REPORTES)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_REPORTES = XLPy.CallUDF("modelo_imss", "sps_reportes", Array(entregados, meses), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_REPORTES = "#¡IMSS! SPS_REPORTES: " & Err.Description
#End If
End Function

Public Function SPS_SUSTITUCION(gasto_estatal, ase_minima)
#If Mac Then
    SPS_SUSTITUCION = "#¡IMSS! SPS_SUSTITUCION: en Excel para Mac use el complemento de Office (IMSS.SPS_SUSTITUCION)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_SUSTITUCION = XLPy.CallUDF("modelo_imss", "sps_sustitucion", Array(gasto_estatal, ase_minima), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_SUSTITUCION = "#¡IMSS! SPS_SUSTITUCION: " & Err.Description
#End If
End Function

Public Function SPS_TOTAL(anio, Optional familias, Optional trimestre, Optional pesos, Optional montos)
#If Mac Then
    SPS_TOTAL = "#¡IMSS! SPS_TOTAL: en Excel para Mac use el complemento de Office (IMSS.SPS_TOTAL)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_TOTAL = XLPy.CallUDF("modelo_imss", "sps_total", Array(anio, familias, trimestre, pesos, montos), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_TOTAL = "#¡IMSS! SPS_TOTAL: " & Err.Description
#End If
End Function

Public Function SPS_TRANSFERENCIAS(montos, familias)
#If Mac Then
    SPS_TRANSFERENCIAS = "#¡IMSS! SPS_TRANSFERENCIAS: en Excel para Mac use el complemento de Office (IMSS.SPS_TRANSFERENCIAS)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_TRANSFERENCIAS = XLPy.CallUDF("modelo_imss", "sps_transferencias", Array(montos, familias), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_TRANSFERENCIAS = "#¡IMSS! SPS_TRANSFERENCIAS: " & Err.Description
#End If
End Function

Public Function SPS_VECES(ase_2010, gasto_estatal)
#If Mac Then
    SPS_VECES = "#¡IMSS! SPS_VECES: en Excel para Mac use el complemento de Office (IMSS.SPS_VECES)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SPS_VECES = XLPy.CallUDF("modelo_imss", "sps_veces", Array(ase_2010, gasto_estatal), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SPS_VECES = "#¡IMSS! SPS_VECES: " & Err.Description
#End If
End Function

Public Function SSFAM_CUOTA(edad, anio)
#If Mac Then
    SSFAM_CUOTA = "#¡IMSS! SSFAM_CUOTA: en Excel para Mac use el complemento de Office (IMSS.SSFAM_CUOTA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SSFAM_CUOTA = XLPy.CallUDF("modelo_imss", "ssfam_cuota", Array(edad, anio), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SSFAM_CUOTA = "#¡IMSS! SSFAM_CUOTA: " & Err.Description
#End If
End Function

Public Function SSFAM_EQUILIBRIO(Optional supuestos)
#If Mac Then
    SSFAM_EQUILIBRIO = "#¡IMSS! SSFAM_EQUILIBRIO: en Excel para Mac use el complemento de Office (IMSS.SSFAM_EQUILIBRIO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SSFAM_EQUILIBRIO = XLPy.CallUDF("modelo_imss", "ssfam_equilibrio", Array(supuestos), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SSFAM_EQUILIBRIO = "#¡IMSS! SSFAM_EQUILIBRIO: " & Err.Description
#End If
End Function

Public Function SSFAM_SELECCION(poblacion_ro, poblacion_ssfam, costos)
#If Mac Then
    SSFAM_SELECCION = "#¡IMSS! SSFAM_SELECCION: en Excel para Mac use el complemento de Office (IMSS.SSFAM_SELECCION)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SSFAM_SELECCION = XLPy.CallUDF("modelo_imss", "ssfam_seleccion", Array(poblacion_ro, poblacion_ssfam, costos), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SSFAM_SELECCION = "#¡IMSS! SSFAM_SELECCION: " & Err.Description
#End If
End Function

Public Function SUBSIDIO(ramo, salario_diario, dias)
#If Mac Then
    SUBSIDIO = "#¡IMSS! SUBSIDIO: en Excel para Mac use el complemento de Office (IMSS.SUBSIDIO)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SUBSIDIO = XLPy.CallUDF("modelo_imss", "subsidio", Array(ramo, salario_diario, dias), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SUBSIDIO = "#¡IMSS! SUBSIDIO: " & Err.Description
#End If
End Function

Public Function SUFICIENCIA_PRIMA(prima_nivelada, prima_ingreso, Optional masa_salarial)
#If Mac Then
    SUFICIENCIA_PRIMA = "#¡IMSS! SUFICIENCIA_PRIMA: en Excel para Mac use el complemento de Office (IMSS.SUFICIENCIA_PRIMA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SUFICIENCIA_PRIMA = XLPy.CallUDF("modelo_imss", "suficiencia_prima", Array(prima_nivelada, prima_ingreso, masa_salarial), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SUFICIENCIA_PRIMA = "#¡IMSS! SUFICIENCIA_PRIMA: " & Err.Description
#End If
End Function

Public Function SUMA_ASEGURADA(mc_sin_garantia, saldo)
#If Mac Then
    SUMA_ASEGURADA = "#¡IMSS! SUMA_ASEGURADA: en Excel para Mac use el complemento de Office (IMSS.SUMA_ASEGURADA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    SUMA_ASEGURADA = XLPy.CallUDF("modelo_imss", "suma_asegurada", Array(mc_sin_garantia, saldo), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    SUMA_ASEGURADA = "#¡IMSS! SUMA_ASEGURADA: " & Err.Description
#End If
End Function

Public Function TABLA_BIOMETRICA(nombre)
#If Mac Then
    TABLA_BIOMETRICA = "#¡IMSS! TABLA_BIOMETRICA: en Excel para Mac use el complemento de Office (IMSS.TABLA_BIOMETRICA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    TABLA_BIOMETRICA = XLPy.CallUDF("modelo_imss", "tabla_biometrica", Array(nombre), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    TABLA_BIOMETRICA = "#¡IMSS! TABLA_BIOMETRICA: " & Err.Description
#End If
End Function

Public Function TABLA_FUENTE(documento, tabla)
#If Mac Then
    TABLA_FUENTE = "#¡IMSS! TABLA_FUENTE: en Excel para Mac use el complemento de Office (IMSS.TABLA_FUENTE)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    TABLA_FUENTE = XLPy.CallUDF("modelo_imss", "tabla_fuente", Array(documento, tabla), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    TABLA_FUENTE = "#¡IMSS! TABLA_FUENTE: " & Err.Description
#End If
End Function

Public Function TASA_NOMINAL(tasa_real, inflacion)
#If Mac Then
    TASA_NOMINAL = "#¡IMSS! TASA_NOMINAL: en Excel para Mac use el complemento de Office (IMSS.TASA_NOMINAL)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    TASA_NOMINAL = XLPy.CallUDF("modelo_imss", "tasa_nominal", Array(tasa_real, inflacion), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    TASA_NOMINAL = "#¡IMSS! TASA_NOMINAL: " & Err.Description
#End If
End Function

Public Function TASA_REAL(tasa_nominal, inflacion)
#If Mac Then
    TASA_REAL = "#¡IMSS! TASA_REAL: en Excel para Mac use el complemento de Office (IMSS.TASA_REAL)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    TASA_REAL = XLPy.CallUDF("modelo_imss", "tasa_real", Array(tasa_nominal, inflacion), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    TASA_REAL = "#¡IMSS! TASA_REAL: " & Err.Description
#End If
End Function

Public Function VALOR_PRESENTE(flujo, tasa, Optional convencion, Optional crecimiento_perpetuo, Optional vp_cola)
#If Mac Then
    VALOR_PRESENTE = "#¡IMSS! VALOR_PRESENTE: en Excel para Mac use el complemento de Office (IMSS.VALOR_PRESENTE)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    VALOR_PRESENTE = XLPy.CallUDF("modelo_imss", "valor_presente", Array(flujo, tasa, convencion, crecimiento_perpetuo, vp_cola), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    VALOR_PRESENTE = "#¡IMSS! VALOR_PRESENTE: " & Err.Description
#End If
End Function

Public Function VECES_SMG(salario, anio, Optional smg_base, Optional anio_base, Optional crecimiento)
#If Mac Then
    VECES_SMG = "#¡IMSS! VECES_SMG: en Excel para Mac use el complemento de Office (IMSS.VECES_SMG)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    VECES_SMG = XLPy.CallUDF("modelo_imss", "veces_smg", Array(salario, anio, smg_base, anio_base, crecimiento), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    VECES_SMG = "#¡IMSS! VECES_SMG: " & Err.Description
#End If
End Function

Public Function VERIFICAR_TABLA(tabla, Optional tolerancia)
#If Mac Then
    VERIFICAR_TABLA = "#¡IMSS! VERIFICAR_TABLA: en Excel para Mac use el complemento de Office (IMSS.VERIFICAR_TABLA)"
#Else
    If TypeOf Application.Caller Is Range Then On Error GoTo fallo
    VERIFICAR_TABLA = XLPy.CallUDF("modelo_imss", "verificar_tabla", Array(tabla, tolerancia), ThisWorkbook, Application.Caller)
    Exit Function
fallo:
    VERIFICAR_TABLA = "#¡IMSS! VERIFICAR_TABLA: " & Err.Description
#End If
End Function

Public Sub ImssActualizar()
    RunPython "import modelo_imss; modelo_imss.actualizar()"
End Sub

Public Sub ImssActualizarCinta(control As IRibbonControl)
    ImssActualizar
End Sub

Public Sub ImssRestablecer()
    RunPython "import modelo_imss; modelo_imss.restablecer()"
End Sub

Public Sub ImssRestablecerCinta(control As IRibbonControl)
    ImssRestablecer
End Sub

Public Sub RegistrarAyuda()
    On Error Resume Next
    Ayuda_ANUALIDAD
    Ayuda_ARBOL_DECISION
    Ayuda_AVANCE_SEXENAL
    Ayuda_AYUDA_FUNERAL
    Ayuda_BALANCE_ACTUARIAL
    Ayuda_CLASE_AVANCE
    Ayuda_CONCILIACION
    Ayuda_COSTO_FISCAL
    Ayuda_COSTO_NETO_PERIODO
    Ayuda_CUMPLIMIENTO
    Ayuda_CUOTAS_IMSS
    Ayuda_DEFLACTAR
    Ayuda_DISPERSION
    Ayuda_ESPERANZA_VIDA
    Ayuda_ESTADO_RESULTADOS
    Ayuda_FLUJO_EFECTIVO
    Ayuda_GUARDERIA_COBERTURA
    Ayuda_GUARDERIA_INDICADORES
    Ayuda_HOGARES
    Ayuda_INDEMNIZACION_GLOBAL
    Ayuda_INTERPOLAR_ANUAL
    Ayuda_MC_CARTERA
    Ayuda_MIFA_FLUJO
    Ayuda_MIFA_SEGURO
    Ayuda_MONTO_CONSTITUTIVO
    Ayuda_MONTO_CONSTITUTIVO_DESGLOSE
    Ayuda_PARAMETRO
    Ayuda_PENSION_INCAPACIDAD
    Ayuda_PENSION_INVALIDEZ
    Ayuda_PENSION_SOBREVIVENCIA
    Ayuda_PRESTAMO_LIMITE
    Ayuda_PRESTAMO_ROCF
    Ayuda_PRIMA_CONTRIBUCION
    Ayuda_PRIMA_ESCALONADA
    Ayuda_PRIMA_GASTO
    Ayuda_PRIMA_MEDIA_NIVELADA
    Ayuda_PRIMA_NIVELADA
    Ayuda_PRIMA_PROMEDIO
    Ayuda_PRIMA_REPARTO
    Ayuda_PRIMA_RT
    Ayuda_PRIMA_RT_CLASE
    Ayuda_PRORRATEO
    Ayuda_PROYECCION_LINEAL
    Ayuda_PRUEBA_ART211
    Ayuda_RAZON_MOMIOS
    Ayuda_REGRESION_IMPRESA
    Ayuda_REPARTO_GASTO
    Ayuda_REPARTO_RJP
    Ayuda_RESERVA_PROYECTADA
    Ayuda_ROCF_LIMITE
    Ayuda_SALARIO_PROMEDIO_500
    Ayuda_SALDO_CUENTA
    Ayuda_SBC_EQUILIBRIO
    Ayuda_SPS_AHORRO_PRECIOS
    Ayuda_SPS_ASE
    Ayuda_SPS_ASE_ACREDITADA
    Ayuda_SPS_ASF
    Ayuda_SPS_ASIGNACION
    Ayuda_SPS_CALENDARIO
    Ayuda_SPS_CS
    Ayuda_SPS_DECILES
    Ayuda_SPS_EJERCICIO
    Ayuda_SPS_FONDOS
    Ayuda_SPS_GASTO_CATASTROFICO
    Ayuda_SPS_GASTO_SALUD
    Ayuda_SPS_LUGARES
    Ayuda_SPS_META
    Ayuda_SPS_PERTENENCIA
    Ayuda_SPS_RECURSOS
    Ayuda_SPS_REGIMEN
    Ayuda_SPS_REPORTES
    Ayuda_SPS_SUSTITUCION
    Ayuda_SPS_TOTAL
    Ayuda_SPS_TRANSFERENCIAS
    Ayuda_SPS_VECES
    Ayuda_SSFAM_CUOTA
    Ayuda_SSFAM_EQUILIBRIO
    Ayuda_SSFAM_SELECCION
    Ayuda_SUBSIDIO
    Ayuda_SUFICIENCIA_PRIMA
    Ayuda_SUMA_ASEGURADA
    Ayuda_TABLA_BIOMETRICA
    Ayuda_TABLA_FUENTE
    Ayuda_TASA_NOMINAL
    Ayuda_TASA_REAL
    Ayuda_VALOR_PRESENTE
    Ayuda_VECES_SMG
    Ayuda_VERIFICAR_TABLA
End Sub

Private Sub Ayuda_ANUALIDAD()
    Application.MacroOptions Macro:="ANUALIDAD", Category:="IMSS Rentas vitalicias", _
        Description:="Valor de un peso anual de por vida, anticipado, en doce pagos. Veces la renta anual; un renglón por edad.", ArgumentDescriptions:=Array( _
        "Nombre (EMSSA-97, EMSSI-97, EMSSA-09, EMSSA-15, EMSSA-RCS-15, EMSSI-IMSS-RCS-12) o rango edad, hombres, mujeres; si no cierra, q = 1 a la edad que sigue.", _
        "Años cumplidos, un valor o una columna; q = 0 antes de la primera edad de la tabla y error después de la última.", _
        "H o M (también hombre o mujer, 1 o 2).", _
        "Tasa real anual en fracción decimal: 0.035 es 3.5 %.", _
        "(opcional) ""ciertos"": doce pagos ciertos cada año; ""11/24"": ä - 11/24; ""anual"": ä.")
End Sub

Private Sub Ayuda_ARBOL_DECISION()
    Application.MacroOptions Macro:="ARBOL_DECISION", Category:="IMSS Rentas vitalicias", _
        Description:="Árbol de decisión: qué parte de las pensiones iniciales toma cada rama en un año. Tabla concepto y fracción de su rama de origen; con varios años, una columna cada uno. De corto a largo plazo en línea recta en 15 años (supuesto).", ArgumentDescriptions:=Array( _
        "Como el cuadro A.6: concepto, casos de corto plazo y de largo plazo; «Padre - Hijo» cuelga de Padre. Celda vacía: 0 casos.", _
        "Año de proyección, 1 el primero; del 16 en adelante, largo plazo.")
End Sub

Private Sub Ayuda_AVANCE_SEXENAL()
    Application.MacroOptions Macro:="AVANCE_SEXENAL", Category:="IMSS Cobertura e indicadores", _
        Description:="Avance de un indicador hacia su meta sexenal, en por ciento (35.2 es 35.2 %). Por ciento; negativo si retrocedió; ""NA"" si la meta es igual a la línea base (indicador constante).", ArgumentDescriptions:=Array( _
        "Línea base, en la unidad del indicador; una celda o una columna.", _
        "Meta del último año, como la línea base.", _
        "Último valor reportado, como la línea base.")
End Sub

Private Sub Ayuda_AYUDA_FUNERAL()
    Application.MacroOptions Macro:="AYUDA_FUNERAL", Category:="IMSS Pensiones", _
        Description:="Ayuda de gastos de funeral: 60 días de salario mínimo del DF en la fecha de la muerte. Pesos. Es también la del art. 104 (dos meses) con meses de 30 días.", ArgumentDescriptions:=Array( _
        "Fecha del fallecimiento, texto AAAA-MM-DD o año.")
End Sub

Private Sub Ayuda_BALANCE_ACTUARIAL()
    Application.MacroOptions Macro:="BALANCE_ACTUARIAL", Category:="IMSS Balance", _
        Description:="Balance actuarial: activo, pasivo, déficit o superávit y fracción del VPSF. Tabla concepto, monto, fraccion_vpsf. Déficit positivo, superávit negativo.", ArgumentDescriptions:=Array( _
        "Saldo de la reserva a la fecha de valuación, mdp.", _
        "Prima de ingreso, fracción de los salarios.", _
        "Valor presente de los salarios futuros (VPSF), mdp.", _
        "Dos columnas: concepto y monto del pasivo, mdp.", _
        "(opcional) Dos columnas: concepto y monto; en SIV, la pensión garantizada a cargo del Gobierno Federal.")
End Sub

Private Sub Ayuda_CLASE_AVANCE()
    Application.MacroOptions Macro:="CLASE_AVANCE", Category:="IMSS Cobertura e indicadores", _
        Description:="Clase de un avance con las bandas publicadas para 2020. Muy rezagado (<5), Rezagado (5 a <16), Insuficiente (16 a <27), Adecuado (27 a <35), Avanzado (35 a 42), Superado (>42) o ""NA"".", ArgumentDescriptions:=Array( _
        "Por ciento, como lo da AVANCE_SEXENAL; ""NA"" si el indicador es constante. Una celda o una columna.")
End Sub

Private Sub Ayuda_CONCILIACION()
    Application.MacroOptions Macro:="CONCILIACION", Category:="IMSS Datos", _
        Description:="Conciliación: cada cifra publicada contra la que calcula el modelo. Tabla id, tipo, descripción, publicado, calculado, diferencia, tolerancia, ...", ArgumentDescriptions:=Array( _
        "(opcional) Sólo las verificaciones de un documento; vacío: todas.")
End Sub

Private Sub Ayuda_COSTO_FISCAL()
    Application.MacroOptions Macro:="COSTO_FISCAL", Category:="IMSS Rentas vitalicias", _
        Description:="Costo fiscal: lo que pone el Gobierno Federal para llegar a la pensión garantizada. Máximo de 0 y MC garantizado - máx(MC de ley, saldo); nunca va a cargo del IMSS.", ArgumentDescriptions:=Array( _
        "Monto constitutivo con pensión garantizada; 0 o el de ley si no hay diferencia.", _
        "Monto constitutivo de la pensión de ley, sin pensión garantizada; uno o un rango.", _
        "Saldo de la cuenta individual (RCV y Vivienda); uno o uno por caso.")
End Sub

Private Sub Ayuda_COSTO_NETO_PERIODO()
    Application.MacroOptions Macro:="COSTO_NETO_PERIODO", Category:="IMSS Estados financieros", _
        Description:="Costo neto del periodo: laboral + financiero - rendimientos + amortizaciones. Costo, mdp; un renglón por año.", ArgumentDescriptions:=Array( _
        "Un valor o una columna de años, mdp.", _
        "Interés de la obligación, mdp.", _
        "De los activos del plan, en positivo, mdp.", _
        "De pérdidas, servicios anteriores y transición, mdp.")
End Sub

Private Sub Ayuda_CUMPLIMIENTO()
    Application.MacroOptions Macro:="CUMPLIMIENTO", Category:="IMSS Cobertura e indicadores", _
        Description:="Cumplimiento de la meta intermedia. La fuente no imprime la regla: se infirió del cuadro, que reproduce entero. Retroceso, No alcanzada, Alcanzada, Logro muy superado; ""NA"" con meta 0; ""-"" si la meta contradice el sentido.", ArgumentDescriptions:=Array( _
        "Línea base, en la unidad del indicador; una celda o una columna.", _
        "Meta del año (intermedia), de 0 o más.", _
        "Valor del año, de 0 o más.", _
        """ascendente"", ""descendente"" o ""constante""; una celda o una columna.")
End Sub

Private Sub Ayuda_CUOTAS_IMSS()
    Application.MacroOptions Macro:="CUOTAS_IMSS", Category:="IMSS Cuotas", _
        Description:="Cuotas de cada trabajador por seguro y pagador, con las tasas y topes de la fecha. Tabla en pesos del periodo, sin redondear: seguro y pagador, y totales; vacío lo del Estado que aún no tiene INPC.", ArgumentDescriptions:=Array( _
        "Salario base de cotización, pesos diarios, un renglón por trabajador; se topa en el límite legal.", _
        "Fecha, texto AAAA-MM-DD o año (su 1 de enero), desde 1997.", _
        "(opcional) Días cotizados del periodo: uno, o uno por trabajador.", _
        "(opcional) Prima del SRT en fracción (0.0054355 es la media de la clase I): una, o una por trabajador.", _
        "(opcional) VERDADERO añade retiro, cesantía y vejez, cuota social e Infonavit.", _
        "(opcional) SBC entre cuota diaria; con 1.0493, un SBC de 1.0493 salarios mínimos es de salario mínimo (art. 36: el patrón paga la cuota del trabajador).")
End Sub

Private Sub Ayuda_DEFLACTAR()
    Application.MacroOptions Macro:="DEFLACTAR", Category:="IMSS Finanzas", _
        Description:="Montos de distintos años a precios de un solo año, con el INPC o un índice propio. Montos a precios del año base, un renglón por año: monto x I_base / I_año.", ArgumentDescriptions:=Array( _
        "Montos, un año por renglón; varias columnas son varios.", _
        "Año de cada monto.", _
        "Año de los precios del resultado.", _
        "(opcional) ""promedio"" anual del INPC, ""diciembre"", o un rango de dos columnas: año e índice.")
End Sub

Private Sub Ayuda_DISPERSION()
    Application.MacroOptions Macro:="DISPERSION", Category:="IMSS Gasto y entidades", _
        Description:="Dispersión entre entidades: coeficientes de variación y razones de extremos. Tabla concepto, valor: cv_n1, cv_n, max_min, max_min_sin_extremos (sin un máximo y un mínimo). Vacío si el mínimo es 0.", ArgumentDescriptions:=Array( _
        "Una cifra por entidad, de 0 o más, al menos tres; k columnas, k series.")
End Sub

Private Sub Ayuda_ESPERANZA_VIDA()
    Application.MacroOptions Macro:="ESPERANZA_VIDA", Category:="IMSS Rentas vitalicias", _
        Description:="Esperanza de vida completa: la abreviada más medio año. Años; un renglón por edad.", ArgumentDescriptions:=Array( _
        "Nombre (EMSSA-97, EMSSI-97, EMSSA-09, EMSSA-15, EMSSA-RCS-15, EMSSI-IMSS-RCS-12) o rango edad, hombres, mujeres; si no cierra, q = 1 a la edad que sigue.", _
        "Años cumplidos, un valor o una columna, dentro de la tabla.", _
        "H o M (también hombre o mujer, 1 o 2).")
End Sub

Private Sub Ayuda_ESTADO_RESULTADOS()
    Application.MacroOptions Macro:="ESTADO_RESULTADOS", Category:="IMSS Estados financieros", _
        Description:="Estado de ingresos y gastos y de efectivo, con sus renglones derivados. La tabla, con encabezado, los renglones dados y los derivados. Si algo no suma, un error dice qué y por cuánto.", ArgumentDescriptions:=Array( _
        "Primera columna: renglones de IFA 2005 I.4 o I.6, o IFA 2010 I.1 o I.2; las demás, un año cada una (con encabezado o sin él). Lo que es suma puede ir o faltar.")
End Sub

Private Sub Ayuda_FLUJO_EFECTIVO()
    Application.MacroOptions Macro:="FLUJO_EFECTIVO", Category:="IMSS Estados financieros", _
        Description:="Flujo de efectivo con sus renglones derivados: egresos, excedente, saldos de la RO. La tabla, con encabezado, los renglones dados y los derivados. Si algo no suma, un error dice qué y por cuánto.", ArgumentDescriptions:=Array( _
        "Primera columna: renglones de IFA 2005 I.3 o IFA 2010 C.3; las demás, un año cada una (con encabezado o sin él). Lo que es suma puede ir o faltar.")
End Sub

Private Sub Ayuda_GUARDERIA_COBERTURA()
    Application.MacroOptions Macro:="GUARDERIA_COBERTURA", Category:="IMSS Guarderías y SSFAM", _
        Description:="Cobertura de la demanda potencial real en un escenario del IFA 2005. Fracción de la demanda potencial real.", ArgumentDescriptions:=Array( _
        "El 1 es la tendencia; el 2, una meta; el 3, lo que pagan las cuotas.", _
        "Desde 2003 (1) o 2005 (2 y 3); hasta 2010, salvo opciones.", _
        "(opcional) Rango nombre y valor: tendencia_a, tendencia_b, cobertura_inicial, meta (0.5), anio_meta (2010), administracion (0.06), ingresos (mdp), costo_nino_mes (pesos), demanda_potencial_real (niños).")
End Sub

Private Sub Ayuda_GUARDERIA_INDICADORES()
    Application.MacroOptions Macro:="GUARDERIA_INDICADORES", Category:="IMSS Guarderías y SSFAM", _
        Description:="Indicadores del servicio de guarderías por delegación, con lugares y total. Tabla con tasas en fracción; lugar 1 es la menor cobertura, o la mayor no atendida.", ArgumentDescriptions:=Array( _
        "Columnas del cuadro III.2 (2005) o IV.7 (2010): delegación, guarderías, capacidad, pendientes y inscritos o demanda, con encabezado; sin él, el orden del cuadro. El renglón Total se comprueba.")
End Sub

Private Sub Ayuda_HOGARES()
    Application.MacroOptions Macro:="HOGARES", Category:="IMSS Cobertura e indicadores", _
        Description:="Hogares de un año sobre la recta entre los censos de 1990 y 2000. Hogares sin redondear; un renglón por entidad o tamaño.", ArgumentDescriptions:=Array( _
        "Hogares de 1990, uno por entidad o tamaño.", _
        "Hogares de 2000, los mismos renglones.", _
        "Año entero, de 1990 en adelante.")
End Sub

Private Sub Ayuda_INDEMNIZACION_GLOBAL()
    Application.MacroOptions Macro:="INDEMNIZACION_GLOBAL", Category:="IMSS Pensiones", _
        Description:="Indemnización global: cinco anualidades de la pensión de incapacidad parcial. Pesos, una sola vez, sin aguinaldo.", ArgumentDescriptions:=Array( _
        "Salario diario en que cotizaba al ocurrir el riesgo (enfermedad: promedio de 52 semanas); un valor o una columna.", _
        "Grado de incapacidad en por ciento, por ejemplo 65; 1 o menos se rechaza. Obligatoria hasta 25, optativa hasta 50.")
End Sub

Private Sub Ayuda_INTERPOLAR_ANUAL()
    Application.MacroOptions Macro:="INTERPOLAR_ANUAL", Category:="IMSS Finanzas", _
        Description:="Completa los años que faltan entre los años impresos de un cuadro. Año y valor, un renglón por año, sin encabezado.", ArgumentDescriptions:=Array( _
        "Años impresos, en orden creciente.", _
        "Valores impresos; varias columnas se interpolan de una sola vez.", _
        "(opcional) ""pchip"" (cúbica monótona), ""spline"", ""log_spline"", ""log_pchip"", ""lineal"" o ""geometrica""; los logarítmicos piden valores mayores que 0.")
End Sub

Private Sub Ayuda_MC_CARTERA()
    Application.MacroOptions Macro:="MC_CARTERA", Category:="IMSS Rentas vitalicias", _
        Description:="Montos constitutivos de una cartera, un caso por renglón. La tabla con las columnas de resultado y, al final, error: el renglón con error no se calcula.", ArgumentDescriptions:=Array( _
        "Con encabezado: tipo, edad, sexo, salario_base_diario, conyuge_edad, conyuge_sexo, hijo1_edad, hijo1_sexo..., saldo y opciones; o fechas de nacimiento y la columna fecha.")
End Sub

Private Sub Ayuda_MIFA_FLUJO()
    Application.MacroOptions Macro:="MIFA_FLUJO", Category:="IMSS MIFA", _
        Description:="Flujo de efectivo de largo plazo del IMSS, 2011 a 2050, con los supuestos del informe u otros. Tabla con un año por renglón: ingresos, egresos y reservas en mdp de 2011.", ArgumentDescriptions:=Array( _
        "(opcional) Dos columnas, nombre y valor, con lo que cambia del informe: crecimiento_asegurados, crecimiento_salarial, inflacion, tasa_interes, crecimiento_plazas y los demás de la guía.")
End Sub

Private Sub Ayuda_MIFA_SEGURO()
    Application.MacroOptions Macro:="MIFA_SEGURO", Category:="IMSS MIFA", _
        Description:="Largo plazo de un seguro, 2011 a 2050: ingresos, gastos, primas y salarios de equilibrio. Tabla con un año por renglón, mdp de 2011; primas en fracción de los salarios.", ArgumentDescriptions:=Array( _
        "SRT, SEM, SEM-A, GMP, SIV, SGPS o SSFAM. SRT y SIV son una estimación.", _
        "(opcional) Dos columnas, nombre y valor, con lo que cambia del informe: crecimiento_asegurados, crecimiento_salarial, inflacion, tasa_interes, crecimiento_plazas y los demás de la guía.")
End Sub

Private Sub Ayuda_MONTO_CONSTITUTIVO()
    Application.MacroOptions Macro:="MONTO_CONSTITUTIVO", Category:="IMSS Rentas vitalicias", _
        Description:="Monto constitutivo de una renta vitalicia y su seguro de sobrevivencia. Las fórmulas oficiales (CUSF Anexo 14.2.1) no se pudieron leer. Pesos, sin PSIH, mejora de mortalidad ni 11 %, salvo que se den como opción.", ArgumentDescriptions:=Array( _
        """invalidez"", ""ipt"", ""ipp"", ""viudez"", ""viudez_orfandad"", ""orfandad"" o ""ascendencia"".", _
        "Del pensionado, años cumplidos; en los cuatro últimos tipos no se usa.", _
        "Del pensionado: H o M (hombre, mujer, 1, 2); en los cuatro últimos tipos no se usa.", _
        "Pesos diarios, del asegurado o fallecido; vacío con cuantia_basica_mensual.", _
        "Rango parentesco (conyuge, concubina, concubinario, hijo, ascendiente), edad, sexo, invalido (no), estudia (sí), orfandad (sencilla o doble); vacío: nadie. Hijos de menos de 15 años: q = 0 en EMSSA-97.", _
        "(opcional) ""1997"", ""2009"", ""2015"" o ""RCS""; las tres últimas usan EMSSI-IMSS-RCS-12 para inválidos e incapacitados, a falta de sus tablas.", _
        "(opcional) Tasa real anual en fracción decimal: 0.035 es 3.5 %.", _
        "(opcional) Rango nombre y valor: margen (0.02), gastos, facbi, pagos, desercion, limite_hijos, pension_garantizada_mensual, orden_tope, aguinaldo, incremento (ninguno: sin el 11 % de los IFA), seguro, grado, saldo, tabla_activos... Todas en la guía.")
End Sub

Private Sub Ayuda_MONTO_CONSTITUTIVO_DESGLOSE()
    Application.MacroOptions Macro:="MONTO_CONSTITUTIVO_DESGLOSE", Category:="IMSS Rentas vitalicias", _
        Description:="Monto constitutivo con sus opciones y cada componente. Las fórmulas oficiales (CUSF Anexo 14.2.1) no se pudieron leer. Tabla concepto, valor: lo usado, beneficios, primas, MC, lo no incluido y, con saldo, quién paga.", ArgumentDescriptions:=Array( _
        """invalidez"", ""ipt"", ""ipp"", ""viudez"", ""viudez_orfandad"", ""orfandad"" o ""ascendencia"".", _
        "Del pensionado, años cumplidos; en los cuatro últimos tipos no se usa.", _
        "Del pensionado: H o M (hombre, mujer, 1, 2); en los cuatro últimos tipos no se usa.", _
        "Pesos diarios, del asegurado o fallecido; vacío con cuantia_basica_mensual.", _
        "Rango parentesco (conyuge, concubina, concubinario, hijo, ascendiente), edad, sexo, invalido (no), estudia (sí), orfandad (sencilla o doble); vacío: nadie. Hijos de menos de 15 años: q = 0 en EMSSA-97.", _
        "(opcional) ""1997"", ""2009"", ""2015"" o ""RCS""; las tres últimas usan EMSSI-IMSS-RCS-12 para inválidos e incapacitados, a falta de sus tablas.", _
        "(opcional) Tasa real anual en fracción decimal: 0.035 es 3.5 %.", _
        "(opcional) Rango nombre y valor: margen (0.02), gastos, facbi, pagos, desercion, limite_hijos, pension_garantizada_mensual, orden_tope, aguinaldo, incremento (ninguno: sin el 11 % de los IFA), seguro, grado, saldo, tabla_activos... Todas en la guía.")
End Sub

Private Sub Ayuda_PARAMETRO()
    Application.MacroOptions Macro:="PARAMETRO", Category:="IMSS Datos", _
        Description:="Valor de un parámetro legal, económico o de valuación vigente en una fecha. El valor; las tasas en fracción decimal.", ArgumentDescriptions:=Array( _
        "Nombre del parámetro, por ejemplo ""smg_df"".", _
        "(opcional) Fecha, texto AAAA-MM-DD o año (1 de enero); vacío: lo más reciente.", _
        "(opcional) Documento o ley, si el nombre está en varios.")
End Sub

Private Sub Ayuda_PENSION_INCAPACIDAD()
    Application.MacroOptions Macro:="PENSION_INCAPACIDAD", Category:="IMSS Pensiones", _
        Description:="Pensión mensual por incapacidad permanente: 70 % del salario por el grado. Pesos al mes, sin aguinaldo. El 11 % que aplican los IFA no va incluido.", ArgumentDescriptions:=Array( _
        "Salario diario en que cotizaba al ocurrir el riesgo (enfermedad: promedio de 52 semanas); un valor o una columna.", _
        "Grado de incapacidad en por ciento, por ejemplo 65; 1 o menos se rechaza. Con 25 o menos procede indemnización global.", _
        "(opcional) Opciones: pension_invalidez_mensual (mínimo de la total, art. 59; 0), dias_mes (365/12), incremento (ninguno o inmediato: × 1.11).")
End Sub

Private Sub Ayuda_PENSION_INVALIDEZ()
    Application.MacroOptions Macro:="PENSION_INVALIDEZ", Category:="IMSS Pensiones", _
        Description:="Pensión mensual de invalidez: 35 % del salario, asignaciones y ayuda, con piso y tope. Pesos al mes, sin aguinaldo. El 11 % que aplican los IFA no va incluido.", ArgumentDescriptions:=Array( _
        "Salario base diario, pesos: promedio de las últimas 500 semanas (SALARIO_PROMEDIO_500); un valor o una columna.", _
        "Sí o no (1 o 0): cónyuge, concubina o concubinario.", _
        "Hijos con derecho a asignación.", _
        "Padres dependientes; sólo cuentan sin cónyuge ni hijos.", _
        "(opcional) Opciones: ayuda_asistencial (art. 140, hasta 0.20; la del 138 es automática), pension_garantizada_mensual (0), orden_tope (piso_despues o tope_despues), dias_mes (365/12), incremento (ninguno o inmediato: × 1.11).")
End Sub

Private Sub Ayuda_PENSION_SOBREVIVENCIA()
    Application.MacroOptions Macro:="PENSION_SOBREVIVENCIA", Category:="IMSS Pensiones", _
        Description:="Pensiones mensuales de viudez, orfandad y ascendencia, con el tope ya aplicado. Tabla concepto, monto: pesos al mes de cada grupo y total, sin aguinaldo.", ArgumentDescriptions:=Array( _
        """IV"" o ""RT"".", _
        "Pesos al mes. IV: pensión de invalidez sin asignaciones ni ayuda (no menos que la garantizada); RT: la de incapacidad total.", _
        "Sí o no (1 o 0): hay viuda o viudo con derecho.", _
        "Huérfanos de padre o de madre.", _
        "Huérfanos de padre y madre.", _
        "Ascendientes; sólo tienen derecho sin viudez ni huérfanos.")
End Sub

Private Sub Ayuda_PRESTAMO_LIMITE()
    Application.MacroOptions Macro:="PRESTAMO_LIMITE", Category:="IMSS Estados financieros", _
        Description:="Tope del préstamo de la ROCF a un seguro: días de su ingreso promedio del año anterior. En la unidad de los ingresos.", ArgumentDescriptions:=Array( _
        "Ingresos del seguro en el año anterior.", _
        "(opcional) Días de ingreso.")
End Sub

Private Sub Ayuda_PRESTAMO_ROCF()
    Application.MacroOptions Macro:="PRESTAMO_ROCF", Category:="IMSS Estados financieros", _
        Description:="Pagos de un préstamo de la ROCF: capital igual cada año e interés sobre el saldo. Tabla anio, saldo (antes del pago), capital, interes, pago.", ArgumentDescriptions:=Array( _
        "Importe prestado.", _
        "Pagos anuales; la ley admite hasta 3.", _
        "Interés anual, fracción decimal.")
End Sub

Private Sub Ayuda_PRIMA_CONTRIBUCION()
    Application.MacroOptions Macro:="PRIMA_CONTRIBUCION", Category:="IMSS MIFA", _
        Description:="Prima de contribución: COP y AGF de cada año entre la masa salarial. Primas en fracción de los salarios, un renglón por año.", ArgumentDescriptions:=Array( _
        "Cuotas obrero-patronales, mdp, un año por renglón.", _
        "Aportaciones del Gobierno Federal, mdp, los mismos años.", _
        "Volumen anual de salarios, los mismos años y la misma moneda.")
End Sub

Private Sub Ayuda_PRIMA_ESCALONADA()
    Application.MacroOptions Macro:="PRIMA_ESCALONADA", Category:="IMSS Primas", _
        Description:="Prima nivelada por bloques de n años; con tasa 0, los escalones sin descontar del IFA. La prima vigente en cada año, fracción de los salarios, un renglón por año.", ArgumentDescriptions:=Array( _
        "Gasto anual, un año por renglón, en millones de pesos.", _
        "Volumen anual de salarios, los mismos años y la misma moneda que el gasto.", _
        "Tasa de descuento en fracción decimal; 0: sin descontar.", _
        "Años de cada bloque; el último puede ser más corto.")
End Sub

Private Sub Ayuda_PRIMA_GASTO()
    Application.MacroOptions Macro:="PRIMA_GASTO", Category:="IMSS Primas", _
        Description:="Prima de gasto de cada año: gasto entre masa salarial. Fracción de los salarios, un renglón por año (0.0129 es 1.29 %).", ArgumentDescriptions:=Array( _
        "Gasto anual, un año por renglón, en mdp; varias columnas son varios componentes.", _
        "Volumen anual de salarios, los mismos años y la misma moneda que el gasto.")
End Sub

Private Sub Ayuda_PRIMA_MEDIA_NIVELADA()
    Application.MacroOptions Macro:="PRIMA_MEDIA_NIVELADA", Category:="IMSS Primas", _
        Description:="Prima media nivelada (PMN) del MIFA: prima nivelada con el primer año sin descontar. Fracción de los salarios; con k columnas, k primas sin total.", ArgumentDescriptions:=Array( _
        "Gasto anual, un año por renglón, en mdp; varias columnas son varios componentes.", _
        "Volumen anual de salarios, los mismos años y la misma moneda que el gasto.", _
        "Tasa real de descuento en fracción decimal: 0.035 es 3.5 %.", _
        "(opcional) Reserva inicial, que baja la prima; con k columnas de gasto, 0 o k.", _
        "(opcional) ""fin"", ""inicio"" o ""medio"" de año; si se omite, ""inicio"".", _
        "(opcional) Crecimiento después del último año; vacío: sin perpetuidad de cierre.", _
        "(opcional) Valor presente del gasto posterior al último año, a la valuación.", _
        "(opcional) Valor presente de los salarios posteriores al último año.", _
        "(opcional) Usa sólo los primeros n años del rango; vacío: todos.")
End Sub

Private Sub Ayuda_PRIMA_NIVELADA()
    Application.MacroOptions Macro:="PRIMA_NIVELADA", Category:="IMSS Primas", _
        Description:="Prima constante que financia el gasto del horizonte: VP del gasto entre VP de salarios. Fracción de los salarios (0.0158 es 1.58 %); con k columnas, k primas sin total.", ArgumentDescriptions:=Array( _
        "Gasto anual, un año por renglón, en mdp; varias columnas son varios componentes.", _
        "Volumen anual de salarios, los mismos años y la misma moneda que el gasto.", _
        "Tasa real de descuento en fracción decimal: 0.035 es 3.5 %.", _
        "(opcional) Reserva inicial, que baja la prima; con k columnas de gasto, 0 o k.", _
        "(opcional) ""fin"", ""inicio"" o ""medio"" de año; si se omite, ""fin"".", _
        "(opcional) Crecimiento después del último año; vacío: sin perpetuidad de cierre.", _
        "(opcional) Valor presente del gasto posterior al último año, a la valuación.", _
        "(opcional) Valor presente de los salarios posteriores al último año.", _
        "(opcional) Usa sólo los primeros n años del rango; vacío: todos.")
End Sub

Private Sub Ayuda_PRIMA_PROMEDIO()
    Application.MacroOptions Macro:="PRIMA_PROMEDIO", Category:="IMSS Primas", _
        Description:="Prima promedio sin descontar: suma del gasto entre suma de la masa salarial. Fracción de los salarios; con k columnas de gasto, k primas en un renglón.", ArgumentDescriptions:=Array( _
        "Gasto anual, un año por renglón, en mdp; varias columnas son varios componentes.", _
        "Volumen anual de salarios, los mismos años y la misma moneda que el gasto.")
End Sub

Private Sub Ayuda_PRIMA_REPARTO()
    Application.MacroOptions Macro:="PRIMA_REPARTO", Category:="IMSS MIFA", _
        Description:="Prima de reparto: la que paga el gasto de cada año. Es la misma que PRIMA_GASTO. Primas en fracción de los salarios, un renglón por año.", ArgumentDescriptions:=Array( _
        "Gasto anual, un año por renglón, en mdp; varias columnas son varios componentes.", _
        "Volumen anual de salarios, los mismos años y la misma moneda.")
End Sub

Private Sub Ayuda_PRIMA_RT()
    Application.MacroOptions Macro:="PRIMA_RT", Category:="IMSS Cuotas", _
        Description:="Prima del seguro de Riesgos de Trabajo de una empresa por su siniestralidad. Fracción del SBC, entre 0.005 y 0.15; un renglón por empresa.", ArgumentDescriptions:=Array( _
        "Días subsidiados por incapacidad temporal en el año.", _
        "Suma de los grados de incapacidad permanente en fracción: 30 % y 100 % suman 1.3.", _
        "Defunciones.", _
        "Trabajadores promedio expuestos al riesgo.", _
        "(opcional) Prima del año anterior en fracción: la nueva cambia a lo más 0.01.", _
        "(opcional) VERDADERO con sistema de seguridad acreditado ante la STPS (F = 2.2).", _
        "(opcional) Año de la declaración, desde 2002; vacío: la ley vigente.")
End Sub

Private Sub Ayuda_PRIMA_RT_CLASE()
    Application.MacroOptions Macro:="PRIMA_RT_CLASE", Category:="IMSS Cuotas", _
        Description:="Prima media de una clase de riesgo: la de una empresa que se inscribe o cambia de giro. Fracción del SBC.", ArgumentDescriptions:=Array( _
        "De 1 a 5, o ""I"" a ""V"".")
End Sub

Private Sub Ayuda_PRORRATEO()
    Application.MacroOptions Macro:="PRORRATEO", Category:="IMSS Estados financieros", _
        Description:="Prorrateo de un pago entre deudores según lo prestado a cada uno. Un renglón por pago, una columna por deudor; cada renglón suma su pago.", ArgumentDescriptions:=Array( _
        "Pago de capital o de interés, uno o una columna.", _
        "Lo prestado a cada deudor, o su participación.")
End Sub

Private Sub Ayuda_PROYECCION_LINEAL()
    Application.MacroOptions Macro:="PROYECCION_LINEAL", Category:="IMSS Gasto y entidades", _
        Description:="Recta por mínimos cuadrados de una serie, llevada a otros años, con límites. Tabla anio, valor, inferior, superior.", ArgumentDescriptions:=Array( _
        "Años de la serie, en orden creciente; al menos tres.", _
        "Una cifra por año.", _
        "Años a estimar.", _
        "(opcional) Nivel de confianza, fracción: 0.95 es 95 %.", _
        "(opcional) ""prediccion"": de la cifra de un año; ""media"": de la recta.")
End Sub

Private Sub Ayuda_PRUEBA_ART211()
    Application.MacroOptions Macro:="PRUEBA_ART211", Category:="IMSS Guarderías y SSFAM", _
        Description:="Prueba del 80 %: la parte de las cuotas del SGPS que la ley da a guarderías y su gasto. Tabla ingreso_80, gasto, resultado, parte_requerida (del total de cuotas), cumple.", ArgumentDescriptions:=Array( _
        "Cuotas obrero patronales del SGPS de cada año, sin otros.", _
        "Gasto del ramo de Guarderías de cada año, misma unidad.")
End Sub

Private Sub Ayuda_RAZON_MOMIOS()
    Application.MacroOptions Macro:="RAZON_MOMIOS", Category:="IMSS Cobertura e indicadores", _
        Description:="Razón de momios de una tabla de 2×2 con su intervalo (Woolf). Razón ad/bc, límite inferior y superior. El intervalo pide conteos, no porcentajes.", ArgumentDescriptions:=Array( _
        "Primer grupo, con la característica; mayor que 0.", _
        "Primer grupo, sin ella.", _
        "Segundo grupo, con ella.", _
        "Segundo grupo, sin ella.", _
        "(opcional) Fracción entre 0 y 1.")
End Sub

Private Sub Ayuda_REGRESION_IMPRESA()
    Application.MacroOptions Macro:="REGRESION_IMPRESA", Category:="IMSS Gasto y entidades", _
        Description:="Proyección y límites de una regresión impresa, sin sus datos. Tabla anio, valor, inferior, superior. Error si a una cifra le falta el punto decimal.", ArgumentDescriptions:=Array( _
        "Coeficiente del intercepto.", _
        "Su estadístico t.", _
        "Coeficiente de los años.", _
        "Su estadístico t.", _
        "Años a estimar.", _
        "(opcional) Primer año de la muestra, donde t es 0.", _
        "(opcional) Nivel de confianza, fracción: 0.95 es 95 %.", _
        "(opcional) ""prediccion"": de la cifra de un año; ""media"": de la recta.")
End Sub

Private Sub Ayuda_REPARTO_GASTO()
    Application.MacroOptions Macro:="REPARTO_GASTO", Category:="IMSS Estados financieros", _
        Description:="Reparto de un gasto común en proporción a factores de utilización. Un renglón con la parte de cada uno; suma el monto.", ArgumentDescriptions:=Array( _
        "Gasto común.", _
        "Uno por seguro: unidades de uso (servicios, horas, m²) o fracciones que sumen 1.")
End Sub

Private Sub Ayuda_REPARTO_RJP()
    Application.MacroOptions Macro:="REPARTO_RJP", Category:="IMSS Estados financieros", _
        Description:="Reparto de un monto del RJP entre los cinco seguros. En % de SRT, SEM, SIV, SGPS y SSFAM: 2010_pleno 4.690, 88.665, 0.611, 3.038, 2.996; 2005_flujo 4.66, 88.15, 0.63, 3.60, 2.96. Encabezado SRT, SEM, SIV, SGPS, SSFAM y un renglón por monto.", ArgumentDescriptions:=Array( _
        "Monto del Instituto, uno o una columna, en mdp.", _
        "(opcional) ""2010_pleno"", ""2010_parcial"" (4.781, 87.462, 0.766, 4.059, 2.932), ""2010_jubilado"" (4.691, 88.661, 0.614, 3.038, 2.996), ""2005_flujo"", ""2005_otros"" (4.679, 87.172, 0.803, 4.441, 2.905), ""2011_flujo"" (4.7, 88.5, 0.6, 3.1, 3.1) o cinco fraccione…")
End Sub

Private Sub Ayuda_RESERVA_PROYECTADA()
    Application.MacroOptions Macro:="RESERVA_PROYECTADA", Category:="IMSS Primas", _
        Description:="Trayectoria de la reserva cuando se cobra una prima constante; flujos a fin de año. Tabla anio (1, 2, ...), ingreso, gasto, rendimiento y reserva al cierre, en mdp.", ArgumentDescriptions:=Array( _
        "Reserva inicial, mdp.", _
        "Prima en fracción de los salarios: 0.025 es 2.5 %.", _
        "Gasto anual, un año por renglón, en millones de pesos.", _
        "Volumen anual de salarios, los mismos años y la misma moneda que el gasto.", _
        "Rendimiento real anual en fracción decimal.")
End Sub

Private Sub Ayuda_ROCF_LIMITE()
    Application.MacroOptions Macro:="ROCF_LIMITE", Category:="IMSS Estados financieros", _
        Description:="Tope de la ROCF: días de ingreso promedio global del año anterior (ingresos/365). En la unidad de los ingresos.", ArgumentDescriptions:=Array( _
        "Ingresos del Instituto en el año anterior.", _
        "(opcional) Días de ingreso.")
End Sub

Private Sub Ayuda_SALARIO_PROMEDIO_500()
    Application.MacroOptions Macro:="SALARIO_PROMEDIO_500", Category:="IMSS Pensiones", _
        Description:="Salario diario promedio de las últimas 500 semanas, actualizado con el INPC. Pesos diarios de la fecha de la pensión; con menos de 500 semanas, las que haya.", ArgumentDescriptions:=Array( _
        "Salario diario de cada periodo, el más reciente primero.", _
        "INPC de la fecha de la pensión entre INPC de cada periodo.", _
        "Semanas de cada periodo; el más antiguo se corta al llegar a 500.")
End Sub

Private Sub Ayuda_SALDO_CUENTA()
    Application.MacroOptions Macro:="SALDO_CUENTA", Category:="IMSS Rentas vitalicias", _
        Description:="Saldo de la cuenta individual (RCV y Vivienda) año por año, en pesos constantes. Tabla con encabezado: un renglón por año con aportaciones, comisiones, rendimientos y saldos, y el saldo al cierre en la última columna.", ArgumentDescriptions:=Array( _
        "Salario base de cotización diario del primer año.", _
        "Años de la proyección, de 1 a 100.", _
        "(opcional) Dos columnas, nombre y valor (o un valor por año a la derecha): densidad, comision_saldo (0.0146 o «ifa2005»), con_vivienda (0.75), orden, convencion, ley (decretada, por_anio o fija) y demás de la guía. Omisión: IFA 2010.")
End Sub

Private Sub Ayuda_SBC_EQUILIBRIO()
    Application.MacroOptions Macro:="SBC_EQUILIBRIO", Category:="IMSS MIFA", _
        Description:="Salario base de cotización con el que la prima vigente pagaría el gasto del año. Salario de equilibrio, pesos diarios, un renglón por año.", ArgumentDescriptions:=Array( _
        "Salario base de cotización, pesos diarios, un año por renglón.", _
        "Gasto total, mdp, los mismos años.", _
        "Cuotas y aportaciones federales (COP + AGF), mdp.")
End Sub

Private Sub Ayuda_SPS_AHORRO_PRECIOS()
    Application.MacroOptions Macro:="SPS_AHORRO_PRECIOS", Category:="IMSS Gasto y entidades", _
        Description:="Ahorro si todos compraran al precio más bajo. Tabla ahorro (fracción del precio) y, con volúmenes, gasto_evitable (pesos).", ArgumentDescriptions:=Array( _
        "Precio que paga cada entidad por una presentación, pesos.", _
        "(opcional) Unidades que compra cada una; vacío: sólo la fracción.")
End Sub

Private Sub Ayuda_SPS_ASE()
    Application.MacroOptions Macro:="SPS_ASE", Category:="IMSS Seguro Popular", _
        Description:="Aportación solidaria estatal (ASE) mínima: la mitad de la cuota social. Pesos sin redondear; un renglón por valor.", ArgumentDescriptions:=Array( _
        "De 2004 a 2010; otros, sólo con su tabla de montos.", _
        "(opcional) Familias que ingresan, 0 o más; un valor o una columna.", _
        "(opcional) Trimestre de ingreso, 1 a 4: se paga (5-k)/4 del año. Familias de años previos: 1.", _
        "(opcional) ""2004"" o ""corrientes"": cada trimestre, INPC del mes anterior a su inicio entre el de diciembre de 2003 (la ley dice trimestral; el mes es inferido).", _
        "(opcional) Tabla propia anio, cs, asf, ase: pesos anuales por unidad (persona o familia), que se usan como vienen; debe traer todos los años pedidos.")
End Sub

Private Sub Ayuda_SPS_ASE_ACREDITADA()
    Application.MacroOptions Macro:="SPS_ASE_ACREDITADA", Category:="IMSS Seguro Popular", _
        Description:="Prueba lo que una entidad registra contra la ASE que debe aportar. Tabla concepto, valor, nota: lo que cuenta por forma, lo que falta y lo que no cuenta, con su motivo.", ArgumentDescriptions:=Array( _
        "ASE del año, pesos: SPS_ASE de sus familias.", _
        "Tabla concepto, monto, anio, autorizada (sí o no): liquida, inversion, presupuesto_extraordinario, aportacion_municipal_o_donacion, otros_presupuestos, infraestructura_previa; ramo_12, ramo_33, cuota_familiar y no_salud no cuentan.", _
        "Año en que la entidad ingresó al SPS: cinco años antes como máximo.")
End Sub

Private Sub Ayuda_SPS_ASF()
    Application.MacroOptions Macro:="SPS_ASF", Category:="IMSS Seguro Popular", _
        Description:="Aportación solidaria federal (ASF), promedio nacional: 1.5 veces la cuota social. Pesos sin redondear; un renglón por valor. La de cada entidad sale de SPS_ASIGNACION con ponderadores.", ArgumentDescriptions:=Array( _
        "De 2004 a 2010; otros, sólo con su tabla de montos.", _
        "(opcional) Familias que ingresan, 0 o más; un valor o una columna.", _
        "(opcional) Trimestre de ingreso, 1 a 4: se paga (5-k)/4 del año. Familias de años previos: 1.", _
        "(opcional) ""2004"" o ""corrientes"": cada trimestre, INPC del mes anterior a su inicio entre el de diciembre de 2003 (la ley dice trimestral; el mes es inferido).", _
        "(opcional) Tabla propia anio, cs, asf, ase: pesos anuales por unidad (persona o familia), que se usan como vienen; debe traer todos los años pedidos.")
End Sub

Private Sub Ayuda_SPS_ASIGNACION()
    Application.MacroOptions Macro:="SPS_ASIGNACION", Category:="IMSS Seguro Popular", _
        Description:="Lo que la ley da a cada entidad: CS, ASF, ASE, fondos y transferencia, pesos de 2004. Un renglón por entidad y el total nacional.", ArgumentDescriptions:=Array( _
        "Tabla entidad, familias_t1 a familias_t4 (o familias_nuevas: medio año), familias_previas, recursos_existentes; opcionales necesidades_salud, aportaciones_adicionales, desempeno, gastos_operacion.", _
        "(opcional) De 2004 a 2010.", _
        "(opcional) Art. 87: pesos de familias, necesidades_salud, aportaciones_adicionales y desempeno, suman 1; la parte de cada entidad es proporcional a su columna (inferido). Vacío: 1.5 CS por familia.", _
        "(opcional) Familias; con ponderadores fija la bolsa, 1.5 CS por la meta, que se reparte entera (vacío: las familias de la tabla). Más familias que la meta es un error.", _
        "(opcional) Gastos de operación, fracción de la transferencia (0.03 en 2004, 0.02 en 2005); vacío: los de la tabla, o ninguno.")
End Sub

Private Sub Ayuda_SPS_CALENDARIO()
    Application.MacroOptions Macro:="SPS_CALENDARIO", Category:="IMSS Seguro Popular", _
        Description:="Calendario de un año: pasos del flujo de recursos, reportes que se deben y sus plazos. Tabla concepto, responsable, desde, hasta, limite (fechas AAAA-MM-DD).", ArgumentDescriptions:=Array( _
        "De 2004 en adelante.")
End Sub

Private Sub Ayuda_SPS_CS()
    Application.MacroOptions Macro:="SPS_CS", Category:="IMSS Seguro Popular", _
        Description:="Cuota social (CS) del Seguro Popular: 15 % del SMGDF de 2004, por familia. Pesos sin redondear; un renglón por valor.", ArgumentDescriptions:=Array( _
        "De 2004 a 2010; otros, sólo con su tabla de montos.", _
        "(opcional) Familias que ingresan, 0 o más; un valor o una columna.", _
        "(opcional) Trimestre de ingreso, 1 a 4: se paga (5-k)/4 del año. Familias de años previos: 1.", _
        "(opcional) ""2004"" o ""corrientes"": cada trimestre, INPC del mes anterior a su inicio entre el de diciembre de 2003 (la ley dice trimestral; el mes es inferido).", _
        "(opcional) Tabla propia anio, cs, asf, ase: pesos anuales por unidad (persona o familia), que se usan como vienen; debe traer todos los años pedidos.")
End Sub

Private Sub Ayuda_SPS_DECILES()
    Application.MacroOptions Macro:="SPS_DECILES", Category:="IMSS Gasto y entidades", _
        Description:="Familias que se afilian de cada decil, por programación lineal. Fracción afiliada: un decil por renglón, un año por columna.", ArgumentDescriptions:=Array( _
        "Familias sin seguridad social: un decil por renglón, un año por columna.", _
        "Familias afiliadas al cierre de cada año.", _
        "(opcional) ""primero_pobres"", ""ahorro_maximo"" o ""ahorro_minimo"" del gasto de bolsillo.", _
        "(opcional) Ahorro si el decil entero se afiliara; para los dos últimos objetivos, misma forma que hogares.", _
        "(opcional) Familias de cada decil ya afiliadas antes del primer año, que se quedan.")
End Sub

Private Sub Ayuda_SPS_EJERCICIO()
    Application.MacroOptions Macro:="SPS_EJERCICIO", Category:="IMSS Gasto y entidades", _
        Description:="Parte de lo transferido que se ejerció, y en qué conceptos. Tabla: fracción ejercida y estructura por concepto; vacía si no se ejerció nada.", ArgumentDescriptions:=Array( _
        "CS y ASF complementaria de cada entidad, sin gastos de operación.", _
        "Lo ejercido en personal médico, medicamentos, equipo básico, mantenimiento e infraestructura: cinco columnas, misma unidad.")
End Sub

Private Sub Ayuda_SPS_FONDOS()
    Application.MacroOptions Macro:="SPS_FONDOS", Category:="IMSS Seguro Popular", _
        Description:="Fondos que se apartan de CS + ASF + ASE y lo que se transfiere de la cuota social. Encabezado y un renglón: FPGC 8 %, FPP 2 % y 1 %, resto 89 %, CS transferible.", ArgumentDescriptions:=Array( _
        "Cuota social, pesos.", _
        "Aportación solidaria federal, pesos.", _
        "Aportación solidaria estatal, pesos.")
End Sub

Private Sub Ayuda_SPS_GASTO_CATASTROFICO()
    Application.MacroOptions Macro:="SPS_GASTO_CATASTROFICO", Category:="IMSS Seguro Popular", _
        Description:="Gasto en salud catastrófico (más de 30 % de la capacidad de pago) y empobrecedor. Tabla capacidad_de_pago, catastrofico, empobrecedor; un renglón por hogar.", ArgumentDescriptions:=Array( _
        "Pesos del hogar; un valor o una columna.", _
        "Pesos, mismo periodo.", _
        "Pesos, mismo periodo.", _
        "Pesos del hogar, mismo periodo; una para todos o una por hogar.")
End Sub

Private Sub Ayuda_SPS_GASTO_SALUD()
    Application.MacroOptions Macro:="SPS_GASTO_SALUD", Category:="IMSS Gasto y entidades", _
        Description:="Gasto en salud del país 2005-2010 con el Seguro Popular, mdp de 2004. Un año por renglón: IMSS, ISSSTE, PEMEX, SS, público, bolsillo, primas, privado y total. 2005 es la tendencia, no lo observado.", ArgumentDescriptions:=Array( _
        "(opcional) Reducción del gasto de bolsillo: 1, la de la ENSANUT; 2, la de CIDE; 3, ninguna. El gasto público es el mismo en los tres.", _
        "(opcional) Fracción afiliada de las familias sin seguridad social, 10 deciles × 2005-2010. Vacío: CUADRO A2.", _
        "(opcional) Reducción del gasto de bolsillo por quintil (5) o decil (10), fracción. Vacío: la del escenario.", _
        "(opcional) Recursos del SPS 2005-2010, mdp de 2004. Vacío: estimación media.", _
        "(opcional) Rango nombre y valor: no_asegurados (0.545), incremento_fijo (977 mdp al año), ss_2005 y ss_2006 (mdp).")
End Sub

Private Sub Ayuda_SPS_LUGARES()
    Application.MacroOptions Macro:="SPS_LUGARES", Category:="IMSS Gasto y entidades", _
        Description:="Lugar de cada entidad, de mayor a menor, y su clase. Tabla lugar, clase.", ArgumentDescriptions:=Array( _
        "Una cifra por entidad.", _
        "(opcional) Último lugar de la clase alto.", _
        "(opcional) Último lugar de la clase medio; los que siguen, bajo.", _
        "(opcional) ""compartido"": el mejor lugar para todos; ""listado"": uno tras otro, como los listó (así, el CUADRO III).")
End Sub

Private Sub Ayuda_SPS_META()
    Application.MacroOptions Macro:="SPS_META", Category:="IMSS Seguro Popular", _
        Description:="Familias afiliadas al cierre del año: observadas a 2005, proyección de 2006 y 14.3 % anual de la meta hasta 2010. Familias; un renglón por año.", ArgumentDescriptions:=Array( _
        "De 2003 (impreso redondeado) a 2010.")
End Sub

Private Sub Ayuda_SPS_PERTENENCIA()
    Application.MacroOptions Macro:="SPS_PERTENENCIA", Category:="IMSS Cobertura e indicadores", _
        Description:="Sentido de pertenencia al Seguro Popular de cada hogar: índice de 0 a 5 y nivel. Tabla indice, nivel: bajo o nulo (0-1), medio (2-3), alto (4-5).", ArgumentDescriptions:=Array( _
        "Códigos del cuestionario, un hogar por renglón, columnas p14, p16, p15, p29, p30; 9 es no sabe.")
End Sub

Private Sub Ayuda_SPS_RECURSOS()
    Application.MacroOptions Macro:="SPS_RECURSOS", Category:="IMSS Seguro Popular", _
        Description:="Recursos del Seguro Popular (CS + ASF + ASE) con las metas del informe. Millones de pesos de 2004; un renglón por año.", ArgumentDescriptions:=Array( _
        "De 2004 a 2010; 2004 parte de las familias de 2003, impresas como 0.61 millones.", _
        "(opcional) ""media"": las familias nuevas ingresan a mitad del año; ""inferior"": en el último trimestre; ""superior"": en el primero.")
End Sub

Private Sub Ayuda_SPS_REGIMEN()
    Application.MacroOptions Macro:="SPS_REGIMEN", Category:="IMSS Seguro Popular", _
        Description:="Régimen de cada familia, contributivo o no, y su cuota familiar con la escala de usted. Tabla decil, regimen, causa, cuota_familiar; un renglón por familia.", ArgumentDescriptions:=Array( _
        "Decil del ingreso disponible menos alimentos, 1 a 10.", _
        "(opcional) Sí o no, por familia: programa federal contra la pobreza extrema.", _
        "(opcional) De su localidad rural de muy alta marginación, por familia; 0 si no vive en una. Cuenta con menos de 250.", _
        "(opcional) Sí o no, por familia: otro que fije la CNPSS.", _
        "(opcional) Diez cuotas anuales, pesos, una por decil; la escala oficial no está en los datos y sin ella la cuota es «no incluido».")
End Sub

Private Sub Ayuda_SPS_REPORTES()
    Application.MacroOptions Macro:="SPS_REPORTES", Category:="IMSS Gasto y entidades", _
        Description:="Cumplimiento de los cinco reportes que las entidades deben a la CNPSS. Tabla, un tipo por renglón: esperados, entidades con y sin dato, promedio, cumplimiento, completas, parciales, sin reporte, acumulados.", ArgumentDescriptions:=Array( _
        "Encabezado con los tipos de reporte del CUADRO VI y un renglón por entidad con los que entregó; vacío: sin dato.", _
        "(opcional) Meses transcurridos del año, de 1 a 12.")
End Sub

Private Sub Ayuda_SPS_SUSTITUCION()
    Application.MacroOptions Macro:="SPS_SUSTITUCION", Category:="IMSS Seguro Popular", _
        Description:="Cuánto podría retirar una entidad y seguir en la ASE mínima, o cuánto le falta. Tabla retirable, faltante; un renglón por entidad.", ArgumentDescriptions:=Array( _
        "Gasto estatal en salud, pesos; valor o columna.", _
        "ASE de sus familias, pesos del mismo año.")
End Sub

Private Sub Ayuda_SPS_TOTAL()
    Application.MacroOptions Macro:="SPS_TOTAL", Category:="IMSS Seguro Popular", _
        Description:="CS + ASF + ASE: lo que aporta una familia afiliada, tres veces la cuota social. Pesos sin redondear; un renglón por valor.", ArgumentDescriptions:=Array( _
        "De 2004 a 2010; otros, sólo con su tabla de montos.", _
        "(opcional) Familias que ingresan, 0 o más; un valor o una columna.", _
        "(opcional) Trimestre de ingreso, 1 a 4: se paga (5-k)/4 del año. Familias de años previos: 1.", _
        "(opcional) ""2004"" o ""corrientes"": cada trimestre, INPC del mes anterior a su inicio entre el de diciembre de 2003 (la ley dice trimestral; el mes es inferido).", _
        "(opcional) Tabla propia anio, cs, asf, ase: pesos anuales por unidad (persona o familia), que se usan como vienen; debe traer todos los años pedidos.")
End Sub

Private Sub Ayuda_SPS_TRANSFERENCIAS()
    Application.MacroOptions Macro:="SPS_TRANSFERENCIAS", Category:="IMSS Gasto y entidades", _
        Description:="Estadísticas de lo transferido a los estados en un año. Tabla concepto, valor: total, por familia, dispersión, correlación, concentración.", ArgumentDescriptions:=Array( _
        "Pesos transferidos a cada estado; al menos tres.", _
        "Familias afiliadas de cada uno, mayores que 0.")
End Sub

Private Sub Ayuda_SPS_VECES()
    Application.MacroOptions Macro:="SPS_VECES", Category:="IMSS Gasto y entidades", _
        Description:="Veces que un estado debe aumentar su gasto en salud para cubrir su ASE. Razón (ASE - gasto) / gasto, y 0 si ya gasta lo suficiente; un renglón por estado.", ArgumentDescriptions:=Array( _
        "ASE de todas las familias de su meta; un valor o una columna.", _
        "Gasto estatal en salud, en la misma unidad; mayor que 0.")
End Sub

Private Sub Ayuda_SSFAM_CUOTA()
    Application.MacroOptions Macro:="SSFAM_CUOTA", Category:="IMSS Guarderías y SSFAM", _
        Description:="Cuota anual del SSFAM por edad, actualizada con el INPC desde 2002 sin redondear. Pesos corrientes desde febrero del año; difiere del impreso en el redondeo.", ArgumentDescriptions:=Array( _
        "Años cumplidos, un valor o una columna.", _
        "De 2002 a 2013; después la fija el Consejo Técnico.")
End Sub

Private Sub Ayuda_SSFAM_EQUILIBRIO()
    Application.MacroOptions Macro:="SSFAM_EQUILIBRIO", Category:="IMSS Guarderías y SSFAM", _
        Description:="Primas y aportaciones con las que el SSFAM se equilibra, 2011-2050. Tabla por año y promedio: mdp y pesos de 2011; PR y PMN con la actual = 100.", ArgumentDescriptions:=Array( _
        "(opcional) Rango nombre y valor: los de MIFA_FLUJO (interpolacion, si falta, es pchip), aportacion_actual (4030.4), cambio_cuotas, cambio_aportacion_federal, cambio_gasto, crecimiento_adicional_gasto (fracciones).")
End Sub

Private Sub Ayuda_SSFAM_SELECCION()
    Application.MacroOptions Macro:="SSFAM_SELECCION", Category:="IMSS Guarderías y SSFAM", _
        Description:="Selección adversa del SSFAM: su costo contra el que tendría con las edades del RO. Tabla concepto, valor: poblaciones, observado, esperado con el perfil RO, impacto.", ArgumentDescriptions:=Array( _
        "Usuarios del Régimen Obligatorio por grupo (y sexo).", _
        "Usuarios del SSFAM en los mismos grupos.", _
        "Costo, o casos, por persona de cada grupo (y sexo).")
End Sub

Private Sub Ayuda_SUBSIDIO()
    Application.MacroOptions Macro:="SUBSIDIO", Category:="IMSS Pensiones", _
        Description:="Subsidio por incapacidad temporal: enfermedad, riesgo de trabajo o maternidad. Pesos de toda la incapacidad.", ArgumentDescriptions:=Array( _
        """enfermedad"" (o ""SEM"", ""EyM"", ""IV""): 60 % desde el cuarto día, hasta 52 semanas; ""RT"": 100 %; ""maternidad"": 100 %, hasta 84 días.", _
        "Último salario diario de cotización; un valor o una columna.", _
        "Días de la incapacidad desde el primero; un valor o una columna.")
End Sub

Private Sub Ayuda_SUFICIENCIA_PRIMA()
    Application.MacroOptions Macro:="SUFICIENCIA_PRIMA", Category:="IMSS Primas", _
        Description:="¿Alcanza la prima de ingreso para la prima nivelada? Un renglón: dictamen, ingreso - nivelada, nivelada/ingreso, diferencia en dinero.", ArgumentDescriptions:=Array( _
        "Prima nivelada, fracción de los salarios.", _
        "Prima de ingreso (de financiamiento), fracción.", _
        "(opcional) Salarios sobre los que se mide la diferencia en dinero: un año, el VPSF o un rango que se suma.")
End Sub

Private Sub Ayuda_SUMA_ASEGURADA()
    Application.MacroOptions Macro:="SUMA_ASEGURADA", Category:="IMSS Rentas vitalicias", _
        Description:="Suma asegurada a cargo del IMSS: lo que falta al saldo para el monto constitutivo. Máximo de 0 y MC - saldo; con rangos, uno por renglón.", ArgumentDescriptions:=Array( _
        "Monto constitutivo de la pensión de ley, sin pensión garantizada; uno o un rango.", _
        "Saldo de la cuenta individual (RCV y Vivienda); uno o uno por caso.")
End Sub

Private Sub Ayuda_TABLA_BIOMETRICA()
    Application.MacroOptions Macro:="TABLA_BIOMETRICA", Category:="IMSS Rentas vitalicias", _
        Description:="Tabla biométrica por edad y sexo; las de un solo sexo se repiten. Tabla edad, hombres, mujeres. Si no cierra, q = 1 a la edad que sigue (EMSSA-09, a los 110).", ArgumentDescriptions:=Array( _
        "EMSSA-97, EMSSI-97, EMSSA-09, EMSSA-15, EMSSA-RCS-15, EMSSI-IMSS-RCS-12 o EMDE-IMSS-09 (deserción escolar).")
End Sub

Private Sub Ayuda_TABLA_FUENTE()
    Application.MacroOptions Macro:="TABLA_FUENTE", Category:="IMSS Datos", _
        Description:="Un cuadro de los informes, tal como se transcribió. La tabla con su encabezado.", ArgumentDescriptions:=Array( _
        """ifa2005"", ""ifa2010"", ""sps2006"", ""noaseg2004"" o ""coneval2020"".", _
        "Clave del cuadro, por ejemplo ""cuadro_ii_3"".")
End Sub

Private Sub Ayuda_TASA_NOMINAL()
    Application.MacroOptions Macro:="TASA_NOMINAL", Category:="IMSS Finanzas", _
        Description:="Tasa nominal que corresponde a una tasa real y una inflación. Fracción decimal: (1 + real)(1 + inflación) - 1.", ArgumentDescriptions:=Array( _
        "Tasa real anual en fracción decimal.", _
        "Inflación anual en fracción decimal.")
End Sub

Private Sub Ayuda_TASA_REAL()
    Application.MacroOptions Macro:="TASA_REAL", Category:="IMSS Finanzas", _
        Description:="Tasa real que corresponde a una tasa nominal y una inflación. Fracción decimal: (1 + nominal)/(1 + inflación) - 1.", ArgumentDescriptions:=Array( _
        "Tasa nominal anual en fracción decimal.", _
        "Inflación anual en fracción decimal.")
End Sub

Private Sub Ayuda_VALOR_PRESENTE()
    Application.MacroOptions Macro:="VALOR_PRESENTE", Category:="IMSS Finanzas", _
        Description:="Valor presente de uno o varios flujos anuales, con perpetuidad de cierre o cola. Un número en la moneda del flujo; con k columnas, k números en un renglón.", ArgumentDescriptions:=Array( _
        "Flujos anuales, un año por renglón; varias columnas son varios flujos.", _
        "Tasa de descuento anual en fracción decimal: 0.035 es 3.5 %.", _
        "(opcional) Momento del flujo: ""fin"" de año (valuaciones IFA), ""inicio"" (MIFA, primer año sin descontar) o ""medio"".", _
        "(opcional) Crecimiento anual después del último año; vacío: sin perpetuidad.", _
        "(opcional) Valor presente, ya a la fecha de valuación, de lo que sigue al último año.")
End Sub

Private Sub Ayuda_VECES_SMG()
    Application.MacroOptions Macro:="VECES_SMG", Category:="IMSS MIFA", _
        Description:="Salario (o aportación) en veces el salario mínimo de su año. Veces el salario mínimo, un renglón por salario o por año.", ArgumentDescriptions:=Array( _
        "Pesos del año base, uno por renglón, o uno para todos los años.", _
        "Año de cada salario, o uno para todos.", _
        "(opcional) Salario mínimo del año base, pesos diarios.", _
        "(opcional) Año del salario mínimo.", _
        "(opcional) Crecimiento real anual del salario mínimo.")
End Sub

Private Sub Ayuda_VERIFICAR_TABLA()
    Application.MacroOptions Macro:="VERIFICAR_TABLA", Category:="IMSS Datos", _
        Description:="Revisa las sumas de una tabla pegada y lista las que no cuadran. Tabla tipo, total, renglon, suma, impreso, diferencia; sólo encabezado si cuadra.", ArgumentDescriptions:=Array( _
        "La tabla con sus rótulos y totales; sin rótulos, los totales son la última fila y columna.", _
        "(opcional) Diferencia que se atribuye al redondeo.")
End Sub
