import { Kind } from "../events.gen";
import type { Page } from "../runtime";
import type { Carried } from "./channel";

export const nothing = (): void => undefined;
/** In the place of a page that is gone. */
export const nobody: Page = { receive: nothing, end: nothing, lost: nothing, waits: nothing, log: nothing };

/** What a tab that follows may say to the core. */
const spoken: { [kind: number]: true } = { [Kind.Invoke]: true, [Kind.Answer]: true, [Kind.Phone]: true, [Kind.Export]: true, [Kind.Resume]: true };

/** A tab that follows, as the leader's core has it: an instance of its own. */
export class Follower implements Page {
  instance = 0;
  /** The numbers of the last messages from and to it. */
  heard = 0;
  said = 0;
  private out: Carried[] = [];

  constructor(private readonly send: (messages: Carried[], number: number) => void) {}

  /** What the core says in one turn goes in one message: all of it is told, or nothing. */
  receive(kind: number, id: number, name: string, json: string): void {
    if (this.out.push([kind, id, name, json]) === 1) {
      Promise.resolve().then(() => this.flush());
    }
  }

  flush(): void {
    const { out } = this;
    this.out = [];
    if (out.length) {
      this.send(out, ++this.said);
    }
  }

  /** What the tab may say of what it said. */
  admitted(messages: Carried[]): Carried[] {
    return messages.filter(([kind]) => spoken[kind]);
  }

  /** The core of the leader is gone; the next one takes over. */
  end(): void {}

  /** What is got ahead is got by the leader. */
  waits(): void {}

  lost(): void {
    this.receive(Kind.Emit, 0, "Disconnected,NeedManualConnect", '{"Reason":"ended","Retrying":false}');
  }

  log(type: string, message: string): void {
    this.receive(Kind.Log, 0, type, message);
  }
}
