/** Tells when the computer, the page or the network may have just come back. */
export class Awake {
  private readonly heard: (event: Event) => void;

  constructor(wake: () => void) {
    this.heard = (event) => {
      if (event.type !== "visibilitychange" || document.visibilityState === "visible") {
        wake();
      }
    };
  }

  listen(): void {
    each((target, type) => target.addEventListener(type, this.heard));
  }

  ignore(): void {
    each((target, type) => target.removeEventListener(type, this.heard));
  }
}

function each(visit: (target: EventTarget, type: string) => void): void {
  if (typeof document === "object") {
    // resume ends a freeze; pageshow comes when the page is taken from the back-forward cache.
    ["visibilitychange", "resume"].forEach((type) => visit(document, type));
    ["pageshow", "online"].forEach((type) => visit(window, type));
  }
}
