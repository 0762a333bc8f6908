"""The imputation person by person, in plain Python, written from the report and not from the model.

Rows are dicts with the columns of a census sample; a blank cell is None.
"""

from collections import defaultdict

IMSS, ISSSTE = 1, 2


def declara(p):
    return p["derechohabiencia"] in (1, 2, 3, 4)


def gana_su_vida(p):
    return p["actividad"] in (1, 5)


def titular(p):
    return declara(p) and (gana_su_vida(p) or p["parentesco"] == 1)


def edad(p):
    return None if p["edad"] == 999 else p["edad"]


def menor_de(p, limite):
    return edad(p) is not None and edad(p) < limite


def estudia(p):
    return p["asistencia"] == 1


def impedido(p):
    """Disabled, or unable to work, and without work."""
    return (p["discapacidad"] == 1 or p["actividad"] == 6) and p["actividad"] != 1


def parientes(hogar, p):
    """(what p is to t, t) for every other member t to whom the codes tell what p is."""
    de, lazos = p["parentesco"], []
    for t in hogar:
        if t is p:
            continue
        a = t["parentesco"]
        if {a, de} == {1, 2} or (a == de and a in (4, 5)):
            lazos.append(("pareja", t))
        if (a in (1, 2) and de == 3) or (a == 4 and de in (1, 7)) or (a == 5 and de == 2):
            lazos.append(("hijo", t))
        if (
            (a == 1 and de == 4)
            or (a == 2 and de == 5)
            or (a == 3 and de in (1, 2))
            or (a == 7 and de == 4)
        ):
            lazos.append(("padre", t))
        if (a == 3 and de in (4, 5)) or (a == 6 and de in (1, 2)):
            lazos.append(("abuelo", t))
    return lazos


def por_imss(lazo, p):
    varon = p["sexo"] == 1
    if lazo == "pareja":
        if not varon:
            return 11
        return 12 if not gana_su_vida(p) else 0
    if lazo == "hijo":
        if menor_de(p, 16):
            return 13
        if impedido(p) or (estudia(p) and menor_de(p, 26)):
            return 14
    return 15 if lazo == "padre" else 0


def por_issste(lazo, p):
    if lazo == "pareja":
        if p["sexo"] != 1:
            return 21
        viejo = edad(p) is not None and edad(p) > 55
        return 25 if viejo or (impedido(p) and not gana_su_vida(p)) else 0
    if lazo == "hijo":
        if edad(p) is None:
            return 0
        if edad(p) < 18:
            return 22 if not gana_su_vida(p) else 0
        soltero = p["estado_conyugal"] == 1
        if edad(p) <= 25 and soltero and estudia(p) and p["actividad"] != 1:
            return 23
        return 24 if impedido(p) else 0
    return 26 if not gana_su_vida(p) else 0


def regla(hogar, p):
    if declara(p):
        return 1 if titular(p) else 2
    reglas = []
    for lazo, t in parientes(hogar, p):
        if titular(t) and t["derechohabiencia"] == IMSS:
            reglas.append(por_imss(lazo, p))
        if titular(t) and t["derechohabiencia"] == ISSSTE:
            reglas.append(por_issste(lazo, p))
    return min((r for r in reglas if r), default=0)


def en_nucleo(p):
    if p["parentesco"] in (1, 2):
        return True
    if p["parentesco"] == 3:
        joven = edad(p) is not None and edad(p) <= 25
        estudiante = joven and p["estado_conyugal"] == 1 and estudia(p)
        return menor_de(p, 18) or estudiante or (impedido(p) and not gana_su_vida(p))
    if p["parentesco"] in (6, 7, 8):
        return menor_de(p, 18)
    if p["parentesco"] in (4, 5):
        return edad(p) is not None and edad(p) >= 65 and not gana_su_vida(p)
    return False


def imputar(personas):
    """{renglon: (regla, nucleo)}, {hogar: (integrantes, asegurados, clase, sujeto)}, bad rows."""
    hogares = defaultdict(list)
    for p in personas:
        hogares[p["hogar"]].append(p)
    imputadas, resumen, malos = {}, {}, set()
    for clave, hogar in hogares.items():
        jefes = [p for p in hogar if p["parentesco"] == 1]
        iguales = len({(p["entidad"], p["factor"]) for p in hogar}) == 1
        if len(jefes) != 1 or not iguales:
            malos |= {p["renglon"] for p in hogar}
            continue
        for p in hogar:
            imputadas[p["renglon"]] = (regla(hogar, p), en_nucleo(p))
        asegurados = [imputadas[p["renglon"]][0] > 0 for p in hogar]
        jefe = imputadas[jefes[0]["renglon"]][0] > 0
        if all(asegurados):
            clase = 1
        elif not any(asegurados):
            clase = 2
        else:
            clase = 3 if jefe else 4
        resumen[clave] = (len(hogar), sum(asegurados), clase, not jefe)
    return imputadas, resumen, malos
