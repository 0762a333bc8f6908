// The task pane: reads the workbook, shows it, and runs the macros on it.
import { libro, macro, panel } from "./imss/libro.js";
import { dibujar } from "./imss/grafica.js";
import { llenarGrupo, leerCambios, marcar } from "./imss/supuestos.js";
import "./imss/red.js";

const el = (id) => document.getElementById(id);
let visto = null; // what the server said of the workbook
let antes = new Map(); // results before the last refresh, by scenario and title
let ocupado = false;

const PASOS = ["Leyendo el libro", "Calculando en el servidor", "Escribiendo en el libro", "Listo"];

function mostrarError(error) {
  el("error").textContent = error?.message || String(error);
  el("error").hidden = false;
  el("error").scrollIntoView({ block: "nearest" });
}

// One thing at a time: the buttons wait, an error is told, the progress says where it is.
async function hacer(trabajo) {
  if (ocupado) return;
  ocupado = true;
  document.body.dataset.ocupado = "si";
  el("error").hidden = true;
  const botones = [...document.querySelectorAll("button, select, input")].filter((b) => !b.disabled);
  botones.forEach((b) => (b.disabled = true));
  const inicio = performance.now();
  const reloj = setInterval(() => {
    el("tiempo").textContent = `${((performance.now() - inicio) / 1000).toFixed(1)} s`;
  }, 100);
  try {
    await trabajo();
  } catch (error) {
    console.error(error);
    mostrarError(error);
  } finally {
    clearInterval(reloj);
    botones.forEach((b) => (b.disabled = false));
    ocupado = false;
    pendientes();
    document.body.dataset.ocupado = "no";
    if (el("barra").value < PASOS.length) el("avance").hidden = true;
  }
}

function paso(n) {
  el("avance").hidden = false;
  el("barra").value = n + 1;
  el("paso").textContent = PASOS[n];
}

const clave = (r) => `${r.escenario}\n${r.titulo}`;

async function releer() {
  visto = await panel(await libro());
  mostrar();
}

async function correr(nombre, args = []) {
  paso(0);
  const datos = await libro();
  paso(1);
  const acciones = await macro(nombre, datos, args);
  paso(2);
  await Excel.run((context) => xlwings.runActions(acciones, context));
}

async function actualizar() {
  const previos = new Map(visto.resultados.map((r) => [clave(r), r]));
  await correr("actualizar");
  await releer();
  antes = previos;
  mostrarResultados();
  paso(3);
}

async function guardar(cambios) {
  await correr("aplicar_supuestos", [cambios]);
  await releer();
  paso(3);
}

function mostrar() {
  el("contenido").hidden = false;
  el("titulo").textContent = visto.libro.titulo;
  el("asunto").textContent = visto.libro.asunto;
  el("version").textContent = visto.version;
  opciones(el("escenario"), ["Base", ...visto.escenarios.map((e) => e.nombre)]);
  el("s-escenario").hidden = visto.escenarios.length === 0;
  opciones(el("grupo"), visto.grupos.map((g) => g.titulo));
  mostrarEscenario();
  mostrarGrupo();
  mostrarBitacora();
}

// Fill a list without losing what was chosen; scenarios may share a name, so values are positions.
function opciones(lista, textos) {
  const elegida = Math.max(0, lista.selectedIndex);
  lista.replaceChildren(...textos.map((t, i) => new Option(t ?? "", i)));
  lista.selectedIndex = Math.min(elegida, textos.length - 1);
}

function escenarioElegido() {
  const i = el("escenario").selectedIndex;
  return i > 0 ? visto.escenarios[i - 1] : null;
}

function mostrarEscenario() {
  const e = escenarioElegido();
  el("activo").parentElement.hidden = e === null;
  if (e) {
    el("activo").checked = e.activo;
    const grupo = visto.grupos.findIndex((g) => g.titulo === e.grupo);
    if (grupo >= 0) el("grupo").selectedIndex = grupo;
    mostrarGrupo();
  }
  mostrarResultados();
}

function mostrarResultados() {
  const e = escenarioElegido();
  const nombre = e ? e.nombre : "Base";
  const filas = visto.resultados.filter((r) => r.escenario === nombre);
  const cuerpo = el("resultados").tBodies[0];
  cuerpo.replaceChildren(
    ...filas.flatMap((r) => {
      const previo = antes.get(clave(r)) || r;
      const titulo = celda(r.titulo);
      if (r.notas.includes("insuficiente")) titulo.className = "insuficiente";
      const ahora = celda(r.texto);
      if (previo.texto !== r.texto) ahora.className = "cambio";
      const notas = celda([...r.notas, `Fuente: ${r.fuente}`].filter(Boolean).join(" · "));
      notas.colSpan = 3;
      const renglones = [document.createElement("tr"), document.createElement("tr")];
      renglones[0].append(titulo, celda(previo.texto), ahora);
      renglones[1].append(notas);
      renglones[1].className = "notas";
      return renglones;
    }),
  );
  if (filas.length === 0) {
    const td = celda(
      e && !e.activo
        ? "Este escenario no se calcula: márquelo y actualice."
        : "Sin resultados: actualice el libro.",
    );
    td.colSpan = 3;
    const tr = document.createElement("tr");
    tr.append(td);
    cuerpo.append(tr);
  }
  const primas = filas.filter((r) => r.limite !== undefined);
  el("grafica").hidden = primas.length === 0;
  const series = primas.map((r) => ({
    titulo: r.titulo,
    antes: (antes.get(clave(r)) || r).valor,
    despues: r.valor,
    limite: r.limite,
  }));
  // Each on a scale of its own: beside a premium of 32 % one of 1.6 % would be a dot.
  dibujar(el("grafica").querySelector("div"), [
    series.filter((s) => s.despues < 0.05),
    series.filter((s) => !(s.despues < 0.05)),
  ]);
}

function celda(texto) {
  const td = document.createElement("td");
  td.textContent = texto;
  return td;
}

function mostrarGrupo() {
  const grupo = visto.grupos[el("grupo").selectedIndex];
  if (!grupo) return;
  el("fuente").textContent = `Fuente: ${grupo.fuente}`;
  llenarGrupo(el("supuestos"), grupo.entradas);
  pendientes();
}

function pendientes() {
  const hay = leerCambios(el("supuestos")).length > 0;
  el("guardar").disabled = el("deshacer").disabled = !hay;
}

function mostrarBitacora() {
  const b = visto.bitacora;
  const renglones = b
    ? [
        ["Cuándo", b.fecha],
        ["Quién", b.usuario],
        ["Versión", b.version],
        ["Qué", b.accion],
        ["Cambios", b.cambios],
        ["Verificaciones", b.verificaciones],
      ]
    : [["", "El libro no se ha actualizado."]];
  el("bitacora").replaceChildren(
    ...renglones.filter(([, v]) => v).flatMap(([k, v]) => {
      const dt = document.createElement("dt");
      const dd = document.createElement("dd");
      dt.textContent = k;
      dd.textContent = v;
      return [dt, dd];
    }),
  );
}

el("actualizar").addEventListener("click", () => hacer(actualizar));
el("releer").addEventListener("click", () => hacer(releer));
el("escenario").addEventListener("change", mostrarEscenario);
el("grupo").addEventListener("change", mostrarGrupo);
el("activo").addEventListener("change", () => {
  const e = escenarioElegido();
  const valor = el("activo").checked ? "sí" : "no";
  hacer(() => guardar([[e.celda, valor]])).then(mostrarEscenario);
});
el("supuestos").addEventListener("input", pendientes);
el("supuestos").addEventListener("submit", (evento) => evento.preventDefault());
el("deshacer").addEventListener("click", mostrarGrupo);
el("guardar").addEventListener("click", () => {
  const cambios = leerCambios(el("supuestos"));
  hacer(async () => {
    try {
      await guardar(cambios);
    } catch (error) {
      marcar(el("supuestos"), error.message);
      throw error;
    }
  });
});
el("acceso-forma").addEventListener("submit", (evento) => {
  evento.preventDefault();
  localStorage.setItem("imss-clave", el("clave").value.trim());
  el("clave").value = "";
  el("acceso").open = false;
  hacer(releer);
});

// A button of the ribbon may be pressed while the pane is closed: same work, shared runtime.
globalThis.imss = { actualizar: () => hacer(actualizar) };

await Office.onReady();
await hacer(releer);
if (!visto && !el("acceso").hidden && !localStorage.getItem("imss-clave")) el("acceso").open = true;
