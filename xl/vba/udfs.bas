Attribute VB_Name = "modelo_imss"
Option Explicit
' Generado por modelo-imss 0.1.0 con python -m xl construir; no lo edite aquí.

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
    Ayuda_ANUALIDAD
    Ayuda_ARBOL_DECISION
    Ayuda_AYUDA_FUNERAL
    Ayuda_BALANCE_ACTUARIAL
    Ayuda_CONCILIACION
    Ayuda_COSTO_FISCAL
    Ayuda_DEFLACTAR
    Ayuda_ESPERANZA_VIDA
    Ayuda_INDEMNIZACION_GLOBAL
    Ayuda_INTERPOLAR_ANUAL
    Ayuda_MC_CARTERA
    Ayuda_MONTO_CONSTITUTIVO
    Ayuda_MONTO_CONSTITUTIVO_DESGLOSE
    Ayuda_PARAMETRO
    Ayuda_PENSION_INCAPACIDAD
    Ayuda_PENSION_INVALIDEZ
    Ayuda_PENSION_SOBREVIVENCIA
    Ayuda_PRIMA_ESCALONADA
    Ayuda_PRIMA_GASTO
    Ayuda_PRIMA_MEDIA_NIVELADA
    Ayuda_PRIMA_NIVELADA
    Ayuda_PRIMA_PROMEDIO
    Ayuda_RESERVA_PROYECTADA
    Ayuda_SALARIO_PROMEDIO_500
    Ayuda_SALDO_CUENTA
    Ayuda_SUBSIDIO
    Ayuda_SUFICIENCIA_PRIMA
    Ayuda_SUMA_ASEGURADA
    Ayuda_TABLA_BIOMETRICA
    Ayuda_TABLA_FUENTE
    Ayuda_TASA_NOMINAL
    Ayuda_TASA_REAL
    Ayuda_VALOR_PRESENTE
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

Private Sub Ayuda_DEFLACTAR()
    Application.MacroOptions Macro:="DEFLACTAR", Category:="IMSS Finanzas", _
        Description:="Montos de distintos años a precios de un solo año, con el INPC o un índice propio. Montos a precios del año base, un renglón por año: monto x I_base / I_año.", ArgumentDescriptions:=Array( _
        "Montos, un año por renglón; varias columnas son varios.", _
        "Año de cada monto.", _
        "Año de los precios del resultado.", _
        "(opcional) ""promedio"" anual del INPC, ""diciembre"", o un rango de dos columnas: año e índice.")
End Sub

Private Sub Ayuda_ESPERANZA_VIDA()
    Application.MacroOptions Macro:="ESPERANZA_VIDA", Category:="IMSS Rentas vitalicias", _
        Description:="Esperanza de vida completa: la abreviada más medio año. Años; un renglón por edad.", ArgumentDescriptions:=Array( _
        "Nombre (EMSSA-97, EMSSI-97, EMSSA-09, EMSSA-15, EMSSA-RCS-15, EMSSI-IMSS-RCS-12) o rango edad, hombres, mujeres; si no cierra, q = 1 a la edad que sigue.", _
        "Años cumplidos, un valor o una columna, dentro de la tabla.", _
        "H o M (también hombre o mujer, 1 o 2).")
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

Private Sub Ayuda_RESERVA_PROYECTADA()
    Application.MacroOptions Macro:="RESERVA_PROYECTADA", Category:="IMSS Primas", _
        Description:="Trayectoria de la reserva cuando se cobra una prima constante; flujos a fin de año. Tabla anio (1, 2, ...), ingreso, gasto, rendimiento y reserva al cierre, en mdp.", ArgumentDescriptions:=Array( _
        "Reserva inicial, mdp.", _
        "Prima en fracción de los salarios: 0.025 es 2.5 %.", _
        "Gasto anual, un año por renglón, en millones de pesos.", _
        "Volumen anual de salarios, los mismos años y la misma moneda que el gasto.", _
        "Rendimiento real anual en fracción decimal.")
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

Private Sub Ayuda_SUBSIDIO()
    Application.MacroOptions Macro:="SUBSIDIO", Category:="IMSS Pensiones", _
        Description:="Subsidio por incapacidad temporal: enfermedad, riesgo de trabajo o maternidad. Pesos de toda la incapacidad.", ArgumentDescriptions:=Array( _
        """enfermedad"" (o ""EyM"", ""IV""): 60 % desde el cuarto día, hasta 52 semanas; ""RT"": 100 %; ""maternidad"": 100 %, hasta 84 días.", _
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

Private Sub Ayuda_VERIFICAR_TABLA()
    Application.MacroOptions Macro:="VERIFICAR_TABLA", Category:="IMSS Datos", _
        Description:="Revisa las sumas de una tabla pegada y lista las que no cuadran. Tabla tipo, total, renglon, suma, impreso, diferencia; sólo encabezado si cuadra.", ArgumentDescriptions:=Array( _
        "La tabla con sus rótulos y totales; sin rótulos, los totales son la última fila y columna.", _
        "(opcional) Diferencia que se atribuye al redondeo.")
End Sub
