import type { Kind } from "../events.gen";
import type { Calls } from "./calls";
import { Say } from "./channel";
import type { Carried, Heard } from "./channel";
import type { Voice } from "./leading";

/** What a tab that follows is given by the tab. */
export interface Ears {
  calls: Calls;
  /** What the page was last told. */
  told: string;
  /** Takes what the leader's core says to the page. */
  deliver(kind: Kind, id: number, name: string, json: string): void;
  /** There is no leader, or another one. */
  connecting(): void;
  /** The leader knows that the tab leaves for good, or is to be told. */
  noted(): void;
  leaving(leader: string): void;
}

/** A tab as it follows. */
export class Following {
  /** The tab that leads, "" while that is not known. */
  leader = "";
  /** The number of the last wish to take part, and whether the leader granted it. */
  private wish = 0;
  private joined = false;
  /** Numbers of the last messages from and to the leader. */
  private heard = 0;
  private said = 0;
  private out: Carried[] = [];

  constructor(
    private readonly voice: Voice,
    private readonly ears: Ears,
  ) {}

  /** Asks to take part. What the leader of before, or the same one before, still says is of no interest. */
  join(to: string): void {
    this.heard = this.said = 0;
    this.joined = false;
    this.out = [];
    this.voice.say(to, Say.Join, [++this.wish, this.ears.told]);
  }

  /** Follows nobody. */
  leave(): void {
    this.leader = "";
    this.joined = false;
    this.out = [];
  }

  /** Sends messages to the leader's core, with those of the same turn. */
  carry(messages: Carried[]): void {
    if (!this.out.length) {
      Promise.resolve().then(() => {
        const { out } = this;
        this.out = [];
        if (out.length && this.leader) {
          this.voice.say(this.leader, Say.Carry, out, ++this.said);
        }
      });
    }
    this.out = this.out.concat(messages);
  }

  hear({ from, number, say, body }: Heard): void {
    if (say === Say.Lead) {
      this.follow(from);
      this.joinAgain();
    } else if (say === Say.In && body === this.wish) {
      const known = this.leader === from;
      this.follow(from);
      this.joined = true;
      if (!known) {
        this.carry(this.ears.calls.again());
      }
    } else if (say === Say.Ping && !this.leader) {
      // It heard the wish before, and had no room for the tab then.
      this.join(from);
    } else if (from !== this.leader) {
      return;
    } else if (say === Say.Ping && !this.joined) {
      this.joinAgain();
    } else if (say === Say.Carry && this.joined && number > this.heard) {
      this.take(number, body as Carried[]);
    } else if (say === Say.Bye) {
      this.leave();
      this.ears.connecting();
    } else if (say === Say.Noted) {
      this.ears.noted();
    }
  }

  private take(number: number, messages: Carried[]): void {
    if (number > this.heard + 1) {
      // Something got lost on the way.
      this.joinAgain();
      return;
    }
    this.heard = number;
    for (const message of messages) {
      this.ears.deliver(...message);
    }
  }

  /** Joins the leader, who may not be the one that has the calls which are under way. */
  private joinAgain(): void {
    this.join(this.leader);
    this.carry(this.ears.calls.again());
  }

  private follow(leader: string): void {
    if (this.leader !== leader) {
      this.ears.connecting();
    }
    this.leader = leader;
    this.ears.leaving(leader);
  }
}
