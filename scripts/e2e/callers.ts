// The far ends of agent 1001's calls, and the sandbox's state.
import type { APIRequestContext } from "@playwright/test";

/** The agent of the page audited.html. */
export const agent = "1001";

export class Callers {
  constructor(
    private readonly request: APIRequestContext,
    private readonly sdkOrigin: string,
  ) {}

  /** A customer calls, a called party answers or not, or a party hangs up. */
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

  /** Clears the sandbox's faults. */
  async forgive(): Promise<void> {
    await this.request.delete(`${this.sdkOrigin}/sandbox/faults`);
  }

  /** The sandbox's state. */
  async state(): Promise<any> {
    return (await this.request.get(`${this.sdkOrigin}/sandbox/state`)).json();
  }

  /** Sends the sandbox a command; returns whether it succeeded: it may be too late, or the agent busy. */
  async post(path: string, data?: object): Promise<boolean> {
    return (await this.request.post(`${this.sdkOrigin}/sandbox/${path}`, data && { data })).ok();
  }
}
