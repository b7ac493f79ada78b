import type { EndEvent, IncomingEvent, OutgoingEvent, RTCSession, RTCSessionEventMap } from "jssip/lib/RTCSession";

import { Fault } from "../events.gen";
import type { Devices } from "./devices";
import { echo } from "./echo";
import { PhoneFault } from "./fault";
import type { Line } from "./line";
import { Microphone } from "./microphone";
import { Quality } from "./quality";
import type { Sample } from "./quality";
import { gathering, Restarts } from "./restart";
import { Way } from "./way";

/** What a SIP call reports. */
interface LegEvents {
  /** withSound means that the far end sends sound before it answers. */
  progress(withSound: boolean): void;
  accepted(): void;
  /** The browser asks the user for the microphone. */
  asking(): void;
  /** The call could not be answered as ordered; it keeps ringing. */
  unanswered(fault: PhoneFault): void;
  /** Once, whichever side ended it. */
  ended(status: number, fault?: PhoneFault): void;
  heard(stream: MediaStream): void;
  mediaSought(): void;
  mediaFound(): void;
  mediaLost(): void;
  /** The microphone disappeared; another took its place, or none where there is a fault. */
  replaced(fault?: PhoneFault): void;
  sample(sample: Sample): void;
}

/** The SIP status of a rejected call. */
const busyHere = 486;

/** Milliseconds after which a pending microphone means that the browser is asking the user for it. */
const prompt = 1_000;

/** The cause with which JsSIP ends a call whose ICE failed. */
const iceFailed = "RTP Timeout";

/** Milliseconds of a touch tone and of the pause after it. */
const tone = { length: 100, gap: 70 };

/** One SIP call. */
export class Leg {
  private session: RTCSession | undefined;
  private readonly microphone: Microphone;
  private restarts: Restarts | undefined;
  private way: Way | undefined;
  private quality: Quality | undefined;
  private ready: (() => void) | undefined;
  private gathered: number | undefined;
  private asking: number | undefined;
  private early = false;
  private ended = false;

  constructor(
    readonly name: string,
    devices: Devices,
    private readonly ice: RTCConfiguration,
    private readonly on: LegEvents,
  ) {
    this.microphone = new Microphone(devices, () => this.microphoneGone());
  }

  /** Makes the call. */
  dial(line: Line, number: string, headers: string[]): void {
    this.withMicrophone(
      (stream) => {
        this.take(line.call(number, { ...this.media(stream), extraHeaders: headers, eventHandlers: this.handlers() }));
      },
      (fault) => {
        this.hangUp(fault);
      },
    );
  }

  /** Accepts an incoming call, which rings. */
  rung(session: RTCSession): void {
    this.take(session);
    const handlers = this.handlers();
    for (const name of Object.keys(handlers) as (keyof RTCSessionEventMap)[]) {
      session.on(name, handlers[name] as () => void);
    }
  }

  /** Answers the call. Without a microphone it keeps ringing. */
  answer(): void {
    this.withMicrophone(
      (stream) => this.session && this.session.answer(this.media(stream)),
      (fault) => {
        this.microphone.release();
        this.on.unanswered(fault);
      },
    );
  }

  /** Rejects, cancels or ends the call, depending on its state. */
  hangUp(fault?: PhoneFault): void {
    const session = this.session;
    if (session && !session.isEnded()) {
      const rings = String(session.direction) === "incoming" && session.isInProgress();
      session.terminate(rings ? { status_code: busyHere } : {});
    }
    this.over(0, fault);
  }

  /** Resolves to the state of the microphone's track afterwards. */
  async mute(muted: boolean): Promise<object> {
    const session = this.live();
    if (muted) {
      session.mute({ audio: true });
    } else {
      session.unmute({ audio: true });
    }
    const track = this.sender().track;
    // A call on hold sends nothing; JsSIP keeps the state that applies after the hold.
    const silent = session.isOnHold().remote ? session.isMuted().audio === true : !(track && track.enabled);
    return { Muted: silent };
  }

  /** Resolves when the last tone has been sent. */
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
    this.live();
    return this.restarts!.next();
  }

  /** Switches to the microphone that is chosen now; without fallsBack, if that fails, the previous one stays. */
  replaceMicrophone(fallsBack: boolean): Promise<void> {
    return this.microphone.replace(fallsBack, async (track) => {
      const sender = this.sender();
      track.enabled = !(sender.track && !sender.track.enabled);
      await sender.replaceTrack(track);
    });
  }

  /** Listens for a tone of its own. */
  async echo(): Promise<object> {
    const receivers = this.live().connection.getReceivers();
    return echo(this.sender(), new MediaStream(receivers.map(({ track }) => track)));
  }

  /** Ends the call and releases everything it held. */
  over(status: number, fault?: PhoneFault): void {
    if (this.ended) {
      return;
    }
    this.ended = true;
    clearTimeout(this.gathered);
    clearTimeout(this.asking);
    if (this.quality) {
      this.quality.stop();
    }
    this.microphone.close();
    this.on.ended(status, fault);
  }

  private take(session: RTCSession): void {
    this.session = session;
    this.restarts = new Restarts(session);
    // JsSIP would silently end a call when its ICE fails. Another path may be found; the core decides how long to wait.
    const terminate = session.terminate.bind(session);
    session.terminate = (options) => {
      if (!options || options.cause !== iceFailed) {
        terminate(options);
      }
    };
  }

  private withMicrophone(use: (stream: MediaStream) => void, failed: (fault: PhoneFault) => void): void {
    this.asking = setTimeout(() => this.on.asking(), prompt);
    this.microphone
      .open()
      .then((stream) => {
        clearTimeout(this.asking);
        if (stream && !this.ended) {
          use(stream);
        }
      })
      .catch((error) => {
        clearTimeout(this.asking);
        if (!this.ended) {
          failed(PhoneFault.of(error));
        }
      });
  }

  private microphoneGone(): void {
    this.replaceMicrophone(true).then(
      () => this.ended || this.on.replaced(),
      (error) => this.ended || this.on.replaced(PhoneFault.of(error)),
    );
  }

  private media(stream: MediaStream): { mediaStream: MediaStream; pcConfig: RTCConfiguration } {
    return { mediaStream: stream, pcConfig: this.ice };
  }

  private handlers(): Partial<RTCSessionEventMap> {
    const end = ({ message }: EndEvent): void =>
      this.over(message && "status_code" in message ? Number(message.status_code) : 0);
    return {
      peerconnection: ({ peerconnection }) => this.connect(peerconnection),
      icecandidate: ({ ready }) => {
        // The first candidate of a gathering starts the wait; all candidates found by its end are offered.
        if (this.ready !== ready) {
          this.ready = ready;
          clearTimeout(this.gathered);
          this.gathered = setTimeout(ready, gathering);
        }
      },
      progress: (event: IncomingEvent | OutgoingEvent) => {
        if ("response" in event && event.response) {
          this.early = this.early || Boolean(event.response.body);
          this.on.progress(this.early);
        }
      },
      accepted: () => {
        this.on.accepted();
        const connection = this.session && this.session.connection;
        if (connection && !this.ended) {
          this.quality = new Quality(connection, this.on.sample);
          this.way!.needed();
        }
      },
      ended: end,
      failed: end,
    };
  }

  private connect(connection: RTCPeerConnection): void {
    connection.addEventListener("track", ({ streams, track }) => this.on.heard(streams[0] || new MediaStream([track])));
    const unlessOver = (tell: () => void) => (): void => {
      if (!this.ended) {
        tell();
      }
    };
    this.way = new Way(connection, {
      sought: unlessOver(this.on.mediaSought),
      found: unlessOver(this.on.mediaFound),
      lost: unlessOver(this.on.mediaLost),
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
