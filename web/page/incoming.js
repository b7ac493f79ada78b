// A ringing call: its card, the page's title, a tone, a notification of the system, and keys.

import { showRinging } from "./call_actions.js";
import { partyOf, showParty } from "./call_card.js";
import { ringsIn } from "./call.js";
import { countFrom, stopAt } from "./duration.js";
import { part } from "./element.js";
import { Tone } from "./tone.js";
import { text } from "./texts.js";

/** Answers, and with Shift declines or hangs up. It is not a character, so it works anywhere on the page. */
const key = "F8";

const remembered = "alerts";

/**
 * Shows ringing calls. whatToDo has perform(method, callId); current() is the current call. The bell on top switches tone
 * and notification on and off, and requests the browser's permission.
 */
export function showIncoming(whatToDo, current) {
  const tone = new Tone();
  let notification = null;
  let ringing = "";

  const wanted = () => localStorage.getItem(remembered) !== "off";
  const showAlerts = () => {
    const on = wanted();
    part("alerts").setAttribute("aria-pressed", String(on));
    part("alerts-text").textContent = text(on ? "alertsOn" : "alertsOff");
  };
  showAlerts();
  part("alerts").addEventListener("click", async () => {
    localStorage.setItem(remembered, wanted() ? "off" : "on");
    showAlerts();
    if (wanted() && "Notification" in window && Notification.permission === "default") {
      await Notification.requestPermission();
    }
    if (!wanted()) {
      quiet();
    }
  });

  const quiet = () => {
    tone.stop();
    notification?.close();
    notification = null;
  };
  const alarm = (call) => {
    if (!wanted()) {
      return;
    }
    tone.start();
    if ("Notification" in window && Notification.permission === "granted" && !document.hasFocus()) {
      notification = new Notification(text("incoming"), { body: partyOf(call), tag: call.id, icon: "/icon.svg", requireInteraction: true });
      notification.onclick = () => {
        window.focus();
        notification?.close();
      };
    }
  };

  document.addEventListener("keydown", (event) => {
    const call = current();
    if (event.key !== key || event.repeat || !call || call.endedAt) {
      return;
    }
    const method = event.shiftKey ? "HangupAsync" : "AnswerAsync";
    if (call.authority[event.shiftKey ? "AllowHangup" : "AllowAnswer"]) {
      event.preventDefault();
      whatToDo.perform(method, call.id);
    }
  });

  return {
    /** Shows the call if it rings. */
    show(call) {
      const rings = ringsIn(call);
      part("incoming").hidden = !rings;
      document.title = rings ? `${text("incoming")}: ${partyOf(call)}` : text("title");
      if (!rings) {
        ringing = "";
        quiet();
        stopAt(part("incoming-duration"));
        return;
      }
      showParty("incoming", call);
      part("incoming-type").textContent = text(`type.${call.type}`);
      countFrom(part("incoming-duration"), call.since);
      showRinging(part("incoming-actions"), call, whatToDo);
      if (ringing !== call.id) {
        ringing = call.id;
        quiet();
        alarm(call);
      }
    },
  };
}
