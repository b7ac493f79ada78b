// The connection between a page and its SIP server, on which a test can hold, change and answer messages.
import type { Page } from "@playwright/test";

type Hand = (message: string) => string | null;

export class SipWire {
  /** These functions handle what the page sends and receives; null drops a message. */
  toServer: Hand = (message) => message;
  toPage: Hand = (message) => message;
  /** All that the page sent. */
  readonly sent: string[] = [];

  private say: (message: string) => void = () => undefined;

  /** Inserts itself between a page that is opened later and its SIP server. */
  static async of(page: Page): Promise<SipWire> {
    const wire = new SipWire();
    await page.routeWebSocket(/\/sip$/, (socket) => {
      const server = socket.connectToServer();
      wire.say = (message) => socket.send(message);
      socket.onMessage((given) => {
        const message = String(given);
        wire.sent.push(message);
        const passes = wire.toServer(message);
        if (passes !== null) {
          server.send(passes);
        }
      });
      server.onMessage((given) => {
        const passes = wire.toPage(String(given));
        if (passes !== null) {
          socket.send(passes);
        }
      });
    });
    return wire;
  }

  /** Sends a message to the page in place of the server. */
  tell(message: string): void {
    this.say(message);
  }

  /** Answers a request of the page in place of the server. */
  answer(request: string, status: string): void {
    const headers = request.split("\r\n").filter((line) => /^(Via|From|To|Call-ID|CSeq):/i.test(line));
    this.say([`SIP/2.0 ${status}`, ...headers, "Content-Length: 0", "", ""].join("\r\n"));
  }
}

/** Whether a message offers new media paths for an established call. */
export function isReInvite(message: string): boolean {
  return /^INVITE /.test(message) && /^To:.*;tag=/im.test(message);
}
