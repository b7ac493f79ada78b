// Records when the parts of a start begin and end, for any SDK. It is evaluated before the SDK.
(() => {
  const parts = [];
  let memory;

  /** Records a part from now until its promise resolves. */
  const during = (part, promise) => {
    const noted = { part, begin: performance.now(), end: NaN };
    parts.push(noted);
    return promise.then((value) => {
      noted.end = performance.now();
      return value;
    });
  };

  const { compile, compileStreaming, instantiate } = WebAssembly;

  /** Instantiates; the program's own start is over when the page's thread reaches its next task. */
  const instantiated = (module, imports) =>
    during("instantiate", instantiate(module, imports)).then((instance) => {
      const begin = performance.now();
      memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        parts.push({ part: "program", begin, end: performance.now() });
        port1.close();
      };
      port2.postMessage(null);
      return instance;
    });

  const withModule = (module, imports) => instantiated(module, imports).then((instance) => ({ module, instance }));
  Object.assign(WebAssembly, {
    compile: (bytes) => during("compile", compile.call(WebAssembly, bytes)),
    compileStreaming: (source) => during("compile", compileStreaming.call(WebAssembly, source)),
    instantiate: (source, imports) =>
      source instanceof WebAssembly.Module
        ? instantiated(source, imports)
        : WebAssembly.compile(source).then((module) => withModule(module, imports)),
    instantiateStreaming: (source, imports) => WebAssembly.compileStreaming(source).then((module) => withModule(module, imports)),
  });

  let opened;
  window.WebSocket = new Proxy(WebSocket, {
    construct(target, args) {
      const socket = Reflect.construct(target, args);
      void during("socket", new Promise((resolve) => socket.addEventListener("open", resolve, { once: true }))).then(() => {
        opened = opened || performance.now();
      });
      return socket;
    },
  });

  window.watch = {
    during,
    /** The parts since `start`, in milliseconds from there, without those that have not ended. */
    parts(start, ready) {
      const downloads = performance
        .getEntriesByType("resource")
        .filter(({ name }) => /\.wasm(\?|$)/.test(name))
        .map(({ startTime, responseEnd }) => ({ part: "download", begin: startTime, end: responseEnd }));
      const state = { part: "state", begin: opened, end: ready };
      return [...parts, ...downloads, state]
        .filter(({ end }) => end <= ready)
        .map(({ part, begin, end }) => ({ part, begin: begin - start, end: end - start }));
    },
    wasmBytes: () => (memory ? memory.buffer.byteLength : 0),
  };
})();
