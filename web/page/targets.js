import { element, part } from "./element.js";
import { showItems } from "./list.js";
import { text, textOr } from "./texts.js";
import { attempt, toast } from "./toasts.js";

/** How often a list that is shown is fetched again: no event reports other agents. */
const interval = 2000;

/** Agent.State of GetOtherAgentsAsync. */
const agentStates = { 1: "busy", 2: "idle", 3: "ringing", 4: "talking", 5: "offline", 7: "wrapup", 8: "onBreak" };

/** TransferIvrAsync's JumpType: the customer is transferred when the agent hangs up. */
const onHangup = "agent_hangup";

/** The purposes: the flag of CallAuthority, the SDK's method for an agent or an external line, and the possible targets. */
const purposes = {
  consult: { flag: "AllowConsultation", method: "ConsultationAsync", kinds: ["agent", "external"] },
  threeWay: { flag: "AllowThreeWay", method: "ThreewayAsync", kinds: ["agent", "external"] },
  transfer: { flag: "AllowTransfer", method: "TransferAsync", kinds: ["agent", "external", "queue", "ivr"] },
};

/**
 * The panel of the call card that asks for the target of a consultation, a three-way call or a transfer. sdk() is the instance, own()
 * the agent's own id; bring(agentId) lets the sandbox simulate a colleague if nobody is free.
 */
export function showTargets({ sdk, own, bring }) {
  const panel = part("targets");
  let purpose, callId, kind, timer, opener;
  let failed = false;

  const lists = {
    agent: async () =>
      (await sdk().GetOtherAgentsAsync()).Data.filter(({ AgentId }) => AgentId !== own()).map(({ AgentId, Name, State }) => ({
        key: AgentId,
        name: Name,
        note: AgentId,
        state: agentStates[State] ?? "offline",
        choose: { method: purposes[purpose].method, options: { AgentId } },
      })),
    queue: async () =>
      (await sdk().GetQueuesAgentsAsync()).Data.map(({ QueueId, Name, Timeout }) => ({
        key: QueueId,
        name: textOr(`tenant.${Name}`, Name),
        note: text("queueTimeout", Timeout),
        choose: { method: "TransferQueueAsync", options: { QueueId } },
      })),
    async ivr() {
      const flows = (await sdk().GetIvrListAsync()).Data;
      const nodes = await Promise.all(flows.map(({ id }) => sdk().GetIvrNodesAsync(id)));
      return flows.flatMap((flow, i) =>
        nodes[i].Data.map((node) => ({
          key: `${flow.id}-${node.id}`,
          name: textOr(`tenant.${node.name}`, node.name),
          note: textOr(`tenant.${flow.name}`, flow.name),
          choose: { method: "TransferIvrAsync", options: { IvrId: flow.id, NodeId: node.id, JumpType: onHangup } },
        })),
      );
    },
  };

  const fetchList = async () => {
    const asked = kind;
    const shows = () => asked === kind && !panel.hidden;
    try {
      const items = await lists[asked]();
      if (shows()) {
        showItems(part("target-list"), items, targetItem);
        part("no-targets").hidden = items.length > 0;
        offerColleague(asked === "agent" ? items : []);
        failed = false;
      }
    } catch (failure) {
      // One message is enough, however long the failure lasts.
      if (shows() && !failed) {
        toast(failure.Message, failure.Code);
        failed = true;
      }
    }
    if (shows()) {
      clearTimeout(timer);
      timer = setTimeout(fetchList, interval);
    }
  };

  // If no other agent is idle, a click adds a simulated colleague.
  const offerColleague = (agents) => {
    const absent = agents.find(({ state }) => state === "offline");
    const needed = absent && agents.every(({ state }) => state !== "idle");
    part("bring").hidden = !needed;
    part("bring-free").textContent = needed ? text("bringOnline", absent.name) : "";
    part("bring-free").onclick = async () => {
      await bring(absent.key);
      fetchList();
    };
  };

  const showKind = (chosen) => {
    clearTimeout(timer);
    kind = chosen;
    part("target-external").hidden = kind !== "external";
    part("target-list").hidden = kind === "external";
    part("no-targets").hidden = part("bring").hidden = true;
    part("ivr-hint").hidden = kind !== "ivr";
    showItems(part("target-list"), [], targetItem);
    if (kind !== "external") {
      fetchList();
    }
  };

  const choose = async ({ method, options }) => {
    if (await attempt(() => sdk()[method]({ CallId: callId, ...options }))) {
      if (method === "TransferIvrAsync") {
        toast(text("ivrPlanned"));
      }
      close();
    }
  };

  const targetItem = ({ key, name, note, state, choose: choice }) => {
    const button = element(
      "button",
      { type: "button", class: "target", "data-testid": `target-${key}` },
      element("span", { class: "target-name" }, name),
      element("span", { class: "hint" }, note),
    );
    if (state) {
      button.append(element("span", { class: "pill", "data-state": state }, text(`state.${state}`)));
      button.disabled = state !== "idle";
    }
    button.addEventListener("click", () => choose(choice));
    return element("li", {}, button);
  };

  const close = () => {
    clearTimeout(timer);
    const inside = panel.contains(document.activeElement);
    panel.hidden = true;
    if (inside) {
      (opener?.isConnected ? opener : part("call-actions").querySelector("button"))?.focus();
    }
  };

  part("targets-close").addEventListener("click", close);
  panel.addEventListener("keydown", ({ key }) => key === "Escape" && close());
  part("target-external").addEventListener("submit", (event) => {
    event.preventDefault();
    choose({ method: purposes[purpose].method, options: { AgentPhone: part("target-number").value.trim() } });
  });

  const kindChoice = (name) => {
    const radio = element("input", { type: "radio", name: "target-kind", value: name });
    radio.checked = name === "agent";
    radio.addEventListener("change", () => showKind(name));
    return element("label", { "data-testid": `target-kind-${name}` }, radio, element("span", {}, text(`target.${name}`)));
  };

  return {
    /** Asks for the target of the purpose ("consult", "threeWay" or "transfer") in the call. */
    open(newPurpose, newCallId) {
      [purpose, callId, opener] = [newPurpose, newCallId, document.activeElement];
      part("targets-title").textContent = text(`${purpose}To`);
      part("target-call").textContent = text(purpose);
      part("target-kinds").replaceChildren(...purposes[purpose].kinds.map(kindChoice));
      panel.hidden = false;
      showKind("agent");
      part("target-kinds").querySelector("input").focus();
    },
    /** Closes the panel if the call no longer allows its purpose. */
    keep(call) {
      if (!panel.hidden && (call?.id !== callId || !call.authority[purposes[purpose].flag])) {
        close();
      }
    },
  };
}
