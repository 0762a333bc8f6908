// What goes in the Authorization header: the key typed in the pane, or the token of Entra ID.
globalThis.getAuth = async function () {
  const proveedores = JSON.parse(document.getElementById("config").textContent).authProviders || [];
  if (proveedores.includes("entraid")) {
    return { token: await xlwings.getAccessToken(), provider: "entraid" };
  }
  if (proveedores.includes("claves")) {
    return { token: localStorage.getItem("imss-clave") || "", provider: "claves" };
  }
  return { token: "", provider: "" };
};
