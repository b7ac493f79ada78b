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

/** Whether the browser prerenders the page, so that nobody has seen it and perhaps nobody will. */
export function isPrerendered(): boolean {
  return typeof document === "object" && (document as { prerendering?: boolean }).prerendering === true;
}

/** Calls back when a prerendered page is shown, and at once for any other page. */
export function whenShown(callback: () => void): void {
  if (isPrerendered()) {
    document.addEventListener("prerenderingchange", callback, { once: true });
  } else {
    callback();
  }
}

function each(visit: (target: EventTarget, type: string) => void): void {
  if (typeof document === "object") {
    // resume ends a freeze; pageshow fires when the page is restored from the back-forward cache.
    visit(document, "visibilitychange");
    visit(document, "resume");
    visit(window, "pageshow");
    visit(window, "online");
  }
}
