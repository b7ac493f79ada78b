import type { EndEvent, IncomingEvent, OutgoingEvent, RTCSession, RTCSessionEventMap } from "jssip/lib/RTCSession";

import { Fault } from "../events.gen";
import { stop } from "./devices";
import type { Devices } from "./devices";
import { PhoneFault } from "./fault";
import type { Line } from "./line";
import { Quality } from "./quality";
import type { Sample } from "./quality";

/** What a SIP call tells. */
interface LegEvents {
  /** withSound says that the far end sends sound before it answers. */
  progress(withSound: boolean): void;
  accepted(): void;
  /** Once, whichever side ended it. */
  ended(status: number, fault?: Fault): void;
  heard(stream: MediaStream): void;
  mediaLost(): void;
  /** The microphone disappeared, another took its place. */
  replaced(): void;
  sample(sample: Sample): void;
}

/** The SIP status of a call that is turned down. */
const busyHere = 486;

/** How long candidates are gathered, in milliseconds: a STUN server that is dead, or a VPN, takes far longer. */
const gathering = 2_000;

/** Milliseconds of a touch tone and of the pause behind it. */
const tone = { length: 100, gap: 70 };

/** One SIP call. */
export class Leg {
  private session: RTCSession | undefined;
  private microphone: MediaStream | undefined;
  private quality: Quality | undefined;
  private ready: (() => void) | undefined;
  private gathered: number | undefined;
  private ended = false;

  constructor(
    readonly name: string,
    private readonly devices: Devices,
    private readonly iceServers: RTCIceServer[],
    private readonly on: LegEvents,
  ) {}

  /** Makes the call. */
  dial(line: Line, number: string, headers: string[]): void {
    this.withMicrophone((stream) => {
      this.session = line.call(number, {
        ...this.media(stream),
        extraHeaders: headers,
        eventHandlers: this.handlers(),
      });
    });
  }

  /** Takes a call that came in; it rings. */
  rung(session: RTCSession): void {
    this.session = session;
    const handlers = this.handlers();
    for (const name of Object.keys(handlers) as (keyof RTCSessionEventMap)[]) {
      session.on(name, handlers[name] as () => void);
    }
  }

  answer(): void {
    this.withMicrophone((stream) => this.session && this.session.answer(this.media(stream)));
  }

  /** Rejects, cancels or ends the call, as it takes. */
  hangUp(): void {
    const session = this.session;
    if (session && !session.isEnded()) {
      const rings = String(session.direction) === "incoming" && session.isInProgress();
      session.terminate(rings ? { status_code: busyHere } : {});
    }
    this.over(0);
  }

  /** Resolves to what the microphone's track says afterwards. */
  async mute(muted: boolean): Promise<object> {
    const session = this.live();
    if (muted) {
      session.mute({ audio: true });
    } else {
      session.unmute({ audio: true });
    }
    const track = this.sender().track;
    // A call on hold sends nothing; what will be true after it is what JsSIP keeps.
    const silent = session.isOnHold().remote ? session.isMuted().audio === true : !(track && track.enabled);
    return { Muted: silent };
  }

  /** Resolves when the last tone was sent. */
  sendTones(digits: string): Promise<object> {
    const session = this.live();
    const { dtmf } = this.sender();
    if (!dtmf || !dtmf.canInsertDTMF) {
      session.sendDTMF(digits, { duration: tone.length, interToneGap: tone.gap });
      return Promise.resolve({});
    }
    return new Promise((resolve) => {
      const heard = (event: RTCDTMFToneChangeEvent): void => {
        if (event.tone === "") {
          dtmf.removeEventListener("tonechange", heard);
          resolve({});
        }
      };
      dtmf.addEventListener("tonechange", heard);
      dtmf.insertDTMF(dtmf.toneBuffer + digits, tone.length, tone.gap);
    });
  }

  restartIce(): Promise<object> {
    const session = this.live();
    return new Promise((resolve, reject) => {
      if (!session.renegotiate({ rtcOfferConstraints: { iceRestart: true } }, () => resolve({}))) {
        reject(new PhoneFault(Fault.Failed, "renegotiating already"));
      }
    });
  }

  /** Goes on with the microphone that is chosen now. */
  async replaceMicrophone(): Promise<void> {
    const old = this.microphone;
    if (!old || this.ended) {
      return;
    }
    const stream = await this.devices.microphone();
    const track = stream.getAudioTracks()[0];
    if (this.ended || !track) {
      return stop(stream);
    }
    const sender = this.sender();
    track.enabled = !(sender.track && !sender.track.enabled);
    await sender.replaceTrack(track);
    stop(old);
    this.took(stream);
  }

  /** The end: everything the call held is released. */
  over(status: number, fault?: Fault): void {
    if (this.ended) {
      return;
    }
    this.ended = true;
    clearTimeout(this.gathered);
    if (this.quality) {
      this.quality.stop();
    }
    if (this.microphone) {
      stop(this.microphone);
    }
    this.on.ended(status, fault);
  }

  private withMicrophone(use: (stream: MediaStream) => void): void {
    this.devices
      .microphone()
      .then((stream) => {
        if (this.ended) {
          return stop(stream);
        }
        this.took(stream);
        use(stream);
      })
      .catch((error) => {
        this.hangUpBecause(PhoneFault.of(error).Fault);
      });
  }

  private hangUpBecause(fault: Fault): void {
    if (this.session && !this.session.isEnded()) {
      this.session.terminate();
    }
    this.over(0, fault);
  }

  /** Keeps the microphone's stream; a device that disappears ends its track. */
  private took(stream: MediaStream): void {
    this.microphone = stream;
    const track = stream.getAudioTracks()[0];
    if (track) {
      track.onended = () => {
        if (this.microphone === stream) {
          this.replaceMicrophone().then(this.on.replaced, () => undefined);
        }
      };
    }
  }

  private media(stream: MediaStream): { mediaStream: MediaStream; pcConfig: RTCConfiguration } {
    return { mediaStream: stream, pcConfig: { iceServers: this.iceServers } };
  }

  private handlers(): Partial<RTCSessionEventMap> {
    const end = ({ message }: EndEvent): void =>
      this.over(message && "status_code" in message ? Number(message.status_code) : 0);
    return {
      peerconnection: ({ peerconnection }) => this.connect(peerconnection),
      icecandidate: ({ ready }) => {
        // The first candidate of a gathering begins the wait; what was found by its end is offered.
        if (this.ready !== ready) {
          this.ready = ready;
          clearTimeout(this.gathered);
          this.gathered = setTimeout(ready, gathering);
        }
      },
      progress: (event: IncomingEvent | OutgoingEvent) => {
        if ("response" in event && event.response) {
          this.on.progress(Boolean(event.response.body));
        }
      },
      accepted: () => {
        this.on.accepted();
        const connection = this.session && this.session.connection;
        if (connection && !this.ended) {
          this.quality = new Quality(connection, this.on.sample);
        }
      },
      ended: end,
      failed: end,
    };
  }

  private connect(connection: RTCPeerConnection): void {
    connection.addEventListener("track", ({ streams, track }) => this.on.heard(streams[0] || new MediaStream([track])));
    connection.addEventListener("iceconnectionstatechange", () => {
      if (connection.iceConnectionState === "disconnected" && !this.ended) {
        this.on.mediaLost();
      }
    });
  }

  private live(): RTCSession {
    const session = this.session;
    if (!session || !session.connection || session.isEnded()) {
      throw new PhoneFault(Fault.NoCall);
    }
    return session;
  }

  private sender(): RTCRtpSender {
    const sender = this.live()
      .connection.getSenders()
      .find(({ track }) => track !== null && track.kind === "audio");
    if (!sender) {
      throw new PhoneFault(Fault.NoCall);
    }
    return sender;
  }
}
