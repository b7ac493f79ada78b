// What must always be true of what an instance tells its page: the invariants of the native fault tests, for a page. It needs
// settlements.js.

class Audit {
  /** What was found wrong, in words. */
  wrong = [];
  /** How often calls of methods came to each code. */
  outcomes = {};
  /** Calls of methods that have not settled. */
  open = 0;
  events = 0;
  /** Events that tell what happened while the connection was down. */
  recovered = 0;
  /** How often the connection was lost. */
  losses = 0;
  /** Where the numbers begin that are dialled, for pages that share an agent. */
  first = 0;
  /** The call that goes on, "" for none. */
  call = "";

  #state = "";
  #phone = "";
  /** The last event of a call, "" before the first. */
  status = "";
  #ended = new Set();
  #dialled = new Map();

  constructor(instance) {
    this.instance = instance;
    instance.on("GetState", ({ Data }) => this.#getState(Data));
    instance.on("AgentStateChanged", ({ Data: [change] }) => {
      this.#same("the agent's state before AgentStateChanged", change.OldState, this.#state);
      this.#state = this.#heard(change).CurState;
    });
    instance.on("PhoneStateChanged", ({ Data: [change] }) => {
      this.#expect(change.CurState !== this.#phone, `the phone's state ${this.#phone} was told twice`);
      this.#phone = this.#heard(change).CurState;
    });
    instance.on("event", (resp) => (this.status = resp.Event));
    instance.on("event", (resp) => this.#callEvent(resp.Event, this.#heard(resp.Data).CallID));
    instance.on("Disconnected", () => this.losses++);
    window.addEventListener("error", ({ message }) => this.wrong.push(message));
    instance.on("CallFailed", (resp) => this.#callEvent("CallFailed", this.#heard(resp.Data).CallID));
  }

  /** Calls a method; what it comes to is the network's affair, that it settles in the documented shape is not. */
  does(method, ...args) {
    this.open++;
    const settled = (envelope) => {
      this.open--;
      this.#expect(!settlements.twice, "a call of a method settled twice");
      this.outcomes[envelope.Code] = (this.outcomes[envelope.Code] || 0) + 1;
      return envelope;
    };
    return this.instance[method](...args).then(settled, (failure) => {
      this.#expect(/^\d{4}$/.test(failure.Code) && failure.Code !== "0000", `${method} failed with code ${failure.Code}`);
      this.#expect(failure.Message && failure.Visible === true, `${method} failed without words`);
      return settled(failure);
    });
  }

  /** Calls MakeCallAsync with a number of its own. */
  dials(ending) {
    const number = "139" + String(this.first + this.#dialled.size).padStart(7, "0") + ending;
    this.#dialled.set(number, new Set());
    return this.does("MakeCallAsync", number);
  }

  /** Takes the sandbox's state: each number that was dialled is in one call at most, over all states. */
  placed(state) {
    for (const { Number: number, CallID } of state.Calls) {
      const calls = this.#dialled.get(number);
      if (calls) {
        calls.add(CallID);
        this.#expect(calls.size === 1, "a call was placed twice");
      }
    }
  }

  /** All that was found, once nothing is to happen any more, held against the sandbox's state. */
  report(state, agentId) {
    this.placed(state);
    this.#expect(settlements.count > 0, "no settlement was seen");
    const { State, PhoneState, CallID } = state.Agents.find((agent) => agent.AgentId === agentId);
    this.#same("the agent's state by events", this.#state, State);
    this.#same("the agent's state by its getter", this.instance.agentState, State);
    this.#same("the phone's state by events", this.#phone, PhoneState);
    this.#same("the phone's state by its getter", this.instance.phoneState, PhoneState);
    this.#same("the call", this.call, CallID);
    const { wrong, open, events, recovered, outcomes } = this;
    const calls = Array.from(this.#dialled.values()).filter((ids) => ids.size).length;
    return { wrong, open, events, recovered, outcomes, calls };
  }

  /** The first GetState tells where all begins; later ones know what the events told. */
  #getState({ CurState, CurExtState, CallID }) {
    this.events++;
    if (this.#state) {
      this.#same("the agent's state in GetState", CurState, this.#state);
      this.#same("the phone's state in GetState", CurExtState, this.#phone);
      this.#same("the call in GetState", CallID, this.call);
    }
    [this.#state, this.#phone, this.call] = [CurState, CurExtState, CallID];
  }

  #callEvent(name, id) {
    if (name === "ConnectionCleared" || name === "CallFailed") {
      this.#expect(!this.#ended.has(id), "the end of a call was told twice");
      this.#same("the call that ends", id, this.call);
      this.#ended.add(id);
      this.call = "";
      return;
    }
    this.#expect(!this.#ended.has(id), `${name} of a call that has ended`);
    this.#expect(!this.call || this.call === id, `${name} of a second call`);
    this.call = id;
  }

  #heard(data) {
    this.events++;
    this.recovered += data.Recovered ? 1 : 0;
    return data;
  }

  #same(what, is, should) {
    this.#expect(is === should, `${what} is ${is} and should be ${should}`);
  }

  #expect(holds, otherwise) {
    if (!holds) {
      this.wrong.push(otherwise);
    }
  }
}
