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

  /** Something that the agent or a customer does; what it comes to is not waited for. */
  act() {
    const { audit } = this;
    const CallId = audit.call;
    // A customer may find the agent busy, or the call over.
    const customer = (path, body) => void sandbox(path, body).catch(() => {});
    this.one([
      () => void audit.dials(this.one(["0001", "0003", "0004", "4444", "5555"])),
      () => void audit.dials("4444"),
      () => void audit.does("HangupAsync", CallId),
      () => void audit.does("HoldAsync", { CallId }),
      () => void audit.does("RecoveryAsync", { CallId }),
      () => void audit.does("AnswerAsync"),
      () => customer("calls", { AgentId: this.agent, From: "13800138000" }),
      () => CallId && customer(`calls/${CallId}/hangup`),
      () => void audit.does("SetAgentStateAsync", this.one(["idle", "busy", "idle"])),
      () => void audit.does(this.one(["GetPhoneModesAsync", "GetQueuesAgentsAsync", "GetStateAsync"])),
    ])();
  }

  /** Something that goes wrong: a fault for the sandbox, or the name of what happens to the computer. */
  harm() {
    const requests = ["Dialout", "Hangup", "Answer", "Hold", "SetState", "GetState"];
    const Method = this.one(requests);
    return this.one([
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
      "offline",
      "sleep",
    ]);
  }
}
