// Counts what a call must not leave behind: peer connections, live tracks, repeating timers.
const counted = { connections: [], tracks: [], repeating: new Set() };

if (typeof RTCPeerConnection === "function" && !new URLSearchParams(location.search).has("without")) {
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...given) {
      super(...given);
      counted.connections.push(this);
    }
  };
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (constraints) =>
    ask(constraints).then((stream) => {
      counted.tracks.push(...stream.getTracks());
      return stream;
    });
} else {
  delete window.RTCPeerConnection;
}

// The elements that play, the page's own and those that ring.
const playing = [];
const { play } = HTMLMediaElement.prototype;
HTMLMediaElement.prototype.play = function () {
  playing.push(this);
  return play.call(this);
};

const { setInterval: every, clearInterval: noMore } = window;
window.setInterval = (...given) => {
  const id = every.apply(window, given);
  counted.repeating.add(id);
  return id;
};
window.clearInterval = (id) => {
  counted.repeating.delete(id);
  noMore.call(window, id);
};

/** How many of each there are. */
function leftBehind() {
  return {
    made: counted.connections.length,
    connections: counted.connections.filter((c) => c.connectionState !== "closed").length,
    tracks: counted.tracks.filter((t) => t.readyState === "live").length,
    timers: counted.repeating.size,
  };
}
