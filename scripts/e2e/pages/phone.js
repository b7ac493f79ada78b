// An agent with a web phone. What they hear is measured in the stream that the page's audio element plays.
const query = new URLSearchParams(location.search);
const far = document.getElementById("far");
const log = [];
const heard = [];
const quality = [];
const troubles = [];
const legs = [];
let call = "";

const instance = new UdeskCCPaasApiClass(
  optionsFor(query.get("agent") || "1001", {
    AudioElement: far,
    RingTone: query.has("ring"),
    RingBack: query.has("ring"),
    IceServers: query.has("stun") ? [{ urls: "stun:" + query.get("stun") }] : [],
    IceTransportPolicy: query.get("ways") || undefined,
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
instance.on("PhoneTrouble", ({ Code, Message, Data }) => troubles.push({ Code, Message, ...Data }));
instance.on("PhoneLeg", ({ Data }) => legs.push([Data.State, Data.Confirmed, Data.Microphone]));

/** Calls a method; resolves to its envelope, or to the failure's members. */
function does(method, ...args) {
  return instance[method](...args).then(
    (resp) => resp,
    (error) => Object.assign({}, error),
  );
}
