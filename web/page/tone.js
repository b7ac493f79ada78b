/** Ringing as in China (ITU-T E.180, supplement 2): hertz, seconds of sound, and of silence. */
const hertz = 450;
const on = 1;
const off = 4;
const loudness = 0.15;
const fade = 0.02;

/** A ring tone. Before the first click in a page a browser may mute it; the card shows the call all the same. */
export class Tone {
  #context = null;
  #timer = 0;

  start() {
    this.stop();
    try {
      this.#context = new AudioContext();
    } catch (noSound) {
      // A machine without a sound card.
      return;
    }
    this.#ring(this.#context);
  }

  #ring(context) {
    const tone = new OscillatorNode(context, { frequency: hertz });
    const volume = new GainNode(context, { gain: 0 });
    const now = context.currentTime;
    volume.gain.setTargetAtTime(loudness, now, fade);
    volume.gain.setTargetAtTime(0, now + on, fade);
    tone.connect(volume).connect(context.destination);
    tone.start();
    tone.stop(now + on + 10 * fade);
    this.#timer = setTimeout(() => this.#ring(context), (on + off) * 1000);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#context?.close();
    this.#context = null;
  }
}
