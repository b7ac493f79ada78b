/** How long a leader may be silent, and how often it is asked whether it is there, in milliseconds. */
const SILENCE = 30_000;
export const ASK = 5_000;

/** How long the leader has not answered. */
export class Patience {
  /** How often it was asked since it last said something, and when it was first. */
  private asked = 0;
  private askedAt = 0;

  /** It said something. */
  renew(): void {
    this.asked = 0;
  }

  /** Reports whether it has been silent for too long, and else counts that it is asked. A tab that was blocked itself asks twice. */
  ends(): boolean {
    const now = performance.now();
    if (this.asked > 1 && now - this.askedAt > SILENCE) {
      this.asked = 0;
      return true;
    }
    if (!this.asked++) {
      this.askedAt = now;
    }
    return false;
  }
}
