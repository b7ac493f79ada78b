import { UA, WebSocketInterface } from "jssip";
import type { RTCSessionEvent } from "jssip/lib/UA";

import { PhoneFault } from "./fault";
import { stop } from "./devices";
import type { Devices } from "./devices";
import type { Account } from "./line";
import { needWebRTC } from "./webrtc";

/** How long a server may take, in milliseconds; the core's patience is longer. */
const patience = 5_000;

/** Tries what a call needs, and leaves nothing behind. It reports what it finds; the core evaluates that. */
export class Checks {
  constructor(
    private readonly devices: Devices,
    private readonly iceServers: RTCIceServer[],
  ) {}

  run(what: unknown, detail: Record<string, unknown>): Promise<object> {
    switch (what) {
      case "page":
        return this.page();
      case "microphone":
        return this.microphone(detail.InUse === true);
      case "ice":
        return this.ice();
      default:
        return tryToRegister(detail as unknown as Account);
    }
  }

  private async page(): Promise<object> {
    let supported = true;
    try {
      needWebRTC();
    } catch (error) {
      supported = false;
    }
    return { Secure: window.isSecureContext !== false, Supported: supported };
  }

  /** Opens the microphone for a moment, unless a call uses it. */
  private async microphone(inUse: boolean): Promise<object> {
    let fault: object = {};
    let silent = false;
    try {
      needWebRTC();
      if (!inUse) {
        const stream = await this.devices.microphone(false);
        silent = stream.getAudioTracks().some((track) => track.muted);
        stop(stream);
      }
    } catch (error) {
      fault = PhoneFault.of(error);
    }
    const found = navigator.mediaDevices ? await navigator.mediaDevices.enumerateDevices() : [];
    const count = (kind: string): number => found.filter((device) => device.kind === kind).length;
    // A browser without a choice of speakers lists none.
    const lists = "setSinkId" in HTMLMediaElement.prototype;
    return Object.assign(
      { Permission: await permission(), Silent: silent, Inputs: count("audioinput"), Outputs: lists ? count("audiooutput") : -1 },
      fault,
    );
  }

  private async ice(): Promise<object> {
    needWebRTC();
    const servers: RTCIceServer[] = [];
    for (const server of this.iceServers) {
      for (const url of ([] as string[]).concat(server.urls)) {
        servers.push(Object.assign({}, server, { urls: url }));
      }
    }
    const [own, ...found] = await Promise.all([undefined].concat(servers as []).map(gather));
    const lost = servers.filter((_, at) => !found[at]).map((server) => server.urls);
    return { Own: own === true, Servers: servers.length, Lost: lost };
  }
}

async function permission(): Promise<string> {
  try {
    return (await navigator.permissions.query({ name: "microphone" as PermissionName })).state;
  } catch (unknown) {
    return "";
  }
}

/** Whether a server gives a candidate: a reflexive one from STUN, a relay from TURN; without a server, whether there is any. */
function gather(server: RTCIceServer | undefined): Promise<boolean> {
  const wanted = !server ? " typ " : /^turn/i.test(String(server.urls)) ? " typ relay" : " typ srflx";
  return new Promise((resolve) => {
    const connection = new RTCPeerConnection({ iceServers: server ? [server] : [] });
    let timer: number | undefined;
    const end = (found: boolean): void => {
      clearTimeout(timer);
      connection.close();
      resolve(found);
    };
    timer = setTimeout(() => end(false), patience);
    connection.onicecandidate = ({ candidate }) => {
      if (!candidate || !candidate.candidate) {
        end(false);
      } else if (candidate.candidate.includes(wanted)) {
        end(true);
      }
    };
    connection.createDataChannel("check");
    connection
      .createOffer()
      .then((offer) => connection.setLocalDescription(offer))
      .catch(() => end(false));
  });
}

/** Registers once, with a contact address of its own, and unregisters. Status is the SIP server's answer, or 0. */
function tryToRegister({ Url: url, Uri: uri, User: user, Password: password }: Account): Promise<object> {
  return new Promise((resolve) => {
    const ua = new UA({
      sockets: new WebSocketInterface(url),
      uri,
      authorization_user: user,
      password,
      register_expires: 60,
      user_agent: "ccpaas-go check",
    });
    let timer: number | undefined;
    const end = (status: number): void => {
      clearTimeout(timer);
      ua.removeAllListeners();
      ua.stop();
      resolve({ Status: status });
    };
    timer = setTimeout(() => end(0), patience);
    ua.on("registered", () => end(200));
    ua.on("registrationFailed", ({ response }) => end(response ? response.status_code : 0));
    ua.on("disconnected", () => end(0));
    ua.on("newRTCSession", ({ session }: RTCSessionEvent) => {
      if (String(session.direction) === "incoming") {
        session.terminate({ status_code: 480 });
      }
    });
    ua.start();
  });
}
