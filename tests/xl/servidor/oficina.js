// Stand-in for Office.js and the Excel host: one workbook in memory, which the test hands over in
// `window.libroDePrueba`. It does what the add-in's JavaScript asks of it and nothing is calculated.
(() => {
  const libro = window.libroDePrueba || { nombre: "Libro1.xlsx", hojas: [{ nombre: "Hoja1", valores: [[]] }], nombres: [] };
  const carga = (objeto) => Object.assign(objeto, { load() { return this; } });
  const nulo = () => carga({ isNullObject: true });

  const letras = (n) => (n < 0 ? "" : letras(Math.floor(n / 26) - 1) + String.fromCharCode(65 + (n % 26)));
  const columna = (texto) => [...texto].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;
  const partes = (direccion) => {
    const [a, b = a] = direccion.split("!").pop().replaceAll("$", "").split(":");
    const celda = (t) => { const [, c, f] = t.match(/^([A-Z]+)(\d+)$/); return [Number(f) - 1, columna(c)]; };
    const [f1, c1] = celda(a); const [f2, c2] = celda(b);
    return [f1, c1, f2 - f1 + 1, c2 - c1 + 1];
  };

  class Rango {
    constructor(hoja, fila, col, filas, cols) { Object.assign(this, { hoja, fila, col, rowCount: filas, columnCount: cols, isNullObject: false }); }
    load() { return this; }
    get worksheet() { return this.hoja; }
    get address() {
      return `'${this.hoja.name}'!${letras(this.col)}${this.fila + 1}:${letras(this.col + this.columnCount - 1)}${this.fila + this.rowCount}`;
    }
    cada(hacer) {
      return Array.from({ length: this.rowCount }, (_, i) => Array.from({ length: this.columnCount }, (_, j) => hacer(this.fila + i, this.col + j, i, j)));
    }
    get values() { return this.cada((f, c) => this.hoja.celdas[f]?.[c] ?? ""); }
    set values(nuevos) {
      if (nuevos.length !== this.rowCount || nuevos[0].length !== this.columnCount) throw new Error("InvalidArgument: el tamaño no es el del rango");
      this.cada((f, c, i, j) => this.hoja.poner(f, c, nuevos[i][j]));
    }
    get numberFormat() { return this.cada((f, c) => this.hoja.formatos[`${f},${c}`] || "General"); }
    set numberFormat(x) {}
    get formulas() { return this.values; }
    set formulas(nuevas) { this.values = nuevas; }
    clear() { this.cada((f, c) => this.hoja.poner(f, c, "")); }
    select() {}
    getSurroundingRegion() { return this.hoja.getUsedRangeOrNullObject(); }
    getRangeOrNullObject() { return this; }
  }

  class Hoja {
    constructor(datos, position) {
      Object.assign(this, { name: datos.nombre, position, visibility: "Visible", showGridlines: true, isNullObject: false });
      this.celdas = datos.valores.map((f) => [...f]);
      this.formatos = datos.formatos || {};
      for (const cosa of ["names", "tables", "charts", "pivotTables", "shapes", "notes", "comments"]) this[cosa] = carga({ items: [] });
      this.pageLayout = { getPrintAreaOrNullObject: nulo };
    }
    load() { return this; }
    poner(f, c, valor) {
      // As Excel: an apostrophe marks a text; without it these begin a formula.
      if (typeof valor === "string" && valor.startsWith("'")) valor = valor.slice(1);
      else if (typeof valor === "string" && /^[=+@-]/.test(valor) && isNaN(valor)) window.oficina.formulas.push([this.name, f, c, valor]);
      while (this.celdas.length <= f) this.celdas.push([]);
      this.celdas[f][c] = valor ?? "";
      window.oficina.escrituras += 1;
    }
    getUsedRangeOrNullObject() {
      const ancho = Math.max(0, ...this.celdas.map((f) => f.length));
      return ancho ? new Rango(this, 0, 0, this.celdas.length, ancho) : nulo();
    }
    getRange(direccion) { return new Rango(this, ...partes(direccion)); }
    getRangeByIndexes(f, c, filas, cols) { return new Rango(this, f, c, filas, cols); }
  }

  const hojas = libro.hojas.map((h, i) => new Hoja(h, i));
  const por = (nombre) => hojas.find((h) => h.name === nombre);
  const worksheets = carga({
    items: hojas,
    getItem: por,
    getItemOrNullObject: (nombre) => por(nombre) || nulo(),
    getActiveWorksheet: () => hojas[0],
    onCalculated: { add() {} },
  });
  const names = carga({
    items: libro.nombres.map((n) => carga({
      name: n.nombre, type: n.hoja ? "Range" : "String", formula: n.formula,
      getRangeOrNullObject: () => (n.hoja ? por(n.hoja).getRange(n.celdas) : nulo()),
    })),
  });
  const application = carga({
    calculationMode: "Automatic",
    cultureInfo: carga({ name: "es-MX", datetimeFormat: carga({ shortDatePattern: "dd/mm/aaaa" }) }),
    calculate() { window.oficina.calculos += 1; },
    suspendScreenUpdatingUntilNextSync() {},
  });
  const workbook = carga({ name: libro.nombre, worksheets, names, application, getSelectedRange: () => hojas[0].getRange("A1") });
  class RequestContext { constructor() { this.workbook = workbook; this.application = application; } async sync() {} }

  const minima = { ExcelApi: 17, CustomFunctionsRuntime: 4, SharedRuntime: 1, CustomFunctions: 4, DialogApi: 1, DialogAPI: 1, RibbonApi: 1, RibbonAPI: 1 };
  window.oficina = { formulas: [], escrituras: 0, calculos: 0, funciones: {}, acciones: {}, hojas };
  window.Office = {
    onReady: async (hacer) => { const info = { host: "Excel", platform: "OfficeOnline" }; hacer?.(info); return info; },
    context: { requirements: { isSetSupported: (n, v) => Number(String(v).split(".")[1]) <= (minima[n] ?? -1) }, diagnostics: { version: "prueba", platform: "prueba" } },
    actions: { associate: (n, f) => { window.oficina.acciones[n] = f; } },
    addin: { showAsTaskpane: async () => {} },
  };
  window.Excel = {
    run: async (...args) => args.pop()(new RequestContext()),
    RequestContext,
    ShapeType: { image: "Image" },
    ClearApplyTo: { contents: "Contents" },
    CalculationType: { full: "Full", recalculate: "Recalculate" },
  };
  class ErrorDeFuncion extends Error { constructor(code, message) { super(message); this.code = code; } }
  window.CustomFunctions = {
    associate: (n, f) => { window.oficina.funciones[n] = f; },
    Error: ErrorDeFuncion,
    ErrorCode: { invalidValue: "#VALUE!" },
  };
  // What Excel does with a formula: each argument is a block of cells, then the invocation.
  window.oficina.llamar = async (nombre, args) => {
    try {
      const r = await window.oficina.funciones[nombre](...args, { address: "Hoja1!A1" });
      return { resultado: r };
    } catch (error) {
      return { codigo: error.code, mensaje: error.message };
    }
  };
})();
