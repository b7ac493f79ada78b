// A busy agent, his customers, and what goes wrong meanwhile. A seed makes the same choices every time.

class Busy {
  constructor(agent, audit, seed) {
    this.agent = agent;
    this.audit = audit;
    this.random = seed;
  }

  /** A whole number from 0, below the limit (mulberry32). */
  below(limit) {
    this.random = (this.random + 0x6d2b79f5) | 0;
    let t = Math.imul(this.random ^ (this.random >>> 15), 1 | this.random);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % limit;
  }

  one(list) {
    return list[this.below(list.length)];
  }

  /** The agent does something; what it comes to is not waited for. Returns how many milliseconds later he does more. */
  act() {
    const { audit } = this;
    const CallId = audit.call;
    const dial = () => audit.dials(this.one(["0001", "0003", "0004", "4444", "5555"]));
    const read = () => audit.does(this.one(["GetPhoneModesAsync", "GetQueuesAgentsAsync", "GetStateAsync"]));
    const without = [dial, read, () => audit.does("SetAgentStateAsync", this.one(["idle", "busy", "idle"]))];
    const within = [
      dial,
      read,
      () => audit.does("AnswerAsync"),
      () => audit.does("HoldAsync", { CallId }),
      () => audit.does("RecoveryAsync", { CallId }),
      () => audit.does("HangupAsync", CallId),
    ];
    void this.one(CallId ? within : without)();
    return this.below(700);
  }

  /** A customer calls or hangs up. He may find the agent busy, or the call over, or the network gone. */
  async customerActs() {
    const { call } = this.audit;
    const done = call ? sandbox(`calls/${call}/hangup`) : sandbox("calls", { AgentId: this.agent, From: "13800138000" });
    await done.catch(() => {});
  }

  /** Something that goes wrong: a fault for the sandbox or what happens to the computer, and for how long it lasts. */
  harm() {
    const Method = this.one(["Dialout", "Hangup", "Answer", "Hold", "SetState", "GetState"]);
    const harm = this.one([
      { Fault: "drop" },
      { Fault: "drop", Count: 2 },
      { Fault: "close", Code: this.one(["1001", "1011", "1012", "4000"]) },
      { Fault: "stall", Ms: 100 },
      { Fault: "delay", Ms: 50 },
      { Fault: "duplicate", Count: 3 },
      { Fault: "reorder" },
      { Fault: "garbage", Size: 2000, Count: 2 },
      { Fault: "rcode", Method },
      { Fault: "refuse", Method, ErrCode: "000060" },
      { Fault: "lose-request", Method },
      { Fault: "lose-reply", Method },
      { Fault: "expire-token" },
      { Fault: "http", Path: "/queues", Status: this.one([401, 500, 503]) },
      { Computer: "offline" },
      { Computer: "sleeps" },
    ]);
    return { harm, lasts: this.below(2500) };
  }

  /** Tells the audit which calls there are, unless the network is gone. */
  async looks() {
    const state = await sandboxState().catch(() => null);
    if (state) {
      this.audit.placed(state);
    }
  }
}
