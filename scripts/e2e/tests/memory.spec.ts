import { expect, test } from "../origins.ts";

// JavaScript's heap follows a sawtooth: Go's script keeps a pool of ids of JavaScript values, which empties until Go's
// collector refills it, after some 40,000 events. Each half of the events contains more than one such tooth, so that
// their lowest points are comparable, and differ by less than half a byte per event; the smallest object that an event
// could leave behind has twelve bytes. A native test measures Go's own heap over a million events; here the module's
// memory, which never shrinks, must not grow.
test("a hundred thousand events leave nothing in the page's memory", async ({ page, customer }) => {
  test.setTimeout(120_000);
  const samples = 20;
  // Until then Chromium optimises the code, and remembers what it learnt of it.
  const warmUp = 4;
  const events = 5_000;
  await page.goto(`${customer.origin}/stream.html`);
  await page.evaluate("instance.ConnectAsync()");
  const devtools = await page.context().newCDPSession(page);
  const heap: number[] = [];
  const wasm: number[] = [];
  for (let i = 0; i < warmUp + samples; i++) {
    await page.evaluate(`stream(${events})`);
    if (i < warmUp) {
      continue;
    }
    // Twice, since objects with a finalizer are freed the second time.
    await devtools.send("HeapProfiler.collectGarbage");
    await devtools.send("HeapProfiler.collectGarbage");
    heap.push((await devtools.send("Runtime.getHeapUsage")).usedSize);
    wasm.push(await page.evaluate<number>("memory.buffer.byteLength"));
  }
  expect(await page.evaluate("heard")).toBe((warmUp + samples) * events);
  const half = samples / 2;
  const growth = Math.min(...heap.slice(half)) - Math.min(...heap.slice(0, half));
  expect(growth / (half * events), `bytes of JavaScript for each event, of ${heap}`).toBeLessThan(1);
  expect(wasm[samples - 1], `bytes of WebAssembly, of ${wasm}`).toBe(wasm[half - 1]);
});
