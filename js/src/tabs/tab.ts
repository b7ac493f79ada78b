import { Kind, tabDiffers } from "../events.gen";
import type { Options } from "../options.gen";
import type { askToken as ask } from "../provider";
import type { Page } from "../runtime";
import { Calls } from "./calls";
import { PROTOCOL, read, readTold, Say, write } from "./channel";
import type { Heard } from "./channel";
import { whenAside } from "./clock";
import { Following } from "./following";
import type { Ears } from "./following";
import { nobody, nothing } from "./follower";
import type { Way } from "./host";
import { Leading } from "./leading";
import type { Voice } from "./leading";
import { Locks } from "./locks";
import { ownPage } from "./own_page";
import { ASK, Patience } from "./patience";
import { hex, meetingPlace } from "./share";

/** How long a tab that leaves for good may take over to log the agent out. */
const FAREWELL = 10_000;

/**
 * A tab's part in sharing a connection. Who holds the lock leads: its core is used by all. The others send it what their pages
 * say, and hand on what it says to them. What a tab was last told stays with it, so that each can be the next to lead.
 */
export class Tab implements Way, Voice, Ears {
  readonly id = hex(crypto.getRandomValues(new Uint8Array(16)));
  place = "";
  json = "";
  private page = nobody;
  private channel: BroadcastChannel | undefined;
  private locks: Locks | undefined;
  readonly calls = new Calls();
  told = "";
  private state = "";
  private role = "";
  /** What this tab does while it leads, and while another one does. */
  private leading: Leading | undefined;
  private readonly following = new Following(this, this);
  private asking: number | undefined;
  private readonly patience = new Patience();
  /** Leaves for good. */
  private ends = false;
  /** The leader before was connected, which this one is not yet: it could not log the agent out. */
  private owes = false;
  /** The leader is of another version. */
  private refused = false;
  private strange = 0;
  /** Takes no part any more while the browser keeps the tab aside. */
  private ignore = nothing;

  constructor(
    private readonly own: Way,
    private readonly options: Options,
    private readonly askToken: typeof ask,
  ) {}

  add(page: Page, json: string): number {
    this.page = page;
    this.json = json;
    meetingPlace(this.options).then((place) => {
      this.place = place;
      if (!this.ends) {
        this.ignore = whenAside(() => this.stop(), () => this.start());
        this.start();
      }
    });
    return 1;
  }

  remove(): void {
    const { leading } = this;
    this.ends = true;
    this.page = nobody;
    this.ignore();
    if (leading && leading.alone && !this.owes) {
      this.logOut(leading);
    } else if ((leading && !leading.alone) || !this.told || this.refused || !this.channel) {
      this.stop();
    } else {
      // The last tab logs the agent out: the leader, or this tab if it gets the lock first.
      this.say("", Say.Bye, true);
      setTimeout(() => this.stop(), FAREWELL);
    }
  }

  post(kind: Kind, _: number, id: number, name: string, json: string): void {
    if (kind === Kind.Destroy) {
      return;
    }
    this.calls.add([kind, id, name, json], this.told, !this.refused && !!(this.leading || this.following.leader));
    if (this.refused) {
      this.refuse();
    } else if (this.leading) {
      // If it does not lead any more, the next leader is told what was under way.
      this.whileLeading((leading) => leading.post(kind, id, name, json));
    } else if (this.following.leader) {
      this.following.carry([[kind, id, name, json]]);
    }
  }

  private whileLeading(act: (leading: Leading) => void): void {
    const { leading } = this;
    this.locks!.whenSure(() => {
      if (leading && leading === this.leading) {
        act(leading);
      }
    });
  }

  say(to: string, say: Say, body?: unknown, number = 0): void {
    if (this.channel) {
      this.channel.postMessage(write(this.id, to, number, say, body));
    }
  }

  /** Takes part: asks for the lock, and for the tab that has it. */
  private start(): void {
    if (this.channel) {
      return;
    }
    this.channel = new BroadcastChannel(this.place);
    this.channel.onmessage = ({ data }) => this.hear(data);
    const lives = (): void => this.following.join("");
    this.locks = new Locks(this.place, this.id, lives, () => this.lead(), () => this.robbed());
    this.asking = setInterval(() => this.ask(), ASK);
  }

  /** Takes no part: another one leads. */
  private stop(): void {
    const { locks, channel } = this;
    this.handOver();
    this.say("", Say.Bye, false);
    this.channel = this.locks = undefined;
    this.following.leave();
    clearInterval(this.asking);
    if (locks && channel) {
      locks.drop();
      channel.close();
    }
  }

  /** Another tab took the lock. */
  private robbed(): void {
    if (this.leading) {
      this.handOver();
      this.following.join("");
    }
  }

  /** Leads: the lock is this tab's. */
  private lead(): void {
    this.following.leave();
    this.refused = false;
    this.connecting();
    const deliver: Page["receive"] = (...message) => this.whileLeading(() => this.deliver(...message));
    const page = ownPage(this.page, deliver, () => {
      // Perhaps another tab's core does better.
      this.leading = undefined;
      this.stop();
    });
    const leading = new Leading(this.own, this, page, this.told);
    this.leading = leading;
    this.say("", Say.Lead);
    this.owes = !!readTold(this.told).Wanted;
    if (this.owes) {
      // Token and socket, while the module loads.
      this.page.waits("ConnectAsync");
    }
    for (const message of this.calls.again()) {
      leading.post(...message);
    }
  }

  private handOver(): void {
    const { leading } = this;
    if (leading) {
      this.leading = undefined;
      leading.handOver();
      this.say("", Say.Bye, false);
      this.connecting();
    }
  }

  private logOut(leading: Leading): void {
    this.leading = undefined;
    leading.destroy();
    this.stop();
  }

  /** Whether the connection of the leader before is up is of no interest any more. */
  connecting(): void {
    if (this.state) {
      this.deliver(Kind.State, 0, "", this.state.replace('"connectState":"connected"', '"connectState":"connecting"'));
    }
  }

  /** Hands on what a core says to this tab's page. */
  deliver(kind: Kind, id: number, name: string, json: string): void {
    if (kind === Kind.Told) {
      this.told = json;
    }
    if (kind === Kind.Told || (kind === Kind.Settle && !this.calls.settled(id))) {
      return;
    }
    if (kind === Kind.Ask && this.ends && this.leading) {
      // The page is gone, and what it was logged in with is asked for once more, to log it out.
      const { leading } = this;
      this.askToken(this.options.AppDataProvider, ([outcome, token]) => leading.post(Kind.Answer, id, outcome, token));
    }
    if (kind === Kind.State) {
      this.state = json;
    } else if (kind === Kind.Log && this.leading && name !== "debug") {
      this.leading.tell(kind, id, name, json);
    } else if (name === "TabRoleChanged") {
      if (this.role === json) {
        return;
      }
      this.role = json;
    }
    this.page.receive(kind, id, name, json);
    if (name === "Connected") {
      this.owes = false;
      if (this.ends && this.leading) {
        this.logOut(this.leading);
      }
    }
  }

  private hear(data: unknown): void {
    const heard = read(data, this.id);
    if (heard === null && this.strange++ === 0) {
      this.page.log("warn", "a foreign message on the channel of the tabs was ignored");
    }
    if (heard && heard.version !== PROTOCOL) {
      this.hearOther(heard);
    } else if (heard && this.leading) {
      this.locks!.whenSure(() => this.take(heard));
    } else if (heard) {
      this.take(heard);
    }
  }

  private take(heard: Heard): void {
    (this.leading || this.following).hear(heard);
    if (heard.say === Say.Ping || heard.from === this.following.leader) {
      this.patience.renew();
    }
  }

  /** The leader has noted that this tab leaves for good. */
  noted(): void {
    this.ends && this.stop();
  }

  leaving(leader: string): void {
    this.refused = false;
    this.ends && this.say(leader, Say.Bye, true);
  }

  /** Hears a tab of another version, of which only the envelope can be read. */
  private hearOther({ version, from, say }: Heard): void {
    if (this.leading) {
      if (say === Say.Join) {
        this.say(from, Say.Differ);
      } else if (say === Say.Yield && version > PROTOCOL && readTold(this.told).State.callId === "") {
        this.stop();
        this.start();
      }
    } else if (say === Say.Lead || say === Say.Differ) {
      if (!this.refused) {
        this.page.log("error", tabDiffers[2]);
      }
      this.following.leader = from;
      this.refused = true;
      this.refuse();
    }
  }

  private refuse(): void {
    this.calls.rejectAll(this.options.LanguageCode, this.page);
    this.say(this.following.leader, Say.Yield);
  }

  /** Asks the leader whether it is there, which runs the timers of a hidden one as well, and takes the lock of one that is not. */
  private ask(): void {
    const { locks, leading } = this;
    if (leading) {
      locks!.whenSure(nothing);
    } else if (!this.refused && (!document.hidden || this.calls.waits)) {
      if (this.patience.ends()) {
        this.page.log("warn", "the tab with the connection does not answer: this one leads");
        locks!.seize();
      } else {
        this.say(this.following.leader, Say.Ping);
      }
    }
  }
}
