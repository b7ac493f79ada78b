// A page with the web phone alone, and what its agent does and hears.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import { expect } from "@playwright/test";

import type { Sound } from "../phone.ts";

const files: Record<string, { path: string; type: string }> = {
  "/": { path: join(import.meta.dirname, "handset.html"), type: "text/html" },
  "/udesk-phone.js": { path: join(import.meta.dirname, "../../../js/dist/udesk-phone.js"), type: "text/javascript" },
};

/** Serves the page, since a browser lets only pages of this machine reach servers on it. */
async function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const file = files[request.url!];
    response.writeHead(file ? 200 : 404, { "Content-Type": file?.type ?? "text/plain" });
    response.end(file && readFileSync(file.path));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return server;
}

/** A page, whatever drives its browser. */
export interface Tab {
  goto(url: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
}

/** How often to look for what is to come, and how long, in milliseconds. */
export const soon = { intervals: [50], timeout: 10_000 };

type News = { name: string } & Record<string, unknown>;

export class Handset {
  private constructor(
    private readonly tab: Tab,
    private readonly server: Server,
  ) {}

  /** Opens the page and the microphone. */
  static async open(tab: Tab): Promise<Handset> {
    const server = await serve();
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const handset = new Handset(tab, server);
    expect(await handset.asks("open")).toMatchObject({ name: "done" });
    return handset;
  }

  async close(): Promise<void> {
    await this.orders("close");
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Registers agent 1001, or tries to. */
  async registers(password = "webrtc-1001"): Promise<void> {
    const User = "903105681001";
    await this.orders("register", { Url: "ws://127.0.0.1:5066", Uri: `sip:${User}@sandbox`, User, Password: password });
  }

  /** Releases everything. The phone closes its socket some time after the registrar's answer. */
  async unregisters(): Promise<void> {
    await this.orders("close");
    await expect.poll(() => this.tab.evaluate("socketsOpen()"), soon).toBe(0);
  }

  async orders(name: string, detail: object = {}): Promise<void> {
    await this.tab.evaluate(`order(${JSON.stringify(name)}, ${JSON.stringify(detail)}, false)`);
  }

  /** Gives an order and returns the answer. */
  asks(name: string, detail: object = {}): Promise<unknown> {
    return this.tab.evaluate(`order(${JSON.stringify(name)}, ${JSON.stringify(detail)}, true)`);
  }

  /** Waits for news of the name, forgets what came up to it, and returns it. */
  async learns(name: string): Promise<News> {
    let found: unknown;
    const take = async (): Promise<unknown> => (found = await this.tab.evaluate(`take(${JSON.stringify(name)})`));
    await expect.poll(take, { ...soon, message: name }).not.toBeNull();
    return found as News;
  }

  async dials(number: string): Promise<void> {
    await this.orders("invite", { Leg: "out", Number: number, Headers: ["X-Biz-Id: order 7"] });
    await this.learns("accepted");
  }

  /** Waits until this tone is the loudest in the agent's ear. */
  async hears(tone: number): Promise<void> {
    const isNear = async (): Promise<boolean> => Math.abs((await this.sound()).hertz - tone) <= 10;
    await expect.poll(isNear, { ...soon, message: `${tone} Hz` }).toBe(true);
  }

  /** Waits until the agent hears nothing at all. */
  async hearsNothing(): Promise<void> {
    await expect.poll(async () => (await this.sound()).level, soon).toBe(0);
  }

  private async sound(): Promise<Sound> {
    return (await this.tab.evaluate("sound()")) as Sound;
  }
}
