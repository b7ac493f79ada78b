// A path for the sound of a page's calls, on 127.0.0.1 between browser and sandbox, that a test can break.
import { createSocket } from "node:dgram";
import type { Socket } from "node:dgram";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

import type { SipWire } from "./sip_wire.ts";

const candidate = /^a=candidate:(\S+) 1 udp (\d+) (\S+) (\d+) typ host.*\r\n/gim;

export class MediaPath {
  /** Nothing passes, either way. */
  broken = false;
  private readonly sockets: Socket[] = [];

  /** Routes the sound of the wire's calls through itself: each side gets no other address. */
  static async on(wire: SipWire): Promise<MediaPath> {
    const path = new MediaPath();
    // One entrance, so that the SDP can be rewritten at once.
    const entrance = await path.socket();
    const { port } = entrance.address() as AddressInfo;
    let target = 0;
    const exits = new Map<number, Promise<Socket>>();
    entrance.on("message", async (packet, from) => {
      if (!exits.has(from.port)) {
        exits.set(from.port, path.exit(entrance, from.port));
      }
      const exit = await exits.get(from.port)!;
      if (!path.broken && target) {
        exit.send(packet, target, "127.0.0.1");
      }
    });
    wire.toServer = (message) => rewritten(message, () => "");
    wire.toPage = (message) =>
      rewritten(message, (line, name, priority, _address, at) => {
        target = Number(at);
        return line.replace(candidate, `a=candidate:${name} 1 udp ${priority} 127.0.0.1 ${port} typ host\r\n`);
      });
    return path;
  }

  close(): void {
    for (const socket of this.sockets) {
      socket.close();
    }
  }

  /** The way back to one of the browser's ports. */
  private async exit(entrance: Socket, port: number): Promise<Socket> {
    const exit = await this.socket();
    exit.on("message", (packet) => this.broken || entrance.send(packet, port, "127.0.0.1"));
    return exit;
  }

  private async socket(): Promise<Socket> {
    const socket = createSocket("udp4").bind(0, "127.0.0.1");
    this.sockets.push(socket);
    await once(socket, "listening");
    return socket;
  }
}

/** The message with its candidates rewritten, and its Content-Length corrected. */
function rewritten(message: string, rewrite: (line: string, ...parts: string[]) => string): string {
  const [head = "", body = ""] = message.split("\r\n\r\n");
  if (!body.includes("a=candidate")) {
    return message;
  }
  const changed = body.replace(candidate, rewrite);
  return `${head.replace(/^Content-Length:.*$/im, `Content-Length: ${Buffer.byteLength(changed)}`)}\r\n\r\n${changed}`;
}
