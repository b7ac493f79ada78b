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
    IceServers: query.has("stun") ? [{ urls: "stun:" + query.get("stun") }] : [],
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
  return instance[method](...args).then(
    (resp) => resp,
    (error) => Object.assign({}, error),
  );
}
