// One field for each input cell; what is typed goes to the server, which checks it as the sheet does.

const mostrar = (e) =>
  e.valor === null || e.valor === undefined
    ? ""
    : e.tipo === "tasa" && typeof e.valor === "number"
      ? `${Number((e.valor * 100).toPrecision(12))}%`
      : String(e.valor);

export function llenarGrupo(forma, entradas) {
  forma.replaceChildren(
    ...entradas.map((e) => {
      const campo = document.createElement("div");
      campo.className = e.distinto ? "campo distinto" : "campo";
      const etiqueta = document.createElement("label");
      etiqueta.htmlFor = e.nombre;
      etiqueta.textContent = e.unidad ? `${e.etiqueta} (${e.unidad})` : e.etiqueta;
      const control = document.createElement(e.opciones.length ? "select" : "input");
      control.id = control.name = e.nombre;
      control.dataset.tipo = e.tipo;
      control.dataset.lugar = e.lugar;
      for (const o of e.opciones) control.add(new Option(o, o));
      control.value = control.dataset.inicial = mostrar(e);
      if (!e.opciones.length) control.autocomplete = "off";
      const ayuda = document.createElement("span");
      ayuda.className = "ayuda tenue";
      ayuda.id = `${e.nombre}-ayuda`;
      ayuda.textContent = [e.ayuda.replace(/\.$/, ""), `Celda ${e.lugar}; origen ${e.origen}.`]
        .filter(Boolean)
        .join(". ");
      control.setAttribute("aria-describedby", ayuda.id);
      const problema = document.createElement("span");
      problema.className = "problema";
      campo.append(etiqueta, control, ayuda, problema);
      return campo;
    }),
  );
}

// A number, or a percentage where a rate goes; any other text goes as it is, to be refused by name.
function leer(control) {
  const texto = control.value.trim();
  if (texto === "") return null;
  if (["opcion", "si_no", "texto"].includes(control.dataset.tipo)) return texto;
  const numero = texto.replaceAll(",", "");
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(numero)) return Number(numero);
  if (control.dataset.tipo === "tasa" && /^[+-]?(\d+\.?\d*|\.\d+)\s*%$/.test(numero)) {
    return Number((Number.parseFloat(numero) / 100).toPrecision(15));
  }
  return texto;
}

export function leerCambios(forma) {
  return [...forma.elements]
    .filter((c) => c.value !== c.dataset.inicial)
    .map((c) => [c.name, leer(c)]);
}

// Put the message beside the field that it names (it begins with the sheet and the cell).
export function marcar(forma, mensaje) {
  for (const control of forma.elements) {
    const suyo = mensaje.startsWith(`${control.dataset.lugar} `);
    control.setAttribute("aria-invalid", suyo);
    control.parentElement.querySelector(".problema").textContent = suyo ? mensaje : "";
    if (suyo) control.focus();
  }
}
