import { UA, WebSocketInterface } from "jssip";
import type { RTCSession } from "jssip/lib/RTCSession";
import type { CallOptions, RTCSessionEvent } from "jssip/lib/UA";

import { Farewell } from "./farewell";
import { Identity } from "./identity";

/** What the phone registers with. */
export interface Account {
  Url: string;
  Uri: string;
  User: string;
  Password: string;
}

interface LineEvents {
  registered(): void;
  /** status is the SIP server's answer, or 0 without one. */
  unregistered(status: number): void;
  /** atOnce means that the call requests to be answered at once. */
  incoming(session: RTCSession, atOnce: boolean): void;
}

/** The first and the last ceiling of the interval, in seconds, between attempts to open a lost socket. */
const recovery = { connection_recovery_min_interval: 1, connection_recovery_max_interval: 20 };

/** Proxies close sockets that are silent for a minute; RFC 5626 requires less than 30 s. */
const keepAlive = 25_000;

/** Seconds that a call rings: the platform ends it by the time that proxies give up (RFC 3261, timer C). */
const ringing = 180;

/** A SIP socket that can be replaced by a new one. */
class SipSocket extends WebSocketInterface {
  constructor(
    url: string,
    readonly farewell: Farewell,
  ) {
    super(url);
  }

  override send(message: string | ArrayBufferLike | Blob | ArrayBufferView): boolean {
    this.farewell.sent(message);
    return super.send(message);
  }

  renew(): void {
    this.disconnect();
    this.ondisconnect(true);
  }
}

/** The registration. JsSIP refreshes it, and restores it after its socket was lost. */
export class Line {
  private readonly socket: SipSocket;
  private readonly ua: UA;
  private readonly identity: Identity;
  private alive: number | undefined;

  constructor(account: Account, on: LineEvents) {
    this.socket = new SipSocket(account.Url, new Farewell(account.User, account.Password));
    this.identity = new Identity(account.Uri);
    const { id } = this.identity;
    this.ua = new UA({
      sockets: this.socket,
      uri: account.Uri,
      authorization_user: account.User,
      password: account.Password,
      // The platform ends a dead call by its media; refreshing the session would be one more way to lose it.
      session_timers: false,
      no_answer_timeout: ringing,
      instance_id: id,
      // The same address too, for registrars that do not support instances.
      contact_uri: `sip:${id.slice(0, 8)}@${id.slice(-12)}.invalid;transport=ws`,
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

  /** Registers again over the current socket; a lost socket registers when it is restored. */
  register(): void {
    if (this.ua.isConnected()) {
      this.ua.register();
    }
  }

  call(number: string, options: CallOptions): RTCSession {
    return this.ua.call(number, options);
  }

  /** Replaces the socket, which may be dead without notice; calls continue. */
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

  /** The page is being left. */
  leave(): void {
    this.identity.leave();
    if (this.ua.isRegistered()) {
      this.socket.farewell.say(this.ua);
    }
  }

  /** The page was left, and is restored unchanged. */
  back(): void {
    this.identity.claim();
    this.ua.register();
  }

  /** Unregisters; the socket stays open until that is answered, 2 s at most. */
  close(): void {
    clearTimeout(this.alive);
    this.identity.leave();
    this.ua.removeAllListeners();
    this.ua.stop();
  }
}
