// How Firefox is set up for calls.
import { microphone } from "./phone.ts";

export const preferences = {
  // A microphone that hears a tone, and is not asked for.
  "media.navigator.streams.fake": true,
  "media.navigator.audio.fake_frequency": microphone,
  "media.navigator.permission.disabled": true,
  "media.autoplay.default": 0,
  "media.autoplay.blocking_policy": 0,
  // Candidates that the far end can read.
  "media.peerconnection.ice.obfuscate_host_addresses": false,
  // Nothing is asked at the first start.
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
};
