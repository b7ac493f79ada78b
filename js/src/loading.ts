import type { Reason } from "./failure";

/** Why a file did not come, or what came does not run. */
export class LoadError {
  constructor(
    readonly reason: Reason,
    readonly detail: string,
  ) {}
}

/** What can never work is not tried again; anything else may be, a network comes and goes. */
const hopeless: { [reason: string]: true } = { forbidden: true, unsupported: true, mismatch: true, unplaced: true };

/** When a try that failed is followed by another, as the option Reconnect says for connections; times in milliseconds. */
export interface Policy {
  Off?: boolean;
  Base?: number;
  Max?: number;
  Attempts?: number;
}

/** How long a try waits for its next byte: a connection that is alive sends one sooner. */
const STALL = 10_000;
/** How long a try may last altogether, for one whose bytes cannot be seen and one whose bytes trickle. */
export const LONGEST = 120_000;

/** A try's own end of its time limits. */
export interface Watch {
  /** Which try it is, from 1 on. */
  number: number;
  /** The address being loaded, which a failure tells without its query. */
  at: string;
  /** Ends the download; undefined where the browser has no AbortController. */
  signal: AbortSignal | undefined;
  /** Says that bytes came, so that the next may take as long. */
  moved(): void;
  /** Says that the file is here, or that its bytes cannot be seen: only a limit of that many milliseconds holds. */
  within(limit: number): void;
  /** What to do when the try is given up. */
  abandoned(then: () => void): void;
}

/**
 * The states of a Loading:
 *
 *	idle --now--> trying --it came--> loaded
 *	                |  ^
 *	         failed |  | its time comes, wake, now
 *	                v  |
 *	               waiting
 *
 * From trying it goes to idle instead of waiting where the policy has no further try; what can never work ends in
 * hopeless. stop leads from trying and waiting to idle.
 */
export type State = "idle" | "trying" | "waiting" | "loaded" | "hopeless";

const { random, min, pow } = Math;

/** Loads one thing, and tries again where that may help. */
export class Loading<T> {
  policy: Policy = {};
  private state: State = "idle";
  private failed = 0;
  private tries = 0;
  private retry: number | undefined;
  /** Ends the try under way; what comes of it is ignored. */
  private abandon: (() => void) | undefined;

  constructor(
    private readonly attempt: (watch: Watch) => Promise<T>,
    private readonly came: (result: T) => void,
    /** A try came to nothing; only from "waiting" another follows by itself. */
    private readonly didNot: (error: LoadError, state: State) => void,
  ) {}

  /** Tries at once; joins a try that is under way. */
  now(): void {
    if (this.state === "idle" || this.state === "waiting") {
      this.begin();
    }
  }

  /** The network may be back: does not wait any longer. */
  wake(): void {
    if (this.state === "waiting") {
      this.begin();
    }
  }

  /** Nobody waits for it any more. */
  stop(): void {
    if (this.state === "trying" || this.state === "waiting") {
      clearTimeout(this.retry);
      this.state = "idle";
      this.failed = 0;
      if (this.abandon) {
        this.abandon();
      }
    }
  }

  private begin(): void {
    clearTimeout(this.retry);
    this.state = "trying";
    let over = false;
    let timer: number | undefined;
    let longest: number | undefined;
    let abandoned = (): void => undefined;
    const control = AbortController && new AbortController();
    const end = (): boolean => {
      const first = !over;
      over = true;
      clearTimeout(timer);
      clearTimeout(longest);
      return first;
    };
    const fail = ({ reason, detail }: LoadError): void => {
      if (end()) {
        const at = watch.at && `, ${absolute(watch.at).split(/[?#]/)[0]}`;
        this.end(new LoadError(reason, detail + at));
      }
    };
    const leave = (): void => {
      if (control) {
        control.abort();
      }
      abandoned();
    };
    const giveUp = (): void => {
      fail(new LoadError("missing", "the download stalled"));
      leave();
    };
    const limit = (milliseconds: number): void => {
      clearTimeout(timer);
      if (!over) {
        timer = setTimeout(giveUp, milliseconds);
      }
    };
    this.abandon = () => {
      if (end()) {
        leave();
      }
    };
    longest = setTimeout(giveUp, LONGEST);
    limit(STALL);
    const watch: Watch = {
      number: ++this.tries,
      at: "",
      signal: control && control.signal,
      moved: () => limit(STALL),
      within: limit,
      abandoned: (then) => (abandoned = then),
    };
    new Promise<T>((resolve) => resolve(this.attempt(watch))).then((result) => {
      if (end()) {
        this.state = "loaded";
        this.came(result);
      }
    }, fail);
  }

  private end(error: LoadError): void {
    const { Off, Base = 0, Max = 0, Attempts = 0 } = this.policy;
    const never = hopeless[error.reason];
    const again = !never && !Off && !(Attempts > 0 && this.failed >= Attempts);
    this.state = never ? "hopeless" : again ? "waiting" : "idle";
    if (again) {
      // A random part of a ceiling that doubles, so that many pages do not come back at the same moment.
      const ceiling = min((Base > 0 ? Base : 1_000) * pow(2, this.failed++), Max > 0 ? Max : 20_000);
      this.retry = setTimeout(() => this.begin(), random() * ceiling);
    } else {
      this.failed = 0;
    }
    this.didNot(error, this.state);
  }
}

/** The address as the browser asks for it; as it is given where there is no page, as on a server. */
function absolute(url: string): string {
  return typeof document === "object" ? new URL(url, document.baseURI).href : url;
}
