// A page with only the web phone, and what its agent does and hears.
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

/** Serves the page, since a browser lets only pages of this machine access its servers. */
async function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const file = files[request.url!.split("?")[0]!];
    response.writeHead(file ? 200 : 404, { "Content-Type": file?.type ?? "text/plain" });
    response.end(file && readFileSync(file.path));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return server;
}

/** A page, independent of the browser's driver. */
export interface Tab {
  goto(url: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
}

/** How often to check for what is expected, and for how long, in milliseconds. */
export const soon = { intervals: [50], timeout: 10_000 };

type News = { name: string } & Record<string, unknown>;

export class Handset {
  private constructor(
    private readonly tab: Tab,
    private readonly server: Server,
  ) {}

  /** Opens the page and the microphone. */
  static async open(tab: Tab): Promise<Handset> {
    const handset = new Handset(tab, await serve());
    await handset.opensAgain();
    return handset;
  }

  /** Opens the page once more, in the same tab. */
  async opensAgain(query = ""): Promise<void> {
    await this.tab.goto(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}/${query}`);
    expect(await this.asks("open")).toMatchObject({ name: "done" });
  }

  /** Runs something in the page. */
  does(expression: string): Promise<unknown> {
    return this.tab.evaluate(expression);
  }

  async close(): Promise<void> {
    await this.orders("close");
    this.server.closeAllConnections();
    this.server.close();
  }

  /** Registers agent 1001, or tries to, or another. */
  async registers(password = "webrtc-1001", User = "903105681001"): Promise<void> {
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

  /** Waits for news of the name, discards what preceded it, and returns it. */
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

  /** Waits until this tone is the loudest that the agent hears. */
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
