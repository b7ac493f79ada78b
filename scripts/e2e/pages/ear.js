// Measures what an audio element plays.
const context = new AudioContext({ sampleRate: 48000 });
// Chromium before 75 analyzes only what is played.
const silence = new GainNode(context, { gain: 0 });
silence.connect(context.destination);
let analyser, listenedTo;

/** The analyser of a stream that is played now; a call on hold has no track. */
function ear(stream) {
  const [track] = stream ? stream.getAudioTracks() : [];
  if (track && track !== listenedTo) {
    listenedTo = track;
    analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
    context.createMediaStreamSource(stream).connect(analyser).connect(silence);
  }
  return track ? analyser : null;
}

/** The sound that plays now: its level (root mean square) and its loudest frequency, 0 in silence. */
function sound(element) {
  const now = element && ear(element.srcObject);
  if (!now) {
    return { level: 0, hertz: 0 };
  }
  const samples = new Float32Array(now.fftSize);
  now.getFloatTimeDomainData(samples);
  const level = Math.sqrt(samples.reduce((sum, s) => sum + s * s, 0) / samples.length);
  const bins = new Float32Array(now.frequencyBinCount);
  now.getFloatFrequencyData(bins);
  const loudest = bins.indexOf(Math.max(...bins));
  return { level, hertz: level === 0 ? 0 : Math.round((loudest * context.sampleRate) / now.fftSize) };
}
