import { stop } from "./devices";
import type { Devices } from "./devices";

/** The microphone of a call: one stream at most, and none after the call's end. */
export class Microphone {
  private stream: MediaStream | undefined;
  private closed = false;
  private turn: Promise<unknown> = Promise.resolve();

  /** gone is called when the device disappears during the call. */
  constructor(
    private readonly devices: Devices,
    private readonly gone: () => void,
  ) {}

  /** Opens it; resolves to undefined if the call ended meanwhile. */
  async open(): Promise<MediaStream | undefined> {
    const stream = await this.devices.microphone(true);
    if (this.closed) {
      stop(stream);
      return undefined;
    }
    this.keep(stream);
    return stream;
  }

  /** Switches to the one that is chosen now. Changes run one after another, as each must know which stream it replaces. */
  replace(fallsBack: boolean, use: (track: MediaStreamTrack) => Promise<void>): Promise<void> {
    const done = this.turn.then(() => this.change(fallsBack, use));
    this.turn = done.catch(() => undefined);
    return done;
  }

  /** Releases the device; it can be opened again. */
  release(): void {
    if (this.stream) {
      stop(this.stream);
      this.stream = undefined;
    }
  }

  close(): void {
    this.closed = true;
    this.release();
  }

  private async change(fallsBack: boolean, use: (track: MediaStreamTrack) => Promise<void>): Promise<void> {
    if (this.closed || !this.stream) {
      return;
    }
    const stream = await this.devices.microphone(fallsBack);
    try {
      const track = stream.getAudioTracks()[0];
      if (track && !this.closed) {
        await use(track);
      }
    } catch (error) {
      stop(stream);
      throw error;
    }
    if (this.closed) {
      return stop(stream);
    }
    this.release();
    this.keep(stream);
  }

  private keep(stream: MediaStream): void {
    this.stream = stream;
    const track = stream.getAudioTracks()[0];
    if (track) {
      track.onended = () => {
        if (this.stream === stream) {
          this.gone();
        }
      };
    }
  }
}
