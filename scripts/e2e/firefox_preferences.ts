// The preferences of Firefox for calls.
import { microphone } from "./phone.ts";

export const preferences = {
  // A microphone that plays a tone, without a prompt.
  "media.navigator.streams.fake": true,
  "media.navigator.audio.fake_frequency": microphone,
  "media.navigator.permission.disabled": true,
  "media.autoplay.default": 0,
  "media.autoplay.blocking_policy": 0,
  // Candidates that the far end can read.
  "media.peerconnection.ice.obfuscate_host_addresses": false,
  // A page may open tabs without a click.
  "dom.disable_open_during_load": false,
  // No prompts at the first start.
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
};
