// An agent at a page with the web phone. What they hear is measured in the page, what the far end hears in the sandbox.
import type { APIRequestContext, Page } from "@playwright/test";

import { expect } from "./origins.ts";

/** The frequencies that a far end plays one after another, and that a held one hears. */
export const melody = [500, 600, 750];
export const holdMusic = [300, 400];
/** The tone of the fake microphone. */
export const microphone = 1000;

export interface Sound {
  level: number;
  hertz: number;
}

/** What the far end hears, as the sandbox measures it. */
interface Heard {
  Number: string;
  Level: number;
  Frequency: number;
  Digits: string;
}

export class Phone {
  constructor(
    readonly page: Page,
    private readonly request: APIRequestContext,
    readonly sdkOrigin: string,
  ) {}

  /** Opens the agent's page and sets the state idle, without the web phone yet. */
  async open(url: string): Promise<this> {
    await this.page.goto(url);
    await this.does("SetAgentStateAsync", "idle");
    return this;
  }

  /** Calls a method of the page's instance, and expects that it resolves. "{call}" is replaced with the call's id. */
  async does(method: string, ...args: unknown[]): Promise<any> {
    const resp = await this.tries(method, ...args);
    expect(resp, `${method} ${resp.Message}`).toMatchObject({ Code: "0000" });
    return resp.Data;
  }

  /** Calls a method and returns the result of its promise. */
  tries(method: string, ...args: unknown[]): Promise<any> {
    return this.page.evaluate(
      ([method, args]) => (window as any).does(method, ...JSON.parse(args.replaceAll("{call}", (window as any).eval("call")))),
      [method, JSON.stringify(args)] as const,
    );
  }

  async calls(number: string): Promise<void> {
    await this.does("MakeCallAsync", number);
    await this.comesTo("Established");
  }

  /** A customer calls the agent, who answers. */
  async isCalled(from: string): Promise<void> {
    await this.sandbox("calls", { AgentId: "1001", From: from });
    await this.comesTo("Delivered");
    await this.does("AnswerAsync");
    await this.comesTo("Established");
  }

  async hangsUp(): Promise<void> {
    await this.does("HangupAsync", "{call}");
    await this.comesTo("ConnectionCleared");
    await this.comesTo("idle");
  }

  /** Waits for an event of the call or a state of the agent, and discards it and what preceded it. */
  async comesTo(event: string): Promise<void> {
    await expect.poll(() => this.page.evaluate<string[]>("heard"), { timeout: 10_000 }).toContain(event);
    await this.page.evaluate((event) => (window as any).eval(`heard.splice(0, heard.indexOf(${JSON.stringify(event)}) + 1)`), event);
  }

  sound(): Promise<Sound> {
    return this.page.evaluate<Sound>("sound(far)");
  }

  /** Waits until each of these tones was the loudest that the agent heard. */
  async hears(...tones: number[]): Promise<void> {
    for (const tone of tones) {
      await expect
        .poll(async () => near((await this.sound()).hertz, tone), { intervals: [50], timeout: 10_000, message: `${tone} Hz` })
        .toBe(true);
    }
  }

  /** Waits until the agent hears nothing at all. */
  async hearsNothing(): Promise<void> {
    await expect.poll(async () => (await this.sound()).level, { intervals: [50], timeout: 10_000 }).toBe(0);
  }

  /** Waits until the far end hears one of these tones; none means silence. */
  async farEndHears(...tones: number[]): Promise<void> {
    const fits = ({ Level, Frequency }: Heard): boolean =>
      tones.length ? Level > 0 && tones.some((tone) => near(Frequency, tone)) : Level === 0;
    await expect
      .poll(async () => fits(await this.heard()), { intervals: [100], timeout: 10_000, message: `the far end: ${tones} Hz` })
      .toBe(true);
  }

  /** What the customer hears. */
  async heard(): Promise<Heard> {
    const state = await (await this.request.get(`${this.sdkOrigin}/sandbox/state`)).json();
    return state.Calls[0].Heard[0];
  }

  async sandbox(path: string, data?: object): Promise<any> {
    const answer = await this.request.post(`${this.sdkOrigin}/sandbox/${path}`, { data });
    expect(answer.ok(), path).toBe(true);
    return answer.status() === 204 ? null : answer.json();
  }

  /** Waits until PhoneTrouble reports this, discards what preceded it, and returns its message. */
  async isInTrouble(trouble: Record<string, unknown>, timeout = 10_000): Promise<string> {
    await expect.poll(() => this.page.evaluate<object[]>("troubles"), { timeout }).toContainEqual(expect.objectContaining(trouble));
    const told = await this.page.evaluate<(Record<string, unknown> & { Message: string })[]>("troubles");
    const at = told.findIndex((one) => Object.entries(trouble).every(([name, value]) => one[name] === value));
    await this.page.evaluate((count) => (window as any).eval("troubles").splice(0, count), at + 1);
    return told[at]!.Message;
  }

  /** A customer's call rings at the agent. */
  async rings(from: string): Promise<void> {
    await this.sandbox("calls", { AgentId: "1001", From: from });
    await this.comesTo("Delivered");
  }

  /** Expects that no peer connection, no track and no timer is left; made is the number of calls. */
  async leavesNothing(made: number): Promise<void> {
    await expect.poll(() => this.page.evaluate("leftBehind()"), { timeout: 5_000 }).toEqual({ made, connections: 0, tracks: 0, timers: 0 });
    expect(await this.page.evaluate("far.srcObject")).toBeNull();
  }

  /** Fails if the page's log contains a number or a password. */
  async logsNoSecret(): Promise<void> {
    const log = (await this.page.evaluate<string[]>("log")).join("\n");
    expect(log).not.toMatch(/\d{6,}|webrtc-[0-9a-f]/);
  }
}

function near(hertz: number, tone: number): boolean {
  return Math.abs(hertz - tone) <= 10;
}
