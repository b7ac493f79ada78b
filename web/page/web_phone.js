import { element, part } from "./element.js";
import { showItems } from "./list.js";
import { text } from "./texts.js";
import { attempt } from "./toasts.js";

/** The phone mode in which the page itself is the telephone. */
export const webrtc = "webrtc";

/** The card of the web phone: its devices and, in a call, how it sounds. sdk() is the instance. */
export function showWebPhone({ sdk }) {
  let mode = "";

  const offerDevices = () =>
    attempt(async () => {
      const devices = (await sdk().GetAudioDevicesAsync()).Data;
      const kinds = [...new Set(devices.map(({ Kind }) => Kind))];
      showItems(
        part("devices"),
        kinds.map((kind) => ({ kind, devices: devices.filter(({ Kind }) => Kind === kind) })),
        deviceChoice,
      );
    });
  const deviceChoice = ({ kind, devices }) => {
    const options = devices.map(({ DeviceId, Label }) => element("option", { value: DeviceId }, Label || DeviceId));
    const select = element("select", { "data-testid": `device-${kind}` }, ...options);
    select.value = devices.find(({ Selected }) => Selected)?.DeviceId ?? "";
    select.addEventListener("change", async () => {
      await attempt(() => sdk().SetAudioDeviceAsync({ Kind: kind, DeviceId: select.value }));
      offerDevices();
    });
    return element("label", {}, element("span", { class: "hint" }, text(`device.${kind}`)), select);
  };
  // A browser offers media to pages of safe origins only.
  navigator.mediaDevices?.addEventListener("devicechange", () => mode === webrtc && offerDevices());

  return {
    /** Shows the card in phone mode webrtc, with the levels while there is a call to talk in. */
    show(newMode, call) {
      const entered = newMode === webrtc && mode !== webrtc;
      mode = newMode;
      part("web-phone").hidden = mode !== webrtc;
      if (entered) {
        offerDevices();
      }
      const talks = Boolean(call?.talks) && !call.endedAt;
      if (!talks) {
        part("quality").textContent = "";
      }
      part("web-phone-call").hidden = !talks;
    },
    /** Shows the Data of CallQuality. */
    showQuality({ Mos, RoundTripTime, Jitter, PacketLoss, InputLevel, OutputLevel, Warning }) {
      part("quality").dataset.state = Warning ? "busy" : "idle";
      part("quality").textContent = text("quality", Mos.toFixed(1), Math.round(RoundTripTime), Math.round(Jitter), PacketLoss.toFixed(1));
      part("input-level").value = InputLevel;
      part("output-level").value = OutputLevel;
    },
    /** Whether there is a connection to use it through. */
    enable(on) {
      part("web-phone-controls").disabled = !on;
    },
  };
}
