import { Fault, News, Order } from "../events.gen";
import { Checks } from "./check";
import { Devices } from "./devices";
import type { Kind } from "./devices";
import { PhoneFault } from "./fault";
import type { Phone, PhoneHost } from "./host";
import { Leaving } from "./leaving";
import { Leg } from "./leg";
import { Line } from "./line";
import type { Account } from "./line";
import { Network } from "./network";
import { Ringing } from "./ringing";
import { Speaker } from "./speaker";
import { needWebRTC } from "./webrtc";

type Detail = Record<string, unknown>;

/** The web phone: SIP by JsSIP, sound by the browser. It executes the core's orders and decides nothing. */
export class WebPhone implements Phone {
  private readonly devices: Devices;
  private readonly checks: Checks;
  private readonly speaker: Speaker;
  private readonly ringing: Ringing;
  private readonly legs = new Map<string, Leg>();
  private readonly network = new Network(() => this.tell(News.Network, {}));
  private readonly leaving = new Leaving(
    () => this.line && this.line.leave(),
    () => this.line && this.line.back(),
  );
  private line: Line | undefined;
  private incoming = 0;
  private openings = 0;

  constructor(private readonly host: PhoneHost) {
    const blocked = (): void => this.tell(News.Blocked, {});
    const failed = (kind: Kind) => (id: string) => this.devices.failed(kind, id);
    this.devices = new Devices(
      (kind) => this.deviceGone(kind),
      (kind) => this.tell(News.Replaced, { Kind: kind }),
    );
    this.checks = new Checks(this.devices, host.options.IceServers);
    this.speaker = new Speaker(host.options.AudioElement, blocked, failed("speaker"));
    this.ringing = new Ringing(host.options, blocked, failed("ringer"));
  }

  /** Executes an order, and answers it if it is one that is answered. */
  order(id: string, order: string, detail: Detail): void {
    const answer = this.carryOut(order, detail);
    if (answer) {
      answer.then(
        (done) => this.host.tell(id, News.Done, done),
        (error) => this.host.tell(id, News.Failed, PhoneFault.of(error)),
      );
    }
  }

  /** Ends and releases everything: calls, registration, microphone, listeners. */
  close(): void {
    this.openings++;
    for (const leg of Array.from(this.legs.values())) {
      leg.hangUp();
    }
    if (this.line) {
      this.line.close();
      this.line = undefined;
    }
    this.ringing.stop();
    this.speaker.stop();
    this.devices.ignore();
    this.network.ignore();
    this.leaving.ignore();
  }

  private carryOut(order: string, detail: Detail): Promise<object> | void {
    switch (order) {
      case Order.Open:
        return this.open();
      case Order.Register:
        return this.register(detail as unknown as Account);
      case Order.Again:
        return this.line && this.line.register();
      case Order.Renew:
        return this.line && this.line.renew();
      case Order.Invite:
        return this.invite(String(detail.Leg), String(detail.Number), detail.Headers as string[]);
      case Order.Answer:
        return this.answer(String(detail.Leg));
      case Order.Hangup:
        return this.hangUp(String(detail.Leg));
      case Order.Mute:
        return this.ask(detail, (leg) => leg.mute(detail.Muted === true));
      case Order.Dtmf:
        return this.ask(detail, (leg) => leg.sendTones(String(detail.Digits)));
      case Order.Restart:
        return this.ask(detail, (leg) => leg.restartIce());
      case Order.Check:
        return this.checks.run(detail.What, detail);
      case Order.Echo:
        return this.ask(detail, (leg) => leg.echo());
      case Order.Devices:
        return this.devices.list().then((list) => ({ Devices: list }));
      case Order.Device:
        return this.choose(detail.Kind as Kind, String(detail.DeviceId));
      case Order.Close:
        return this.close();
    }
  }

  private async open(): Promise<object> {
    needWebRTC();
    const opening = ++this.openings;
    await this.devices.askForMicrophone();
    if (opening !== this.openings) {
      throw new PhoneFault(Fault.Failed, "closed meanwhile");
    }
    this.devices.watch();
    this.network.listen();
    this.leaving.listen();
    return {};
  }

  private register(account: Account): void {
    if (this.line) {
      this.line.close();
      this.line = undefined;
    }
    try {
      this.line = this.newLine(account);
    } catch (error) {
      // JsSIP does not accept the account's address.
      this.tell(News.Unregistered, { Status: 0 });
    }
  }

  private newLine(account: Account): Line {
    return new Line(account, {
      registered: () => this.tell(News.Registered, {}),
      unregistered: (status) => this.tell(News.Unregistered, { Status: status }),
      incoming: (session, atOnce) => {
        const leg = this.newLeg(`in${++this.incoming}`);
        leg.rung(session);
        // The core decides whether to answer a call that requests it at once; otherwise it rings like any other.
        this.ring();
        this.tell(News.Incoming, { Leg: leg.name, Answer: atOnce });
      },
    });
  }

  private invite(name: string, number: string, headers: string[]): void {
    const line = this.line;
    const leg = this.newLeg(name);
    if (line) {
      leg.dial(line, number, headers);
    } else {
      leg.over(0, new PhoneFault(Fault.Failed));
    }
  }

  private answer(name: string): void {
    this.ringing.stop();
    const leg = this.legs.get(name);
    if (leg) {
      leg.answer();
    }
  }

  private hangUp(name: string): void {
    const leg = this.legs.get(name);
    if (leg) {
      leg.hangUp();
    }
  }

  private newLeg(name: string): Leg {
    const { IceServers: iceServers, IceTransportPolicy: iceTransportPolicy } = this.host.options;
    const leg = new Leg(name, this.devices, { iceServers, iceTransportPolicy }, {
      progress: (withSound) => {
        // If the far end sends sound of its own, that is played.
        if (withSound) {
          this.ringing.stop();
        } else {
          this.ringing.ringBack(this.devices.chosen.speaker);
        }
        this.tell(News.Progress, { Leg: name });
      },
      asking: () => this.tell(News.Asking, { Leg: name }),
      unanswered: (fault) => {
        this.ring();
        this.tell(News.Unanswered, Object.assign({ Leg: name }, fault));
      },
      accepted: () => {
        this.ringing.stop();
        this.tell(News.Accepted, { Leg: name });
      },
      ended: (status, fault) => {
        this.legs.delete(name);
        // Rejecting a second call must not affect the first.
        if (!this.legs.size) {
          this.ringing.stop();
          this.speaker.stop();
        }
        this.tell(News.Ended, Object.assign({ Leg: name, Status: status }, fault));
      },
      heard: (stream) => this.speaker.play(stream, this.devices.chosen.speaker),
      replaced: (fault) => this.tell(News.Replaced, Object.assign({ Kind: "microphone" }, fault)),
      mediaSought: () => this.tell(News.MediaSought, { Leg: name }),
      mediaFound: () => this.tell(News.MediaFound, { Leg: name }),
      mediaLost: () => this.tell(News.MediaLost, { Leg: name }),
      sample: (sample) => this.tell(News.Quality, Object.assign({ Leg: name }, sample)),
    });
    this.legs.set(name, leg);
    return leg;
  }

  private async ask(detail: Detail, act: (leg: Leg) => Promise<object>): Promise<object> {
    const leg = this.legs.get(String(detail.Leg));
    if (!leg) {
      throw new PhoneFault(Fault.NoCall);
    }
    return act(leg);
  }

  private async choose(kind: Kind, id: string): Promise<object> {
    const before = this.devices.chosen[kind];
    await this.devices.choose(kind, id);
    try {
      await this.useDevice(kind, false);
    } catch (error) {
      // A device that fails does not stay chosen.
      this.devices.chosen[kind] = before;
      throw error;
    }
    return {};
  }

  private async useDevice(kind: Kind, fallsBack: boolean): Promise<void> {
    switch (kind) {
      case "microphone":
        await Promise.all(Array.from(this.legs.values()).map((leg) => leg.replaceMicrophone(fallsBack)));
        return;
      case "speaker":
        return this.speaker.use(this.devices.chosen.speaker);
      case "ringer":
        return this.ringing.use(this.devices.chosen.ringer);
    }
  }

  private deviceGone(kind: Kind): void {
    this.useDevice(kind, true).then(
      () => this.tell(News.Replaced, { Kind: kind }),
      (error) => this.tell(News.Replaced, Object.assign({ Kind: kind }, PhoneFault.of(error))),
    );
  }

  /** Rings for an incoming call if it is the only call. */
  private ring(): void {
    if (this.legs.size === 1) {
      this.ringing.ringTone(this.devices.chosen.ringer);
    }
  }

  private tell(news: News, detail: object): void {
    this.host.tell("", news, detail);
  }
}
