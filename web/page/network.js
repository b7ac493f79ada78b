import { element, part } from "./element.js";
import { faultTitles } from "./faults.gen.js";
import { showItems } from "./list.js";
import { clearFaults, getFaultForms, placeFault } from "./sandbox.js";
import { language, textOr } from "./texts.js";
import { attempt } from "./toasts.js";

/**
 * The panel of faults: every fault that the sandbox offers, with its members. agentId() is the agent; look() refreshes it.
 */
export async function showNetwork({ agentId, look }) {
  const kind = part("fault-kind");
  const forms = await getFaultForms();
  kind.append(...forms.map(({ Fault }) => element("option", { value: Fault }, titles[Fault])));
  // Useful without the web phone, unlike the first by name.
  kind.value = "close";

  const showMembers = () => {
    const { Members, Counts } = forms.find(({ Fault }) => Fault === kind.value);
    part("fault-members").replaceChildren(...[...Members, ...(Counts ? [count] : [])].map(memberField));
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

const titles = faultTitles[language];

/** The member of most faults. */
const count = { Name: "Count", Number: true, Needed: true, Example: "1", Want: "" };

/** A member of a fault as a field; a required one is filled in with an accepted value. */
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

/** Shows the pending faults of the agent. */
export function showFaults(faults, agentId) {
  const own = faults.filter(({ AgentId }) => AgentId === agentId);
  part("faults-clear").hidden = own.length === 0;
  showItems(part("faults"), own, ({ AgentId, Fault, Count, ...members }) =>
    element(
      "li",
      { class: "pill", "data-testid": "fault" },
      [titles[Fault], ...Object.values(members), Count > 1 ? `× ${Count}` : ""].filter(Boolean).join(" "),
    ),
  );
}
