/** The tone that is sent, in hertz, and how long to wait for it, in milliseconds. */
const tone = 1_200;
const patience = 4_000;

/**
 * Sends a tone instead of the microphone's sound and waits until it returns. Delay is how many milliseconds that took, -1
 * if it did not return; Blocked means that the browser plays no tone before the user interacts with the page.
 */
export async function echo(sender: RTCRtpSender, far: MediaStream): Promise<object> {
  const { AudioContext = undefined } = window as unknown as { AudioContext?: new () => AudioContext };
  const context = AudioContext && new AudioContext();
  if (!context) {
    return { Blocked: true };
  }
  const microphone = sender.track;
  try {
    context.resume().catch(() => undefined);
    await until(() => context.state === "running", 500);
    if (context.state !== "running") {
      return { Blocked: true };
    }
    const oscillator = context.createOscillator();
    const output = context.createMediaStreamDestination();
    oscillator.frequency.value = tone;
    oscillator.connect(output);
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(far).connect(analyser);
    const heard = hears(analyser, context.sampleRate);
    await sender.replaceTrack(output.stream.getAudioTracks()[0] || null);
    oscillator.start();
    const from = performance.now();
    return { Delay: (await until(heard, patience)) ? Math.round(performance.now() - from) : -1 };
  } finally {
    await sender.replaceTrack(microphone).catch(() => undefined);
    context.close().catch(() => undefined);
  }
}

/** Returns a function that reports whether the tone is the loudest sound. */
function hears(analyser: AnalyserNode, sampleRate: number): () => boolean {
  analyser.fftSize = 1024;
  analyser.smoothingTimeConstant = 0;
  const bins = new Uint8Array(analyser.frequencyBinCount);
  const at = Math.round((tone * analyser.fftSize) / sampleRate);
  return () => {
    analyser.getByteFrequencyData(bins);
    let loudest = 0;
    bins.forEach((level, bin) => {
      if (level > bins[loudest]!) {
        loudest = bin;
      }
    });
    return bins[loudest]! > 64 && Math.abs(loudest - at) <= 1;
  };
}

/** Resolves to whether the condition became true in time. */
function until(holds: () => boolean, limit: number): Promise<boolean> {
  const from = performance.now();
  return new Promise((resolve) => {
    const look = (): void => {
      if (holds()) {
        resolve(true);
      } else if (performance.now() - from > limit) {
        resolve(false);
      } else {
        setTimeout(look, 10);
      }
    };
    look();
  });
}
