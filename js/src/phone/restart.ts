import type { RTCSession } from "jssip/lib/RTCSession";

import { Fault } from "../events.gen";
import { PhoneFault } from "./fault";

/** How long to gather candidates, in milliseconds: with a dead STUN server, or over a VPN, it takes far longer. */
export const gathering = 2_000;

/** How often to check whether another negotiation is over, and for how long, in milliseconds. */
const others = { every: 100, limit: 5_000 };

const pending = 491;

interface Answer {
  body?: string;
  status_code?: number;
}

/** What JsSIP's declarations omit. */
interface Dialogue {
  contact: string;
  sendRequest(method: string, options?: object): void;
}

/**
 * Makes a call look for new media paths (ICE restart), with its own re-INVITEs: if the far end refuses one of JsSIP's, the
 * call ends.
 */
export class Restarts {
  private turn: Promise<unknown> = Promise.resolve();
  private busy = false;

  constructor(private readonly session: RTCSession) {
    // Two simultaneous offers conflict: the far end repeats its own (RFC 3261, 14.2).
    session.on("reinvite", (event: { reject(options: object): void }) => {
      if (this.busy) {
        event.reject({ status_code: pending });
      }
    });
  }

  /** Resolves when the far end has agreed. Restarts run one after another. */
  next(): Promise<object> {
    const done = this.turn.then(() => this.restart());
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async restart(): Promise<object> {
    await this.othersEnd();
    this.busy = true;
    const { connection } = this.session;
    try {
      await connection.setLocalDescription(await connection.createOffer({ iceRestart: true }));
      await gathered(connection);
      const sdp = await this.offer(connection.localDescription!.sdp);
      await connection.setRemoteDescription({ type: "answer", sdp });
    } catch (error) {
      // The sound continues over its current path.
      await connection.setLocalDescription({ type: "rollback" }).catch(() => undefined);
      throw error;
    } finally {
      this.busy = false;
    }
    return {};
  }

  /** Waits until no other offer is under way. */
  private async othersEnd(): Promise<void> {
    const { session } = this;
    for (let waited = 0; !session.isEnded() && waited < others.limit; waited += others.every) {
      if (session.isReadyToReOffer() && session.connection.signalingState === "stable") {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, others.every));
    }
    throw session.isEnded() ? new PhoneFault(Fault.NoCall) : new PhoneFault(Fault.Failed, "renegotiating already");
  }

  private offer(sdp: string): Promise<string> {
    const { session } = this;
    const dialogue = session as unknown as Dialogue;
    return new Promise((resolve, reject) => {
      const failed = (answer?: Answer): void =>
        reject(new PhoneFault(Fault.Failed, String((answer && answer.status_code) || "no answer")));
      session.on("ended", () => failed());
      dialogue.sendRequest("INVITE", {
        extraHeaders: [`Contact: ${dialogue.contact}`, "Content-Type: application/sdp"],
        // An offer to send and receive would make a far end that holds the call retrieve it.
        body: session.isOnHold().remote ? sdp.replace(/^a=sendrecv/gm, "a=recvonly") : sdp,
        eventHandlers: {
          onSuccessResponse(answer: Answer) {
            dialogue.sendRequest("ACK");
            if (answer.body) {
              resolve(answer.body);
            } else {
              failed(answer);
            }
          },
          onErrorResponse: failed,
          onDialogError: failed,
          onTransportError: () => failed(),
          onRequestTimeout: () => failed(),
        },
      });
    });
  }
}

/** Resolves when the candidates are gathered, or after the time limit. */
function gathered(connection: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (connection.iceGatheringState === "complete") {
        end();
      }
    };
    const end = (): void => {
      clearTimeout(timer);
      connection.removeEventListener("icegatheringstatechange", look);
      resolve();
    };
    const timer = setTimeout(end, gathering);
    // Right after the offer, the state may still be that of the previous gathering.
    connection.addEventListener("icegatheringstatechange", look);
  });
}
