import { Gesture } from "./gesture";
import type { PhoneOptions } from "./host";
import { Speaker } from "./speaker";

/** The ringing tone: frequencies in hertz, seconds of sound and of silence (ITU-T E.180, supplement 2: China). */
const ring = { frequencies: [450], on: 1, off: 4 };

/** Milliseconds after which an audio context that does not run counts as blocked by the browser. */
const patience = 300;

/** Plays the ring tone for incoming calls, and the ring-back tone for outgoing ones, if the options request them. */
export class Ringing {
  private context: AudioContext | undefined;
  private timer = 0;
  private readonly speaker: Speaker;
  private readonly gesture = new Gesture(() => this.resume());

  constructor(
    private readonly options: PhoneOptions,
    private readonly blocked: () => void,
    failed: (device: string) => void,
  ) {
    this.speaker = new Speaker(null, blocked, failed);
  }

  ringTone(device: string): void {
    if (this.options.RingTone) {
      this.start(device);
    }
  }

  ringBack(device: string): void {
    if (this.options.RingBack && !this.context) {
      this.start(device);
    }
  }

  use(device: string): Promise<void> {
    return this.speaker.use(device);
  }

  stop(): void {
    this.speaker.stop();
    this.gesture.ignore();
    window.clearTimeout(this.timer);
    if (this.context) {
      this.context.close().catch(() => undefined);
      this.context = undefined;
    }
  }

  private start(device: string): void {
    this.stop();
    const context = new AudioContext();
    this.context = context;
    const out = context.createMediaStreamDestination();
    const source = context.createBufferSource();
    source.buffer = cadence(context);
    source.loop = true;
    source.connect(out);
    source.start();
    this.resume();
    this.timer = window.setTimeout(() => {
      if (context.state !== "running") {
        this.gesture.await();
        this.blocked();
      }
    }, patience);
    this.speaker.play(out.stream, device);
  }

  private resume(): void {
    if (this.context) {
      this.context.resume().catch(() => undefined);
    }
  }
}

/** One period of the ring, at a fifth of full level. */
function cadence(context: AudioContext): AudioBuffer {
  const rate = context.sampleRate;
  const buffer = context.createBuffer(1, rate * (ring.on + ring.off), rate);
  const samples = buffer.getChannelData(0);
  for (let i = 0; i < rate * ring.on; i++) {
    samples[i] = ring.frequencies.reduce((sum, f) => sum + 0.2 * Math.sin((2 * Math.PI * f * i) / rate), 0);
  }
  return buffer;
}
