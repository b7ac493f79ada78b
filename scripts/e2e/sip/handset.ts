// A page with the web phone alone, and what its agent does and hears.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

import type { Sound } from "../phone.ts";

const home = import.meta.dirname;

/** Where the page seems to be: a browser gives the microphone only to localhost and to https. */
const origin = "http://localhost";

type News = { name: string } & Record<string, unknown>;

export class Handset {
  constructor(readonly page: Page) {}

  /** Opens the page and the microphone. */
  async open(): Promise<this> {
    const files: Record<string, string> = {
      "/": join(home, "handset.html"),
      "/udesk-phone.js": join(home, "../../../js/dist/udesk-phone.js"),
    };
    await this.page.route(`${origin}/**`, (route) => {
      const path = files[new URL(route.request().url()).pathname];
      return path ? route.fulfill({ path }) : route.fulfill({ status: 404 });
    });
    await this.page.goto(`${origin}/`);
    expect(await this.asks("open")).toMatchObject({ name: "done" });
    return this;
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
