// An agent's tabs, which share a connection.
import type { APIRequestContext, BrowserContext, Page } from "@playwright/test";

import { test as base, expect } from "./origins.ts";

/** How the leading tab ends. */
export type End = "closed" | "crashed" | "navigated" | "frozen";
export const ends: End[] = ["closed", "crashed", "navigated", "frozen"];

export class Tabs {
  readonly all: Page[] = [];
  /** How many connections the tabs have opened, and how many are open. */
  opened = 0;
  open = 0;
  /** The Methods of the frames that they sent. */
  readonly sent: string[] = [];

  constructor(
    private readonly context: BrowserContext,
    private readonly request: APIRequestContext,
    private readonly origin: string,
    private readonly sdkOrigin: string,
  ) {}

  /** Opens a tab; it is ready when this returns. */
  async add(query = ""): Promise<Page> {
    const page = await this.context.newPage();
    page.on("websocket", (socket) => {
      // The web phone has its own, for SIP.
      if (!socket.url().includes("AgentId=")) {
        return;
      }
      this.opened++;
      this.open++;
      socket.on("close", () => this.open--);
      socket.on("framesent", ({ payload }) => this.sent.push(payload === "ping" ? "ping" : JSON.parse(String(payload)).Method));
    });
    await page.goto(`${this.origin}/tab.html?${query}`);
    this.all.push(page);
    return page;
  }

  /** Opens several, and waits until each is ready. */
  async addReady(count: number): Promise<Page[]> {
    const pages: Page[] = [];
    for (let i = 0; i < count; i++) {
      const page = await this.add();
      await ready(page);
      pages.push(page);
    }
    return pages;
  }

  /** The leading tab. */
  async leader(): Promise<Page> {
    let found: Page | undefined;
    await expect
      .poll(async () => {
        const roles = await Promise.all(this.all.map((page) => page.evaluate<string>("instance.tabRole")));
        found = this.all[roles.indexOf("leader")];
        return roles.filter((role) => role === "leader").length;
      })
      .toBe(1);
    return found!;
  }

  /** Ends a tab, and returns how long it takes until one of the others is connected, in milliseconds. */
  async end(page: Page, how: End): Promise<number> {
    this.all.splice(this.all.indexOf(page), 1);
    const rest = this.all.map((other) =>
      other
        .evaluate(`new Promise((resolve) => instance.on("TabRoleChanged", ({ Data }) => Data.Role === "leader" &&
        instance.on("Connected", () => resolve(Date.now()))))`)
        .catch(() => 0),
    );
    const began = Date.now();
    if (how === "closed") {
      await page.close();
    } else if (how === "navigated") {
      await page.goto("about:blank");
    } else if (how === "frozen") {
      // Playwright keeps its pages visible, and a visible one is not frozen: this is what it hears first. tabs_hidden.spec.ts
      // has one that is.
      await page.evaluate("document.dispatchEvent(new Event('freeze'))");
    } else {
      const devtools = await this.context.newCDPSession(page);
      devtools.send("Page.crash").catch(() => undefined);
      await new Promise((resolve) => page.once("crash", resolve));
    }
    return ((await Promise.race(rest)) as number) - began;
  }

  async sandbox(path: string, data?: object): Promise<any> {
    const answer = await this.request.post(`${this.sdkOrigin}/sandbox/${path}`, { data });
    return answer.status() === 204 ? null : answer.json();
  }

  async agent(): Promise<any> {
    const state = await (await this.request.get(`${this.sdkOrigin}/sandbox/state`)).json();
    return state.Agents.find(({ AgentId }: { AgentId: string }) => AgentId === "1001");
  }
}

/** A test of the tabs of agent 1001, on a sandbox that was reset. */
export const test = base.extend<{ tabs: Tabs }>({
  tabs: async ({ context, request, customer, sdkOrigin }, use) => {
    await request.post(`${sdkOrigin}/sandbox/reset`);
    await use(new Tabs(context, request, customer.origin, sdkOrigin));
  },
});

export async function ready(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate<string[]>("heard")).toContainEqual(expect.stringMatching(/^Ready/));
}

/** The events that the tab received since the last query. */
export function heard(page: Page): Promise<string[]> {
  return page.evaluate<string[]>("heard.splice(0)");
}
