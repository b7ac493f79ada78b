import { element, part } from "./element.js";
import { partyOf } from "./call_card.js";
import { showItems } from "./list.js";
import { customerAnswers, customerCalls, customerHangsUp, reset } from "./sandbox.js";
import { text, textOr } from "./texts.js";
import { attempt } from "./toasts.js";

/** Numbers of the sandbox, whose last four digits decide what they do, with a description. */
const numbers = [
  { number: "13800138000", does: "answers" },
  { number: "13800000001", does: "busy" },
  { number: "13800000002", does: "silent" },
  { number: "13800000003", does: "leaves" },
  { number: "13800000004", does: "refused" },
  { number: "13800000005", does: "echoes" },
];

/**
 * The panel that controls the customers through the sandbox. agentId() is the agent that they call; look() refreshes the
 * sandbox's state; dial(number) calls one of them.
 */
export function showCustomer({ agentId, look, dial }) {
  const drive = async (step) => {
    await attempt(step);
    look();
  };
  const target = part("customer-target");
  target.append(element("option", { value: "" }, text("thisAgent")));

  const callIn = () => {
    const called = target.value ? { QueueId: target.value } : { AgentId: agentId() };
    return drive(() => customerCalls(called, part("customer-number").value.trim()));
  };
  part("customer-form").addEventListener("submit", (event) => {
    event.preventDefault();
    callIn();
  });
  part("try-outgoing").addEventListener("click", () => dial(numbers[0].number));
  part("numbers").append(
    ...numbers.map(({ number, does }) => {
      const button = element(
        "button",
        { type: "button", "data-testid": `number-${does}` },
        element("span", { class: "number" }, number),
        element("span", { class: "hint" }, text(`number.${does}`)),
      );
      button.addEventListener("click", () => dial(number));
      return element("li", {}, button);
    }),
  );
  part("sandbox-reset").addEventListener("click", () => drive(reset));

  const callItem = ({ CallID, Number, Status, QueueId, ExternalNumber, who, rings }) => {
    const act = (label, style, step) => {
      const button = element("button", { type: "button", class: `button small ${style}`, "data-testid": `customer-${label}` }, text(label));
      button.addEventListener("click", () => drive(() => step(CallID)));
      return button;
    };
    return element(
      "li",
      { "data-testid": "platform-call" },
      element(
        "div",
        { class: "platform-party" },
        element("span", { class: "number" }, ExternalNumber ? `${Number} + ${partyOf({ number: ExternalNumber })}` : Number),
        element("span", { class: "hint" }, [text(`call.${Status}`), QueueId && text("queueNumber", QueueId), ...who].filter(Boolean).join(" · ")),
      ),
      element("div", { class: "actions" }, ...(rings ? [act("answer", "go", customerAnswers)] : []), act("hangup", "", customerHangsUp)),
    );
  };

  return {
    /** Makes a customer call the agent, as the form specifies. */
    callIn,
    /** Sets whether there is a connection to dial through. */
    enable(on) {
      part("numbers-controls").disabled = !on;
      part("try").hidden = !on;
    },
    /** Offers the queues to call, from GetQueuesAgentsAsync. */
    offerQueues(queues) {
      const chosen = target.value;
      target.replaceChildren(
        element("option", { value: "" }, text("thisAgent")),
        ...queues.map(({ QueueId, Name }) => element("option", { value: QueueId }, text("queueNamed", textOr(`tenant.${Name}`, Name)))),
      );
      target.value = chosen;
    },
    /** Shows the calls of the platform. */
    show({ Agents, Calls }) {
      const nameOf = (id) => Agents.find(({ AgentId }) => AgentId === id)?.Name ?? id;
      const items = Calls.map(({ CallID, Number, Status, WorkFlow, QueueId, ExternalNumber, Legs }) => ({
        CallID, Number, Status, QueueId, ExternalNumber,
        who: Legs.map(({ AgentId }) => nameOf(AgentId)),
        rings: outsideRings({ Status, WorkFlow, ExternalNumber, Legs }),
      }));
      part("no-platform-calls").hidden = items.length > 0;
      showItems(part("platform-calls"), items, callItem);
    },
  };
}

/** Whether an outside telephone may ring: a customer who was dialled, or a line that an agent adds. */
function outsideRings({ Status, WorkFlow, ExternalNumber, Legs }) {
  const dialled = Status === "ringing" && WorkFlow !== "in";
  const brought = ExternalNumber && Legs.some(({ State }) => ["consultRinging", "adding", "established"].includes(State));
  return Boolean(dialled || brought);
}
