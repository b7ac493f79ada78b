/** What the SDK uses of zone.js, which Angular loads; a page may load it after the SDK. */
interface Zone {
  root: Zone;
  current: Zone;
  run(callback: () => void): void;
}

function zones(): Zone | undefined {
  const { Zone } = window as unknown as { Zone?: Zone };
  return Zone && Zone.root && Zone.current && typeof Zone.root.run === "function" ? Zone : undefined;
}

/** Runs the SDK's own work outside the page's zones, where its timers would keep an Angular application unstable. */
export function outsideZones(work: () => void): void {
  const Zone = zones();
  if (Zone) {
    Zone.root.run(work);
  } else {
    work();
  }
}

/** Makes a handler run in the zone in which it was attached, as addEventListener does there. */
export function inItsZone(handler: (resp: unknown) => void): (resp: unknown) => void {
  const Zone = zones();
  const zone = Zone && Zone.current;
  return !zone || zone === Zone.root ? handler : (resp) => zone.run(() => handler(resp));
}
