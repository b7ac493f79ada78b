import { element, part } from "./element.js";
import { showItems } from "./list.js";
import { clearFaults, getFaultForms, placeFault } from "./sandbox.js";
import { textOr } from "./texts.js";
import { attempt } from "./toasts.js";

/**
 * The panel that lets things go wrong for the agent: every fault that the sandbox says it has, with the members that
 * it says they take. agentId() is the agent; look() shows the sandbox again.
 */
export async function showNetwork({ agentId, look }) {
  const kind = part("fault-kind");
  const forms = await getFaultForms();
  kind.append(...forms.map(({ Fault }) => element("option", { value: Fault }, textOr(`fault.${Fault}`, Fault))));

  const showMembers = () => {
    const { Members } = forms.find(({ Fault }) => Fault === kind.value);
    part("fault-members").replaceChildren(...Members.map(memberField), memberField(count));
  };
  kind.addEventListener("change", showMembers);
  showMembers();

  part("fault-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const fault = { AgentId: agentId(), Fault: kind.value };
    for (const field of part("fault-members").querySelectorAll("input, select")) {
      if (field.value !== "") {
        fault[field.name] = field.type === "number" ? Number(field.value) : field.value;
      }
    }
    await attempt(() => placeFault(fault));
    look();
  });
  part("faults-clear").addEventListener("click", async () => {
    await attempt(() => clearFaults(agentId()));
    look();
  });
}

/** What every fault takes. */
const count = { Name: "Count", Number: true, Needed: true, Example: "1", Want: "" };

/** A member of a fault as a field, filled in with what is accepted where it is needed. */
function memberField({ Name, Number, Needed, Example, Want, Choices }) {
  const common = { name: Name, title: Want, "data-testid": `fault-${Name}` };
  let field;
  if (Choices) {
    field = element("select", common, ...(Needed ? [] : [element("option", { value: "" }, "–")]));
    field.append(...Choices.map((choice) => element("option", { value: choice }, choice)));
    field.value = Needed ? Example : "";
  } else {
    field = element("input", { ...common, type: Number ? "number" : "text", placeholder: Example, autocomplete: "off" });
    field.value = Needed ? Example : "";
    field.required = Needed;
  }
  return element("label", {}, element("span", { class: "hint" }, textOr(`member.${Name}`, Name)), field);
}

/** Shows which faults have yet to strike the agent. */
export function showFaults(faults, agentId) {
  const own = faults.filter(({ AgentId }) => AgentId === agentId);
  part("faults-clear").hidden = own.length === 0;
  showItems(part("faults"), own, ({ AgentId, Fault, Count, ...members }) =>
    element(
      "li",
      { class: "pill", "data-testid": "fault" },
      [textOr(`fault.${Fault}`, Fault), ...Object.values(members), Count > 1 ? `× ${Count}` : ""].filter(Boolean).join(" "),
    ),
  );
}
