import type { Reason } from "./failure";

/** Why a file did not load, or does not run. */
export class LoadError {
  constructor(
    readonly reason: Reason,
    readonly detail: string,
  ) {}
}

/** When a failed attempt is followed by another, as the option Reconnect defines it for connections; in milliseconds. */
export interface Policy {
  Off?: boolean;
  Base?: number;
  Max?: number;
  Attempts?: number;
}

/** How long an attempt waits for its next byte: a live connection sends one sooner. */
const STALL = 10_000;
/** How long a whole attempt may last: its progress may be invisible, or its bytes may trickle. */
export const LONGEST = 120_000;

/** An attempt's access to its time limits. */
export interface Watch {
  /** The number of the attempt, from 1. */
  number: number;
  /** The address being loaded; a failure reports it without its query. */
  at: string;
  /** Ends the download; undefined where the browser has no AbortController. */
  signal: AbortSignal | undefined;
  /** Reports that bytes arrived, which restarts the time limit. */
  moved(): void;
  /** Reports that the file arrived, or that its progress is invisible: only a limit of that many milliseconds applies. */
  within(limit: number): void;
  /** Sets what to do when the attempt is abandoned. */
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
 * From trying it changes to idle instead of waiting if the policy allows no further attempt; what can never work ends in
 * hopeless. stop leads from trying and waiting to idle.
 */
export type State = "idle" | "trying" | "waiting" | "loaded" | "hopeless";

const { random, min, pow } = Math;

/** Loads one thing, and tries again if that may help. */
export class Loading<T> {
  policy: Policy = {};
  private state: State = "idle";
  private failed = 0;
  private tries = 0;
  private retry: number | undefined;
  /** Ends the current attempt and ignores its result. */
  private abandon: (() => void) | undefined;

  constructor(
    private readonly attempt: (watch: Watch) => Promise<T>,
    private readonly came: (result: T) => void,
    /** An attempt failed; another follows automatically only from "waiting". */
    private readonly didNot: (error: LoadError, state: State) => void,
  ) {}

  /** Tries at once, or joins the current attempt. */
  now(): void {
    if (this.state === "idle" || this.state === "waiting") {
      this.begin();
    }
  }

  /** Stops waiting and tries again, as the network may be back. */
  wake(): void {
    if (this.state === "waiting") {
      this.begin();
    }
  }

  /** Ends it, as nobody waits for it any more. */
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
    // A network failure may pass; any other cause is permanent.
    const never = error.reason !== "missing";
    const again = !never && !Off && !(Attempts > 0 && this.failed >= Attempts);
    this.state = never ? "hopeless" : again ? "waiting" : "idle";
    if (again) {
      // A random part of a ceiling that doubles, so that many pages do not retry at the same moment.
      const ceiling = min((Base > 0 ? Base : 1_000) * pow(2, this.failed++), Max > 0 ? Max : 20_000);
      this.retry = setTimeout(() => this.begin(), random() * ceiling);
    } else {
      this.failed = 0;
    }
    this.didNot(error, this.state);
  }
}

/** The address as the browser requests it; unchanged if there is no page, as on a server. */
function absolute(url: string): string {
  return typeof document === "object" ? new URL(url, document.baseURI).href : url;
}
