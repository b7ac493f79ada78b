import { element, part } from "./element.js";
import { showItems } from "./list.js";
import { showCharts } from "./quality.js";
import { text } from "./texts.js";
import { attempt } from "./toasts.js";

/** The phone mode in which the page itself is the telephone. */
export const webrtc = "webrtc";

/** The card of the web phone: its devices and, in a call, the sound quality. sdk() is the instance. */
export function showWebPhone({ sdk }) {
  let mode = "";
  const charts = showCharts();

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
  // A browser offers media only to pages of secure origins.
  navigator.mediaDevices?.addEventListener("devicechange", () => mode === webrtc && offerDevices());

  return {
    /** Shows the card in phone mode webrtc, with the levels during a call. */
    show(newMode, call) {
      const entered = newMode === webrtc && mode !== webrtc;
      mode = newMode;
      part("web-phone").hidden = mode !== webrtc;
      if (entered) {
        offerDevices();
      }
      const talks = Boolean(call?.talks) && !call.endedAt;
      if (!talks) {
        charts.clear();
      }
      part("web-phone-call").hidden = part("charts").hidden = !talks;
    },
    /** Shows the Data of CallQuality. */
    showQuality(quality) {
      charts.add(quality);
      part("input-level").value = quality.InputLevel;
      part("output-level").value = quality.OutputLevel;
    },
    /** Sets whether there is a connection to use it through. */
    enable(on) {
      part("web-phone-controls").disabled = !on;
    },
  };
}
