import { Fault } from "../events.gen";
import { PhoneFault } from "./fault";

/**
 * Throws if the browser cannot make calls, or if this page may not request a microphone. Two WebRTC features that the phone
 * uses exist only since Chromium 65: adding tracks to a connection, and replacing a sender's track.
 */
export function needWebRTC(): void {
  if (
    typeof RTCPeerConnection !== "function" ||
    !("addTrack" in RTCPeerConnection.prototype) ||
    typeof RTCRtpSender !== "function" ||
    !("replaceTrack" in RTCRtpSender.prototype) ||
    !navigator.mediaDevices
  ) {
    throw new PhoneFault(window.isSecureContext === false ? Fault.Insecure : Fault.Unsupported);
  }
}
