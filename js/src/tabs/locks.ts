/** A tab that stood still for so long asks whether the lock is still its own, in milliseconds; others wait twice as long. */
const STOOD = 15_000;

/** The locks of a tab that takes part: its own, by which others see that it lives, and after that the one that leads. */
export class Locks {
  private readonly own: string;
  private waiting: AbortController | undefined;
  private release: (() => void) | undefined;
  private die: (() => void) | undefined;
  private over = false;
  private ranAt = 0;
  /** What is done once it is known who leads. */
  private acts: (() => void)[] = [];

  /** `lives` is called when the first is held, `leads` when the second is, and `robbed` when another tab took that. */
  constructor(
    private readonly place: string,
    id: string,
    lives: () => void,
    private readonly leads: () => void,
    private readonly robbed: () => void,
  ) {
    this.own = `${place} ${id}`;
    navigator.locks.request(this.own, () => {
      if (this.over) {
        return undefined;
      }
      this.wait();
      lives();
      return new Promise<void>((resolve) => (this.die = resolve));
    });
  }

  /** Holds none any more, and waits for none. */
  drop(): void {
    const { waiting, release, die } = this;
    this.over = true;
    if (waiting) {
      waiting.abort();
    }
    if (release) {
      release();
    }
    if (die) {
      die();
    }
  }

  /** Takes the lock from a tab that does nothing any more. */
  seize(): void {
    this.waiting!.abort();
    this.request({ steal: true });
  }

  /**
   * Runs what a tab does while it leads: at once, or where the tab stood still, such as in a debugger or a long task, once it
   * is known whether another one took the lock meanwhile.
   */
  whenSure(act: () => void): void {
    const now = performance.now();
    const stood = now - this.ranAt;
    this.ranAt = now;
    if (stood < STOOD && !this.acts.length) {
      act();
    } else if (this.acts.push(act) === 1) {
      navigator.locks.query().then(({ held }) => {
        const tab = held!.find(({ name }) => name === this.own);
        if (!held!.some(({ name, clientId }) => name === this.place && clientId === tab!.clientId)) {
          this.robbed();
        }
        const { acts } = this;
        this.acts = [];
        for (const each of acts) {
          each();
        }
      });
    }
  }

  private wait(): void {
    this.waiting = new AbortController();
    this.request({ signal: this.waiting.signal });
  }

  private request(options: LockOptions): void {
    navigator.locks
      .request(this.place, options, () => {
        if (this.over) {
          return undefined;
        }
        this.ranAt = performance.now();
        this.leads();
        return new Promise<void>((resolve) => (this.release = resolve));
      })
      .catch(() => {
        // It was the tab itself that ended its wait.
        const aborted = options.signal && options.signal.aborted;
        if (!this.over && !aborted) {
          this.robbed();
          this.wait();
        }
      });
  }
}
