import { Fault, News, Order } from "../events.gen";
import { Devices } from "./devices";
import type { Kind } from "./devices";
import { PhoneFault } from "./fault";
import type { Phone, PhoneHost } from "./host";
import { Leg } from "./leg";
import { Line } from "./line";
import type { Account } from "./line";
import { Network } from "./network";
import { Ringing } from "./ringing";
import { Speaker } from "./speaker";

type Detail = Record<string, unknown>;

/** The web phone: SIP by JsSIP, sound by the browser. It does what the core orders and decides nothing. */
export class WebPhone implements Phone {
  private readonly devices: Devices;
  private readonly speaker: Speaker;
  private readonly ringing: Ringing;
  private readonly legs = new Map<string, Leg>();
  private readonly network = new Network(() => this.tell(News.Network, {}));
  private line: Line | undefined;
  private incoming = 0;
  private openings = 0;

  constructor(private readonly host: PhoneHost) {
    this.devices = new Devices((kind) => this.deviceReplaced(kind));
    this.speaker = new Speaker(host.options.AudioElement, () => this.tell(News.Blocked, {}));
    this.ringing = new Ringing(host.options, () => this.tell(News.Blocked, {}));
  }

  /** Carries an order out, and answers it where orders are answered. */
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
      case Order.Devices:
        return this.devices.list().then((list) => ({ Devices: list }));
      case Order.Device:
        return this.choose(detail.Kind as Kind, String(detail.DeviceId));
      case Order.Close:
        return this.close();
    }
  }

  private async open(): Promise<object> {
    const opening = ++this.openings;
    await this.devices.askForMicrophone();
    if (opening !== this.openings) {
      throw new PhoneFault(Fault.Failed, "closed meanwhile");
    }
    this.devices.watch();
    this.network.listen();
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
      // JsSIP takes the account's address for none.
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
        // One that is to be answered at once is, if the core finds that right; else it rings as others do.
        if (this.legs.size === 1) {
          this.ringing.ringTone(this.devices.chosen.ringer);
        }
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
      leg.over(0, Fault.Failed);
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
    const leg = new Leg(name, this.devices, this.host.options.IceServers, {
      progress: (withSound) => {
        if (!withSound) {
          this.ringing.ringBack(this.devices.chosen.speaker);
        }
        this.tell(News.Progress, { Leg: name });
      },
      accepted: () => {
        this.ringing.stop();
        this.tell(News.Accepted, { Leg: name });
      },
      ended: (status, fault) => {
        this.legs.delete(name);
        // A second call that is turned down ends nothing of the first.
        if (!this.legs.size) {
          this.ringing.stop();
          this.speaker.stop();
        }
        this.tell(News.Ended, fault ? { Leg: name, Status: status, Fault: fault } : { Leg: name, Status: status });
      },
      heard: (stream) => this.speaker.play(stream, this.devices.chosen.speaker),
      replaced: () => this.tell(News.Replaced, { Kind: "microphone" }),
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
    await this.devices.choose(kind, id);
    await this.useDevice(kind);
    return {};
  }

  private async useDevice(kind: Kind): Promise<void> {
    switch (kind) {
      case "microphone":
        await Promise.all(Array.from(this.legs.values()).map((leg) => leg.replaceMicrophone()));
        return;
      case "speaker":
        return this.speaker.use(this.devices.chosen.speaker);
      case "ringer":
        return this.ringing.use(this.devices.chosen.ringer);
    }
  }

  private deviceReplaced(kind: Kind): void {
    this.useDevice(kind).then(
      () => this.tell(News.Replaced, { Kind: kind }),
      () => undefined,
    );
  }

  private tell(news: News, detail: object): void {
    this.host.tell("", news, detail);
  }
}
