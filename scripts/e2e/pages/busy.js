// A busy agent, their customers, and faults meanwhile. A seed makes the same choices every time.

class Busy {
  /** Whether the connection is dead, which only a timer of the page will detect. */
  stalled = false;

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

  /**
   * The agent does something, without waiting for the result. Returns after how many milliseconds they do more. It uses as
   * many random numbers in a call as without one, so that later faults are the same.
   */
  act() {
    const { audit } = this;
    const CallId = audit.call;
    // 0002 rings until the test makes it answer, 0004 is refused.
    const number = this.one(["0002", "0002", "0002", "0004"]);
    const state = this.one(["idle", "busy", "idle"]);
    const reading = this.one(["GetPhoneModesAsync", "GetQueuesAgentsAsync", "GetStateAsync"]);
    const dial = () => audit.dials(number);
    const read = () => audit.does(reading);
    const without = [dial, dial, dial, read, read, () => audit.does("SetAgentStateAsync", state)];
    const within = [
      dial,
      read,
      () => audit.does("AnswerAsync"),
      () => audit.does("HoldAsync", { CallId }),
      () => audit.does("RecoveryAsync", { CallId }),
      () => audit.does("HangupAsync", CallId),
    ];
    void (CallId ? within : without)[this.below(6)]();
    return this.below(700);
  }

  /**
   * A fault of the sandbox or an event of the computer, its duration, and whether a customer in a ringing call answers
   * it.
   */
  harm() {
    const Method = this.one(["Dialout", "Hangup", "Answer", "Hold", "SetState", "GetState"]);
    const harm = this.one([
      { Fault: "drop" },
      { Fault: "drop", Count: 2 },
      { Fault: "close", Code: this.one(["1001", "1011", "1012", "4000"]) },
      { Fault: "stall", Ms: 600_000 },
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
    return { harm, lasts: this.below(2500), answers: this.below(3) > 0 };
  }

  /**
   * Receives the sandbox's state. Returns whether nothing is pending that arrives in real time, so that what happens next
   * waits for the page's clock.
   */
  quiet(state) {
    const { audit, agent } = this;
    const { instance } = audit;
    audit.placed(state);
    if (instance.connectState !== "connected") {
      this.stalled = false;
      return instance.connectState === "disconnect";
    }
    const { Connected, State, PhoneState, CallID } = state.Agents.find(({ AgentId }) => AgentId === agent);
    const same = Connected && State === instance.agentState && PhoneState === instance.phoneState && CallID === audit.call;
    return this.stalled || (same && audit.open === 0 && wire.unanswered === 0);
  }
}
