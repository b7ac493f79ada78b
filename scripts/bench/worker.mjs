// Measures what a worker between the page and the core would cost: how long one takes to start, and what the way to it and back
// adds to a call and to an event. It prints medians; web/docs/decisions/14-worker.md draws the conclusion.
//
//   node scripts/bench/worker.mjs [ROUNDS]
import { createServer } from "node:http";
import { once } from "node:events";

import { launch, processorTime } from "./browser.mjs";
import { quantile } from "./statistics.mjs";

const rounds = Number(process.argv[2] ?? 9);
const events = 10_000;

// A worker that sends back what it gets, as one with the core would send an event for a frame.
const echo = "onmessage = ({ data }) => postMessage(data);";

/** In the page. */
function prepare(echo, events) {
  const url = URL.createObjectURL(new Blob([echo], { type: "text/javascript" }));
  const frame = JSON.stringify({ Method: "Held", Payload: { text: "x".repeat(600), City: "北京" } });
  const next = (worker) => new Promise((resolve) => (worker.onmessage = resolve));

  /** Milliseconds until a new worker has answered. */
  window.start = async () => {
    const began = performance.now();
    const worker = new Worker(url);
    worker.postMessage(frame);
    await next(worker);
    worker.terminate();
    return performance.now() - began;
  };
  const worker = new Worker(url);
  /** Milliseconds of each of some round trips. */
  window.trips = async () => {
    const took = [];
    for (let i = 0; i < 1000; i++) {
      const began = performance.now();
      worker.postMessage(frame);
      await next(worker);
      took.push(performance.now() - began);
    }
    return took;
  };
  /** Milliseconds of a burst, all sent before the first comes back. */
  window.burst = () =>
    new Promise((resolve) => {
      let left = events;
      const began = performance.now();
      worker.onmessage = () => --left || resolve(performance.now() - began);
      for (let i = 0; i < events; i++) {
        worker.postMessage(frame);
      }
    });
}

// Isolated, so that the page's clock is a fine one.
const headers = {
  "Content-Type": "text/html",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};
const server = createServer((_, response) => response.writeHead(200, headers).end("<!doctype html>"));
await once(server.listen(0, "127.0.0.1"), "listening");
const browser = await launch();
try {
  const used = await processorTime(browser);
  const all = {
    "start of a worker, ms": [],
    "round trip, p50, µs": [],
    "round trip, p99, µs": [],
    "event in a burst, µs": [],
    "CPU per event, µs": [],
  };
  for (let round = 0; round < rounds; round++) {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.evaluate(`(${prepare})(${JSON.stringify(echo)}, ${events})`);
    await page.evaluate("trips()");
    await page.evaluate("burst()");
    const trips = await page.evaluate("trips()");
    all["start of a worker, ms"].push(await page.evaluate("start()"));
    all["round trip, p50, µs"].push(quantile(trips, 0.5) * 1000);
    all["round trip, p99, µs"].push(quantile(trips, 0.99) * 1000);
    const before = await used();
    all["event in a burst, µs"].push(((await page.evaluate("burst()")) / events) * 1000);
    all["CPU per event, µs"].push((((await used()) - before) / events) * 1000);
    await page.close();
  }
  for (const [name, readings] of Object.entries(all)) {
    console.log(`${name.padEnd(24)} ${quantile(readings, 0.5).toFixed(1)}`);
  }
} finally {
  await browser.close();
  server.close();
}
