// Bars of each premium before and after, with the premium of income as a line. Plain SVG.
const NS = "http://www.w3.org/2000/svg";

function nodo(nombre, atributos, texto) {
  const n = document.createElementNS(NS, nombre);
  for (const [k, v] of Object.entries(atributos)) n.setAttribute(k, v);
  if (texto !== undefined) n.textContent = texto;
  return n;
}

const porciento = (x) => `${(x * 100).toFixed(2)} %`;

export function dibujar(destino, grupos) {
  destino.replaceChildren(...grupos.filter((g) => g.length > 0).map(barras));
}

function barras(series) {
  const [ancho, alto, margen, renglon] = [340, 12, 78, 40];
  const maximo = Math.max(...series.flatMap((s) => [s.antes, s.despues, s.limite]).filter(Number.isFinite));
  const x = (v) => margen + (Math.max(0, v) / maximo) * (ancho - margen - 56);
  const svg = nodo("svg", {
    viewBox: `0 0 ${ancho} ${series.length * renglon}`,
    role: "img",
    "aria-label": series.map((s) => `${s.titulo} ${porciento(s.despues)}`).join("; "),
  });
  series.forEach((s, i) => {
    const y = i * renglon + 4;
    svg.append(nodo("text", { x: 0, y: y + 17 }, s.titulo));
    const puestas = [["antes", s.antes], ["despues", s.despues]]
      .map(([tipo, v], k) => ({ tipo, v, arriba: y + k * (alto + 1) }))
      .filter(({ v }) => Number.isFinite(v));
    for (const { tipo, v, arriba } of puestas) {
      svg.append(nodo("rect", { class: tipo, x: margen, y: arriba, width: x(v) - margen, height: alto }));
    }
    if (Number.isFinite(s.limite)) {
      const en = x(s.limite);
      svg.append(nodo("line", { class: "ingreso", x1: en, x2: en, y1: y - 2, y2: y + 2 * alto + 3 }));
    }
    for (const { v, arriba } of puestas) {
      svg.append(nodo("text", { x: x(v) + 4, y: arriba + alto - 2 }, porciento(v)));
    }
  });
  return svg;
}
