// Watches what the module settles: a promise hides a second settlement, the message that brings it does not. It has to be
// loaded before the SDK.
const settlements = { count: 0, twice: 0 };
{
  // The number of spec.KindSettle; a page that calls methods and sees none has another one.
  const settle = 12;
  const seen = new Set();
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = (source, imports) => {
    const { ccpaas } = imports;
    const { toPage } = ccpaas;
    ccpaas.toPage = (kind, instance, id, ...rest) => {
      if (kind === settle) {
        const key = `${instance} ${id}`;
        settlements.count++;
        settlements.twice += seen.has(key) ? 1 : 0;
        seen.add(key);
      }
      toPage(kind, instance, id, ...rest);
    };
    return instantiate.call(WebAssembly, source, imports);
  };
}
