// Drives Chromium, and reads from it what is not visible to a page.
import { createRequire } from "node:module";

const { chromium } = createRequire(new URL("../e2e/package.json", import.meta.url))("@playwright/test");

/** launch starts the machine's own Chromium; CHROMIUM names another. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      // Chromium's sandbox does not start for root.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      // Only the page may use the network.
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** processorTime returns a function that returns the processor time that pages have used, in milliseconds. */
export async function processorTime(browser) {
  const session = await browser.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
}

/** heap returns how many bytes of a page's JavaScript heap are in use after a garbage collection. */
export async function heap(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
}

/** longestTask returns the milliseconds of the longest task of a page's main thread between the marks "start" and "ready". */
export async function longestTask(browser, page, act) {
  await browser.startTracing(page, {
    categories: ["disabled-by-default-devtools.timeline", "toplevel", "blink.user_timing", "__metadata"],
  });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const mark = (name) => traceEvents.find((event) => event.cat.includes("blink.user_timing") && event.name === name);
  const start = mark("start");
  const ready = mark("ready");
  const tasks = traceEvents.filter(
    ({ name, pid, tid, ts, dur }) =>
      name.endsWith("RunTask") && pid === start.pid && tid === start.tid && ts + dur > start.ts && ts < ready.ts,
  );
  if (tasks.length === 0) {
    throw new Error("the trace has no tasks: does this Chromium name them differently?");
  }
  return Math.max(...tasks.map(({ dur }) => dur)) / 1000;
}
