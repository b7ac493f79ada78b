// A telephone that answers automatically and plays a tone. Its module ctrl_tcp accepts commands and reports events, in
// JSON, each prefixed with its length (a netstring).
import { once } from "node:events";
import { connect } from "node:net";
import type { Socket } from "node:net";

import { expect } from "@playwright/test";

import { soon } from "./handset.ts";

/** The tone that it plays. */
export const tone = 440;

interface Message {
  /** What happened, in an event. */
  type?: string;
  /** More about it: the digit, why a call ended. */
  param?: string;
  /** Set in the answer to a command. */
  response?: true;
}

export class Baresip {
  private readonly heard: Message[] = [];
  private rest = Buffer.alloc(0);

  private constructor(private readonly socket: Socket) {
    socket.on("data", (chunk) => this.take(chunk));
  }

  static async connect(): Promise<Baresip> {
    const socket = connect(4444, "127.0.0.1");
    await once(socket, "connect");
    return new Baresip(socket);
  }

  /** Ends what is left of the call, so that it does not affect other tests. */
  async close(): Promise<void> {
    this.heard.length = 0;
    this.hangsUp();
    await expect.poll(() => this.heard.some((m) => m.response), soon).toBe(true);
    this.socket.destroy();
  }

  /** Calls the agent. */
  calls(): void {
    this.command("dial", "sip:903105681001@127.0.0.1:5060");
  }

  hangsUp(): void {
    this.command("hangup");
  }

  holds(): void {
    this.command("hold");
  }

  resumes(): void {
    this.command("resume");
  }

  /** Waits for an event of its call, discards what preceded it, and returns its contents. */
  async learns(type: string): Promise<string | undefined> {
    await expect.poll(() => this.heard.map((m) => m.type), soon).toContain(type);
    return this.heard.splice(0, this.heard.findIndex((m) => m.type === type) + 1).pop()?.param;
  }

  /** The digits that were dialled to it. */
  get digits(): string {
    return this.heard
      .filter((m) => m.type === "CALL_DTMF_START")
      .map((m) => m.param)
      .join("");
  }

  private command(command: string, params = ""): void {
    const text = JSON.stringify({ command, params });
    this.socket.write(`${Buffer.byteLength(text)}:${text},`);
  }

  private take(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (;;) {
      const colon = this.rest.indexOf(":");
      const length = Number(this.rest.subarray(0, Math.max(colon, 0)).toString());
      const end = colon + 1 + length;
      if (colon < 0 || this.rest.length <= end) {
        return;
      }
      this.heard.push(JSON.parse(this.rest.subarray(colon + 1, end).toString()));
      this.rest = this.rest.subarray(end + 1); // past the comma
    }
  }
}
