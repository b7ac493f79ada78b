import { expect, test } from "../origins.ts";

// The heap of JavaScript saws: Go's script keeps a pool of ids of JavaScript values, which empties until Go's collector
// refills it, after some 40,000 events. Each half of the events holds more than one such tooth, so that their lowest
// points are comparable, and they come within half a byte an event of each other; the smallest object that an event
// could leave behind has twelve bytes. Whether Go's own heap grows is counted natively, over a million events; here
// the module's memory, which only ever grows, must not.
test("a hundred thousand events leave nothing in the page's memory", async ({ page, customer }) => {
  test.setTimeout(120_000);
  const samples = 20;
  const events = 5_000;
  await page.goto(`${customer.origin}/stream.html`);
  await page.evaluate("instance.ConnectAsync()");
  const devtools = await page.context().newCDPSession(page);
  const heap: number[] = [];
  const wasm: number[] = [];
  for (let i = 0; i < samples; i++) {
    await page.evaluate(`stream(${events})`);
    // Twice, since what has a finalizer goes with the second.
    await devtools.send("HeapProfiler.collectGarbage");
    await devtools.send("HeapProfiler.collectGarbage");
    heap.push((await devtools.send("Runtime.getHeapUsage")).usedSize);
    wasm.push(await page.evaluate<number>("memory.buffer.byteLength"));
  }
  expect(await page.evaluate("heard")).toBe(samples * events);
  const half = samples / 2;
  const growth = Math.min(...heap.slice(half)) - Math.min(...heap.slice(0, half));
  expect(growth / (half * events), `bytes of JavaScript for each event, of ${heap}`).toBeLessThan(1);
  expect(wasm[samples - 1], `bytes of WebAssembly, of ${wasm}`).toBe(wasm[half - 1]);
});
