// The button of the ribbon: the same refresh as in the pane, whose page is the shared runtime.
Office.actions.associate("imss-actualizar", async (evento) => {
  await Office.addin.showAsTaskpane();
  await globalThis.imss?.actualizar();
  evento.completed();
});
