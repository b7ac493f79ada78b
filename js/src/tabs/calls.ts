import { Kind, tabDiffers } from "../events.gen";
import type { Page } from "../runtime";
import type { Carried } from "./channel";

interface Call {
  message: Carried;
  /** What the page had been told when it made the call. */
  told: string;
  /** Whether a core may have it. */
  sent: boolean;
}

/** How much may wait for a leader that is no call. */
const MOST = 100;

/** A page's calls that have not settled, and what it said while nobody led. */
export class Calls {
  private open: { [id: number]: Call } = {};
  private waiting: Carried[] = [];

  /** Notes what the page says; where nobody leads, it waits. */
  add(message: Carried, told: string, leads: boolean): void {
    const [kind, id] = message;
    const call = (kind === Kind.Invoke || kind === Kind.Export) && id > 0;
    if (call) {
      this.open[id] = { message, told, sent: leads };
    }
    // A token that was asked for by a leader that is gone helps nobody.
    if (!leads && (call || this.waiting.length < MOST) && kind !== Kind.Answer) {
      this.waiting.push(message);
    }
  }

  /** Whether the call had not settled; it has now. */
  settled(id: number): boolean {
    const known = !!this.open[id];
    delete this.open[id];
    return known;
  }

  /** What the next core is to be told: the calls that were under way, and what waited. */
  again(): Carried[] {
    const list: Carried[] = [];
    for (const call of this.all()) {
      const [kind, id, name, json] = call.message;
      if (call.sent) {
        list.push(kind === Kind.Export ? call.message : [Kind.Resume, id, name, `{"Args":${json},"Told":${call.told || "null"}}`]);
      }
      call.sent = true;
    }
    const { waiting } = this;
    this.waiting = [];
    return list.concat(waiting);
  }

  /** Whether one waits. */
  get waits(): boolean {
    return this.all().length > 0;
  }

  /** Rejects all, in place of a core. What the page began without a promise, such as its connection, goes on. */
  rejectAll(language: string, page: Page): void {
    const all = this.all();
    this.open = {};
    this.waiting = this.waiting.filter(([, id]) => !id);
    const [Code, chinese, english] = tabDiffers;
    for (const { message } of all) {
      const method = message[2] || "ExportLog";
      const Message = `${/^\s*en/i.test(language) ? english : chinese} [${method} ${Code}]`;
      page.receive(Kind.Settle, message[1], "rejected", JSON.stringify({ Code, Data: null, Message, Visible: true }));
    }
  }

  private all(): Call[] {
    return Object.keys(this.open).map((id) => this.open[+id]!);
  }
}
