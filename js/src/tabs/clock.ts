/**
 * Calls back once a second for as long as nobody sees the tab: its own timers run once a minute then. A worker's do not; where
 * the page's policy forbids workers, there is only the tab's own.
 */
export function whileHidden(tick: () => void): () => void {
  let worker: Worker | undefined;
  const look = (): void => {
    if (!document.hidden) {
      stop();
    } else if (!worker) {
      try {
        const url = URL.createObjectURL(new Blob(["setInterval(()=>postMessage(0),1e3)"], { type: "text/javascript" }));
        worker = new Worker(url);
        worker.onmessage = tick;
        worker.onerror = stop;
        URL.revokeObjectURL(url);
      } catch (error) {
        // A policy, Trusted Types among them.
      }
    }
  };
  const stop = (): void => {
    if (worker) {
      worker.terminate();
      worker = undefined;
    }
  };
  document.addEventListener("visibilitychange", look);
  look();
  return () => {
    document.removeEventListener("visibilitychange", look);
    stop();
  };
}

/** Calls back when the browser puts the tab aside, frozen or for its history, and when it is taken up again. */
export function whenAside(aside: () => void, back: () => void): () => void {
  const each = (change: "addEventListener" | "removeEventListener"): void => {
    window[change]("pagehide", aside);
    document[change]("freeze", aside);
    window[change]("pageshow", back);
    document[change]("resume", back);
  };
  each("addEventListener");
  return () => each("removeEventListener");
}
