// A page with the web phone alone, and what its agent does and hears.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

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

type News = { name: string } & Record<string, unknown>;

export class Handset {
  private constructor(
    private readonly page: Page,
    private readonly server: Server,
  ) {}

  /** Opens the page and the microphone. */
  static async open(page: Page): Promise<Handset> {
    const server = await serve();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const handset = new Handset(page, server);
    expect(await handset.asks("open")).toMatchObject({ name: "done" });
    return handset;
  }

  /** Unregisters and lets go of everything. */
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

  orders(name: string, detail: object = {}): Promise<unknown> {
    return this.page.evaluate(([name, detail]) => (window as any).order(name, detail, false), [name, detail] as const);
  }

  /** Gives an order and returns the answer. */
  asks(name: string, detail: object = {}): Promise<unknown> {
    return this.page.evaluate(([name, detail]) => (window as any).order(name, detail, true), [name, detail] as const);
  }

  /** Waits for news of the name, forgets what came up to it, and returns it. */
  async learns(name: string): Promise<News> {
    let found: News | undefined;
    await expect
      .poll(async () => (found = await this.page.evaluate((name) => (window as any).eval("news").find((n: News) => n.name === name), name)), {
        timeout: 10_000,
        message: name,
      })
      .toBeTruthy();
    await this.page.evaluate((name) => (window as any).eval("news.splice(0, news.findIndex((n) => n.name === " + JSON.stringify(name) + ") + 1)"), name);
    return found!;
  }

  async dials(number: string): Promise<void> {
    await this.orders("invite", { Leg: "out", Number: number, Headers: ["X-Biz-Id: order 7"] });
    await this.learns("accepted");
  }

  /** Waits until this tone is the loudest in the agent's ear. */
  async hears(tone: number): Promise<void> {
    await expect
      .poll(async () => Math.abs((await this.sound()).hertz - tone) <= 10, { intervals: [50], timeout: 10_000, message: `${tone} Hz` })
      .toBe(true);
  }

  /** Waits until the agent hears nothing at all. */
  async hearsNothing(): Promise<void> {
    await expect.poll(async () => (await this.sound()).level, { intervals: [50], timeout: 10_000 }).toBe(0);
  }

  private sound(): Promise<Sound> {
    return this.page.evaluate("sound()");
  }
}
