import { Kind } from "../events.gen";
import type { Page } from "../runtime";
import { Say } from "./channel";
import type { Carried, Heard } from "./channel";
import { whileHidden } from "./clock";
import { Follower } from "./follower";
import type { Way } from "./host";

/** How many tabs may ask at a time: one is known to be a tab when its lock was seen, and what floods the channel holds none. */
const MOST = 64;

/** What a tab is to the one that leads: how it speaks to another, and where the tabs meet. */
export interface Voice {
  id: string;
  place: string;
  json: string;
  say(to: string, say: Say, body?: unknown, number?: number): void;
}

/** A tab while it leads: the instance of its own page, and those of the tabs that follow. */
export class Leading {
  readonly instance: number;
  private readonly tabs: { [id: string]: Follower } = {};
  private readonly unhide: () => void;
  private unseen = 0;

  constructor(
    private readonly own: Way,
    private readonly voice: Voice,
    page: Page,
    told: string,
  ) {
    this.instance = own.add(page, withTold(voice.json, voice.id, told));
    this.unhide = whileHidden(() => this.tick());
  }

  /** Runs the core's timers that are due. One that comes late waits once for what may have come meanwhile. */
  private tick(): void {
    this.post(Kind.Tick, 0, "", "");
    this.post(Kind.Tick, 0, "", "");
  }

  /** What the tab's own page says. */
  post(kind: Kind, id: number, name: string, json: string): void {
    this.own.post(kind, this.instance, id, name, json);
  }

  get alone(): boolean {
    return !Object.keys(this.tabs).length;
  }

  /** Tells the tabs that follow what concerns all. */
  tell(kind: Kind, id: number, name: string, json: string): void {
    for (const tab of Object.keys(this.tabs)) {
      this.tabs[tab]!.receive(kind, id, name, json);
    }
  }

  /** Logs the agent out. */
  destroy(): void {
    this.unhide();
    this.post(Kind.Destroy, 0, "", "");
    this.own.remove(this.instance);
  }

  /** The core ends without a word to the platform, and the next takes up what was told. */
  handOver(): void {
    const { tabs, own } = this;
    this.unhide();
    for (const id of Object.keys(tabs)) {
      tabs[id]!.flush();
      own.remove(tabs[id]!.instance);
    }
    own.remove(this.instance);
    this.post(Kind.Leave, 0, "", "");
  }

  hear({ from, number, say, body }: Heard): void {
    const tab = this.tabs[from];
    if (say === Say.Join) {
      this.attach(from, body as [number, string]);
    } else if (say === Say.Bye) {
      this.detach(from, tab);
      if (body) {
        this.voice.say(from, Say.Noted);
      }
    } else if (say === Say.Ping) {
      this.voice.say(from, Say.Ping);
      if (document.hidden) {
        this.tick();
      }
    } else if (say === Say.Carry && tab && number > tab.heard) {
      if (number > tab.heard + 1) {
        this.voice.say(from, Say.Lead);
        return;
      }
      tab.heard = number;
      for (const [kind, id, name, json] of tab.admitted(body as Carried[])) {
        this.own.post(kind, tab.instance, id, name, json);
      }
    }
  }

  private attach(id: string, [wish, told]: [number, string]): void {
    const { voice } = this;
    const known = this.tabs[id];
    if (!known && this.unseen >= MOST) {
      // It asks again.
      return;
    }
    this.detach(id, known);
    const tab = new Follower((messages, number) => voice.say(id, Say.Carry, messages, number));
    this.tabs[id] = tab;
    voice.say(id, Say.In, wish);
    tab.instance = this.own.add(tab, withTold(voice.json, id, told, this.instance));
    // The tab has its lock as long as it lives.
    const lock = `${voice.place} ${id}`;
    const gone = (): void => this.detach(id, tab);
    this.unseen++;
    navigator.locks.request(lock, { ifAvailable: true }, (free) => {
      this.unseen--;
      if (free) {
        gone();
      } else {
        navigator.locks.request(lock, gone);
      }
    });
  }

  private detach(id: string, tab: Follower | undefined): void {
    if (tab && this.tabs[id] === tab) {
      delete this.tabs[id];
      this.own.post(Kind.Destroy, tab.instance, 0, "", "");
      this.own.remove(tab.instance);
    }
  }
}

/** The options for the core, with what the page was told, and whose client it uses. */
function withTold(json: string, tab: string, told: string, of = 0): string {
  return `${json.slice(0, -1)},"Tab":"${tab}","Told":${told || "null"},"Of":${of}}`;
}
