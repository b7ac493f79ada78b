const makeObject = {}.constructor;

/** The global object that a Go program sees: what it uses, and nothing of the page. */
export function makeWorld(): Record<string, unknown> {
  return {
    AbortController,
    Array,
    Date,
    Object: makeObject,
    TextDecoder,
    TextEncoder,
    Uint8Array,
    WebSocket,
    console,
    crypto,
    fetch,
    performance,
  };
}
