// xlwings tells a lost connection in English; here in Spanish, for functions and macros alike.
import "../utils.js"; // it makes xwRequest
const pedir = globalThis.xwRequest.post;

globalThis.xwRequest.post = async (url, datos, opciones) => {
  try {
    return await pedir(url, datos, opciones);
  } catch (error) {
    if (error.response) throw error;
    const vencido = error.message === "Request timed out";
    const propio = new Error(
      vencido
        ? "El servidor no contestó a tiempo. Divida el rango o avise a quien lo administra."
        : "Sin conexión con el servidor del modelo. Vuelva a calcular (F9) cuando esté en marcha.",
    );
    propio.toString = () => propio.message;
    throw propio;
  }
};
