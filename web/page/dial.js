import { element, part } from "./element.js";
import { text } from "./texts.js";

/** The keys of a telephone. */
export const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

/** Numbers of the sandbox, whose last four digits say what they do, and that in words. */
const numbers = [
  { number: "13800138000", does: "answers" },
  { number: "13800000001", does: "busy" },
  { number: "13800000002", does: "silent" },
  { number: "13800000003", does: "leaves" },
  { number: "13800000004", does: "refused" },
  { number: "13800000005", does: "echoes" },
];

/** The number field with its keys, and the numbers to click. Calls dial(number). */
export function showDial(dial) {
  const field = part("number");

  part("dial").addEventListener("submit", (event) => {
    event.preventDefault();
    dial(field.value.trim());
  });

  part("keys").append(
    ...keys.map((key) => {
      const button = element("button", { type: "button", "data-testid": `key-${key}` }, key);
      button.addEventListener("click", () => (field.value += key));
      return button;
    }),
  );

  part("numbers").append(
    ...numbers.map(({ number, does }) => {
      const button = element(
        "button",
        { type: "button", "data-testid": `number-${does}` },
        element("span", { class: "number" }, number),
        element("span", { class: "hint" }, text(`number.${does}`)),
      );
      button.addEventListener("click", () => {
        field.value = number;
        dial(number);
      });
      return element("li", {}, button);
    }),
  );

  return {
    /** Whether there is a connection to dial through. */
    enable(on) {
      part("dial-controls").disabled = !on;
    },
  };
}
