import { Kind } from "./events.gen";
import type { GoMemory } from "./go";

/** A message between page and core; sdk/spec defines the other members for each kind. */
export type Message = [kind: Kind, instance: number, id: number, name: string, json: string];

/** What the module exports for messages; wasm/crossing has the contract of the shared memory. */
interface Core {
  room(size: number): number;
  fromPage(kind: Kind, instance: number, id: number, size: number): number;
  resume(): void;
}

/** Longer messages are cut: the core refuses calls of that size, so no more than that is copied. */
const LONGEST = 0x110000;

/** The page's end of the channel to the core. */
export class Crossing {
  /** What the module imports. */
  readonly imports = {
    toPage: (kind: Kind, instance: number, id: number, nameAt: number, nameSize: number, at: number, size: number): void => {
      const { text } = this.memory!;
      const json = size ? text(at, size) : "";
      if (kind === Kind.Frame) {
        this.sockets[id]!.send(json);
      } else if (kind === Kind.Release) {
        delete this.sockets[id];
      } else {
        this.receive(kind, instance, id, nameSize ? text(nameAt, nameSize) : "", json);
      }
    },
  };
  private core: Core | undefined;
  private memory: GoMemory | undefined;
  private at = 0;
  private size = 0;
  private readonly sockets: { [id: number]: WebSocket } = {};

  /** `receive` takes the messages that are not about sockets. */
  constructor(private readonly receive: (...message: Message) => void) {}

  /** The module is loaded. */
  opened(core: unknown, memory: GoMemory): void {
    this.core = core as Core;
    this.memory = memory;
  }

  post(kind: Kind, instance: number, id: number, name: string, json: string): void {
    const { core, memory } = this;
    let text = name ? `${name}\n${json}` : json;
    if (text.length > LONGEST) {
      text = text.slice(0, LONGEST);
    }
    // A UTF-16 unit takes at most 3 bytes of UTF-8.
    const most = text.length * 3;
    if (most > this.size) {
      this.at = core!.room(most);
      this.size = most;
    }
    if (core!.fromPage(kind, instance, id, memory!.write(text, this.at, this.size))) {
      core!.resume();
    }
  }

  /** Listens to a socket for the core. */
  listen(socket: WebSocket, id: number, longest: number): void {
    this.sockets[id] = socket;
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      // Only text is a frame. The core counts the others.
      const frame = typeof data === "string" ? data : "";
      this.post(frame.length > longest ? Kind.Large : Kind.Frame, 0, id, "", frame);
    };
  }
}
