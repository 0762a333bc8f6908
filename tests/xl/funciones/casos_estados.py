"""A valid call of every function of the statements."""

CASOS = {
    "FLUJO_EFECTIVO": {
        "partidas": [
            ["Concepto", 2005.0, 2006.0],
            ["Saldo Inicial de Reservas Operativas", 9946.0, None],
            ["Ingresos", 223664.0, 246607.0],
            ["Servicios de personal", 80097.0, 83274.0],
            ["RJP", 16303.0, 21050.0],
            ["Incremento en RFA y en el FCOLCLC", 9492.0, 15000.0],
        ]
    },
    "ESTADO_RESULTADOS": {
        "partidas": [
            ["Concepto", 2005.0, 2006.0],
            ["Total de Ingresos", 177718.0, 183325.0],
            ["Gastos Directos", 150272.0, 156789.0],
            ["Otros Gastos", 95493.0, 100710.0],
        ]
    },
    "REPARTO_RJP": {"monto": 665662.0, "clave": "2010_pleno"},
    "REPARTO_GASTO": {"monto": 1000.0, "factores": [5.0, 3.0, 2.0]},
    "PRORRATEO": {"pago": 1776000.0, "participaciones": [4265766.4, 1409096.5, 1032655.2]},
    "COSTO_NETO_PERIODO": {
        "costo_laboral": 100.0,
        "costo_financiero": 80.0,
        "rendimientos": 5.0,
        "amortizaciones": 20.0,
    },
    "ROCF_LIMITE": {"ingresos_anuales": 177718.0, "dias": 60.0},
    "PRESTAMO_LIMITE": {"ingresos_anuales_seguro": 1003.7, "dias": 90.0},
    "PRESTAMO_ROCF": {"monto": 6707518.1, "anios": 3.0, "tasa": 0.0626},
}
