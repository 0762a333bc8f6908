// The workbook to and from the server, in xlwings' own protocol.
import { request } from "../utils.js";

const config = JSON.parse(document.getElementById("config").textContent);

async function cabeceras() {
  const acceso = await globalThis.getAuth();
  return {
    "Content-Type": "application/json",
    Authorization: acceso.token,
    "Auth-Provider": acceso.provider,
  };
}

async function enviar(ruta, datos) {
  try {
    const respuesta = await request.post(`${window.location.origin}${ruta}`, datos, {
      headers: await cabeceras(),
      timeout: config.requestTimeout * 1000,
    });
    return respuesta.data;
  } catch (error) {
    if (!error.response) throw error;
    const cuerpo = error.response.data?.detail ?? error.response.data;
    const texto = typeof cuerpo === "string" ? cuerpo : "";
    throw new Error(texto || `El servidor contestó con el estado ${error.response.status}.`);
  }
}

export const libro = () => xlwings.getBookData();

export const panel = (datos) => enviar("/imss/panel", datos);

export const macro = (nombre, datos, args) =>
  enviar(`/xlwings/custom-scripts-call/${nombre}`, args.length ? { ...datos, args } : datos);
