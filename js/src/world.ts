import { Socket } from "./ahead";
import type { Crossing } from "./crossing";

const makeObject = {}.constructor;

/** The flags of files, which Go's syscall package reads when it starts; the module opens no files. */
const constants = { O_WRONLY: -1, O_RDWR: -1, O_CREAT: -1, O_TRUNC: -1, O_APPEND: -1, O_EXCL: -1, O_DIRECTORY: -1 };

/** The global object of the Go program: what it uses, and nothing of the page. */
export function makeWorld(crossing: Crossing): object {
  return {
    listen: (socket: WebSocket, id: number, longest: number) => crossing.listen(socket, id, longest),
    fs: { constants },
    AbortController,
    Array,
    Date,
    Object: makeObject,
    TextDecoder,
    TextEncoder,
    Uint8Array,
    WebSocket: Socket,
    console,
    crypto,
    fetch,
    performance,
  };
}
