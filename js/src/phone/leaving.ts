/** Reports when the page is left, and when the browser restores it unchanged from its cache. */
export class Leaving {
  private readonly hidden = (): void => this.left();
  private readonly shown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) {
      this.back();
    }
  };

  constructor(
    private readonly left: () => void,
    private readonly back: () => void,
  ) {}

  listen(): void {
    window.addEventListener("pagehide", this.hidden);
    window.addEventListener("pageshow", this.shown);
  }

  ignore(): void {
    window.removeEventListener("pagehide", this.hidden);
    window.removeEventListener("pageshow", this.shown);
  }
}
