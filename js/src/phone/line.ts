import { UA, WebSocketInterface } from "jssip";
import type { RTCSession } from "jssip/lib/RTCSession";
import type { CallOptions, RTCSessionEvent } from "jssip/lib/UA";

/** What the phone registers with. */
export interface Account {
  Url: string;
  Uri: string;
  User: string;
  Password: string;
}

interface LineEvents {
  registered(): void;
  /** status is the SIP server's answer, 0 without one. */
  unregistered(status: number): void;
  /** atOnce says that the call asks to be answered at once. */
  incoming(session: RTCSession, atOnce: boolean): void;
}

/** The first and the last ceiling, in seconds, between attempts to open a lost socket. */
const recovery = { connection_recovery_min_interval: 1, connection_recovery_max_interval: 20 };

/** Proxies close sockets that say nothing for a minute; RFC 5626 asks for less than 30 s. */
const keepAlive = 25_000;

/** A SIP socket that can be given up for a new one. */
class SipSocket extends WebSocketInterface {
  renew(): void {
    this.disconnect();
    this.ondisconnect(true);
  }
}

/** The registration: refreshed, and restored when its socket was lost, by JsSIP. */
export class Line {
  private readonly socket: SipSocket;
  private readonly ua: UA;
  private alive: number | undefined;

  constructor(account: Account, on: LineEvents) {
    this.socket = new SipSocket(account.Url);
    this.ua = new UA({
      sockets: this.socket,
      uri: account.Uri,
      authorization_user: account.User,
      password: account.Password,
      // The platform ends a dead call by its media; refreshing the session would be one more way to lose it.
      session_timers: false,
      user_agent: "ccpaas-go",
      ...recovery,
    });
    this.ua.on("registered", () => on.registered());
    this.ua.on("unregistered", ({ response }) => on.unregistered(response ? response.status_code : 0));
    this.ua.on("registrationFailed", ({ response }) => on.unregistered(response ? response.status_code : 0));
    this.ua.on("newRTCSession", ({ session, request }: RTCSessionEvent) => {
      if (session.direction === "incoming") {
        on.incoming(session, /;\s*answer-after\s*=\s*0/i.test(String(request.getHeader("Call-Info"))));
      }
    });
    this.ua.start();
    this.keepAlive();
  }

  /** Registers again over the socket there is; one that is lost registers when it is back. */
  register(): void {
    if (this.ua.isConnected()) {
      this.ua.register();
    }
  }

  call(number: string, options: CallOptions): RTCSession {
    return this.ua.call(number, options);
  }

  /** Gives the socket up, which may be dead without knowing it; calls go on. */
  renew(): void {
    this.socket.renew();
  }

  private keepAlive(): void {
    this.alive = setTimeout(() => {
      if (this.ua.isConnected()) {
        this.socket.send("\r\n\r\n");
      }
      this.keepAlive();
    }, keepAlive);
  }

  /** Unregisters; the socket stays open until that is answered, 2 s at most. */
  close(): void {
    clearTimeout(this.alive);
    this.ua.removeAllListeners();
    this.ua.stop();
  }
}
