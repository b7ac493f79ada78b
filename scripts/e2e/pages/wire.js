// Counts how many requests of the page's newest WebSocket wait for their replies.
const wire = {
  socket: null,
  get unanswered() {
    return this.socket && this.socket.readyState === WebSocket.OPEN ? this.socket.unanswered.size : 0;
  },
};

window.WebSocket = class extends WebSocket {
  unanswered = new Set();

  constructor(...args) {
    super(...args);
    wire.socket = this;
    this.addEventListener("message", ({ data }) => this.unanswered.delete(msgIdOf(data)));
  }

  send(frame) {
    if (frame !== "ping") {
      this.unanswered.add(msgIdOf(frame));
    }
    super.send(frame);
  }
};

/** The MsgId of a frame, undefined if it has none or is not JSON. */
function msgIdOf(frame) {
  const [, id] = frame.match(/"MsgId":"([^"]*)"/) || [];
  return id;
}
