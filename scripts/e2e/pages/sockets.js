// The page's WebSockets, in the order in which they were opened.
const sockets = [];
const Socket = window.WebSocket;
window.WebSocket = class extends Socket {
  constructor(...args) {
    super(...args);
    sockets.push(this);
  }
};
