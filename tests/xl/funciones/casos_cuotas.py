"""Valid calls of the functions of contributions, guarderías and SSFAM."""

CASOS = {
    "CUOTAS_IMSS": {
        "sbc": [315.04, 420.0, 900.0, 5000.0],
        "fecha": "2026-03-01",
        "dias": 30.0,
        "prima_rt": 0.0054355,
        "con_rcv_infonavit": False,
        "factor_integracion": 1.0,
    },
    "PRIMA_RT": {
        "s": 1200.0,
        "i": 0.5,
        "d": 0.0,
        "n": 200.0,
        "prima_anterior": None,
        "acreditada": False,
        "anio": None,
    },
    "PRIMA_RT_CLASE": {"clase": "III"},
    "PRUEBA_ART211": {"cop": [11632.0, 11878.0], "gasto": [9418.0, 9680.0]},
    "GUARDERIA_INDICADORES": {
        "tabla": [
            ["Delegación", "Guarderías", "Capacidad", "Inscritos", "Pendientes"],
            ["Jalisco", 96.0, 15776.0, 14019.0, 5054.0],
            ["Sinaloa", 47.0, 7300.0, 7005.0, 4127.0],
            ["Total", 143.0, 23076.0, 21024.0, 9181.0],
        ]
    },
    "GUARDERIA_COBERTURA": {"escenario": 2.0, "anio": 2008.0, "opciones": None},
    "SSFAM_CUOTA": {"edad": 45.0, "anio": 2010.0},
    "SSFAM_SELECCION": {
        "poblacion_ro": [100.0, 200.0, 50.0],
        "poblacion_ssfam": [10.0, 20.0, 30.0],
        "costos": [1.0, 2.0, 8.0],
    },
    "SSFAM_EQUILIBRIO": {"supuestos": None},
}
