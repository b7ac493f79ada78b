// An agent with a web phone. What he hears is measured from the stream that the page's audio element plays.
const query = new URLSearchParams(location.search);
const far = document.getElementById("far");
const log = [];
const heard = [];
const quality = [];
let call = "";

const instance = new UdeskCCPaasApiClass(
  optionsFor(query.get("agent") || "1001", {
    AudioElement: far,
    RingTone: query.has("ring"),
    RingBack: query.has("ring"),
    Log: ({ message }, type) => log.push(type + " " + message),
  }),
);
instance.on("event", (resp) => {
  call = resp.Data.CallID;
  heard.push(resp.Event);
});
instance.on("CallFailed", () => heard.push("CallFailed"));
instance.on("AgentStateChanged", (resp) => heard.push(resp.Data.CurState));
instance.on("GetState", (resp) => (call = resp.Data.CallID || call));
instance.on("CallQuality", (resp) => quality.push(resp.Data));

/** Calls a method; resolves to its envelope, or to the failure's members. */
function does(method, ...args) {
  return instance[method](...args).then((resp) => resp, (error) => Object.assign({}, error));
}

const context = new AudioContext({ sampleRate: 48000 });
let analyser, listenedTo;

/** The analyser of a stream that is played now; a call on hold has no track. */
function ear(stream) {
  const [track] = stream ? stream.getAudioTracks() : [];
  if (track && track !== listenedTo) {
    listenedTo = track;
    analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
    context.createMediaStreamSource(stream).connect(analyser);
  }
  return track ? analyser : null;
}

/** What is heard now: its level (root mean square) and its loudest frequency, 0 in silence. */
function sound(element = far) {
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
  return { level, hertz: level === 0 ? 0 : Math.round((loudest * 48000) / now.fftSize) };
}
