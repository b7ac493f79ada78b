import { element, part } from "./element.js";
import { text } from "./texts.js";
import { toast } from "./toasts.js";

/** The keys of a telephone, with their letters. */
const keys = [
  ["1", ""], ["2", "ABC"], ["3", "DEF"],
  ["4", "GHI"], ["5", "JKL"], ["6", "MNO"],
  ["7", "PQRS"], ["8", "TUV"], ["9", "WXYZ"],
  ["*", ""], ["0", "+"], ["#", ""],
];

/** How many of the sent tones are shown. */
const most = 24;

/**
 * The pad of the page. Without a call its keys enter the number that dial(number) calls; in a call they send touch tones
 * with sendTone(key), which resolves to whether it succeeded.
 */
export function showPad({ dial, sendTone }) {
  const field = part("number");
  const sent = part("sent-tones");
  let callId = "";
  let why = "";

  part("dial").addEventListener("submit", (event) => {
    event.preventDefault();
    if (!callId) {
      dial(field.value.trim());
    }
  });

  const press = async (key) => {
    if (!callId) {
      field.value += key;
    } else if (why) {
      toast(why);
    } else if (await sendTone(key)) {
      sent.textContent = (sent.textContent + key).slice(-most);
    }
  };
  part("keys").append(
    ...keys.map(([key, letters]) => {
      const button = element(
        "button",
        { type: "button", "data-testid": `key-${key}`, ...(letters && { "data-letters": letters }) },
        key,
      );
      button.addEventListener("click", () => press(key));
      return button;
    }),
  );

  const pad = {
    /** Shows the pad's current purpose. web is whether the page itself is the telephone. */
    show(call, web) {
      const busy = call !== null && !call.endedAt;
      if (!busy || call.id !== callId) {
        sent.textContent = "";
      }
      callId = busy ? call.id : "";
      why = !busy ? "" : !web ? text("why.tones") : !call.talks ? text("why.talks") : "";
      part("pad-title").textContent = text(busy ? "tones" : "dial");
      field.hidden = part("dial-call").hidden = busy;
      sent.hidden = !busy || Boolean(why);
      part("pad-why").hidden = !why;
      part("pad-why").textContent = why;
      part("keys").hidden = busy && !web;
      for (const button of part("keys").children) {
        button.ariaDisabled = String(Boolean(why));
      }
    },
    /** Puts a number into the field, to be called with another click. */
    offer(number) {
      field.value = number;
      field.focus();
    },
    /** Sets whether there is a connection to dial through. */
    enable(on) {
      part("dial-controls").disabled = !on;
    },
  };
  pad.show(null, false);
  return pad;
}
