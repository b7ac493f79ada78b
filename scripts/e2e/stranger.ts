// A stranger who has access to the agent's SIP socket and sends their own INVITE over it.
import type { Page } from "@playwright/test";

export interface Stranger {
  /** The first lines of the phone's answers. */
  readonly answers: string[];
  /** Sends the INVITE, with extra headers. */
  ring(...headers: string[]): void;
}

/** Inserts a stranger between a page that is opened later and its SIP server. */
export async function strangerOn(page: Page): Promise<Stranger> {
  let contact = "";
  const answers: string[] = [];
  let say = (_: string): void => undefined;
  await page.routeWebSocket(/\/sip$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const text = String(message);
      contact = text.match(/^Contact: <(sip:[^;>]+)/m)?.[1] ?? contact;
      if (text.includes("Call-ID: second")) {
        answers.push(text.split("\r\n")[0]!);
      } else {
        server.send(message);
      }
    });
    say = (message) => socket.send(message);
  });
  return {
    answers,
    ring(...headers) {
      const sdp = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\nc=IN IP4 127.0.0.1\r\n";
      say(
        [
          `INVITE ${contact} SIP/2.0`,
          "Via: SIP/2.0/WS second.invalid;branch=z9hG4bKsecond",
          "Max-Forwards: 70",
          `To: <${contact}>`,
          "From: <sip:second@second.invalid>;tag=second",
          "Call-ID: second",
          "CSeq: 1 INVITE",
          "Contact: <sip:second@second.invalid>",
          ...headers,
          "Content-Type: application/sdp",
          `Content-Length: ${sdp.length}`,
          "",
          sdp,
        ].join("\r\n"),
      );
    },
  };
}
