// The people on the other side of agent 1001's calls, and what the sandbox knows.
import type { APIRequestContext } from "@playwright/test";

/** The agent of the page audited.html. */
export const agent = "1001";

export class Callers {
  constructor(
    private readonly request: APIRequestContext,
    private readonly sdkOrigin: string,
  ) {}

  /** Somebody calls; who is called answers, or not; who is in a call hangs up. */
  async act(answers: boolean): Promise<void> {
    const [call] = (await this.state()).Calls;
    if (!call) {
      await this.post("calls", { AgentId: agent, From: "13800138000" });
    } else {
      const rings = call.Status === "ringing" && call.WorkFlow !== "in";
      await this.post(`calls/${call.CallID}/${rings && answers ? "answer" : "hangup"}`);
    }
  }

  /** Everybody hangs up. */
  async leave(): Promise<void> {
    for (const { CallID } of (await this.state()).Calls) {
      await this.post(`calls/${CallID}/hangup`);
    }
  }

  /** The sandbox takes its faults back. */
  async forgive(): Promise<void> {
    await this.request.delete(`${this.sdkOrigin}/sandbox/faults`);
  }

  /** The sandbox's state. */
  async state(): Promise<any> {
    return (await this.request.get(`${this.sdkOrigin}/sandbox/state`)).json();
  }

  /** Tells the sandbox something; whether it could be done: it may come too late, or find the agent busy. */
  async post(path: string, data?: object): Promise<boolean> {
    return (await this.request.post(`${this.sdkOrigin}/sandbox/${path}`, data && { data })).ok();
  }
}
