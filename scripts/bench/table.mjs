// Prints the measurements, with each client as a multiple of the first.

const ms = (value) => `${value.toFixed(1)} ms`;
const us = (value) => `${value.toFixed(value < 100 ? 1 : 0)} µs`;
const kB = (value) => `${(value / 1000).toFixed(1)} kB`;
const MB = (value) => `${(value / 1e6).toFixed(2)} MB`;
const whole = (value) => value.toFixed(0);

/** The rows: the group and the name of a reading, its title, its format, and the limit, if any; × is the first client. */
export const rows = [
  ["ready warm 0s", "ready", "Ready, reloaded, 0 ms round trip", ms, "2.8 ×"],
  ["ready warm 50ms", "ready", "Ready, reloaded, 50 ms", ms, "1.15 ×"],
  ["ready tab 0s", "ready", "Ready, warm, in a new tab, 0 ms", ms],
  ["ready cold 0s", "ready", "Ready, cold, 0 ms", ms],
  ["ready cold 50ms", "ready", "Ready, cold, 50 ms", ms],
  ["longest task", "longestTask", "longest task until Ready, reloaded", ms, "50 ms"],
  ["traffic", "call.mean", "call, mean", us, "1.25 ×"],
  ["traffic", "call.p50", "call, p50", us],
  ["traffic", "call.p99", "call, p99", us],
  ["traffic", "event.took", "event in a burst", us, "1.35 ×"],
  ["traffic", "event.perSecond", "events a second", whole],
  ["traffic", "event.cpu", "CPU per event", us, "1.6 ×"],
  ["memory", "heap.start", "JavaScript heap after start", MB],
  ["memory", "heap.few", "… after FEW events", MB],
  ["memory", "heap.many", "… after MANY events", MB],
  ["memory", "wasm.start", "WebAssembly memory after start", MB],
  ["memory", "wasm.few", "… after FEW events", MB],
  ["memory", "wasm.many", "… after MANY events", MB],
  ["sizes", "script.raw", "script", kB],
  ["sizes", "script.brotli", "script, brotli", kB, "11 kB"],
  ["sizes", "module.raw", "module", kB],
  ["sizes", "module.brotli", "module, brotli", kB],
  ["sizes", "module.floor", "module, brotli, × an empty Go program", (value) => value.toFixed(2), "1.55"],
];

/** The parts of a start, in the order in which they begin today. */
const parts = ["script", "download", "compile", "instantiate", "program", "token", "socket", "state"];

/** ratio is a client's reading divided by the first client's, or undefined if either is missing. */
export function ratio(results, client, group, reading) {
  const [first] = Object.keys(results);
  const own = results[client][group]?.[reading];
  const base = results[first][group]?.[reading];
  return own !== undefined && base > 0 ? own / base : undefined;
}

/** table returns the lines of the comparison. `results` are medians by client, group and reading; `counts` how much traffic there was. */
export function table(results, counts) {
  const clients = Object.keys(results);
  const lines = [["", ...clients.flatMap((client, at) => (at === 0 ? [client] : [client, "×"])), "limit"]];
  for (const [group, reading, title, write, limit] of rows) {
    const cells = clients.flatMap((client, at) => {
      const value = results[client][group]?.[reading];
      const text = value ? write(value) : "";
      return at === 0 ? [text] : [text, ratio(results, client, group, reading)?.toFixed(2) ?? ""];
    });
    const numbered = title.replace("FEW", counts.few.toLocaleString("en")).replace("MANY", counts.many.toLocaleString("en"));
    lines.push([numbered, ...cells, limit ?? ""]);
  }
  return aligned(lines);
}

/** startTable returns the lines of the parts of a start: when each begins and how long it takes. */
export function startTable(results, group) {
  const clients = Object.keys(results);
  const lines = [[`${group}: from, for (ms)`, ...clients.flatMap((client) => [client, ""])]];
  for (const part of parts) {
    const cells = clients.flatMap((client) =>
      ["begin", "took"].map((what) => results[client][group]?.[`${part}.${what}`]?.toFixed(1) ?? ""),
    );
    lines.push([part, ...cells]);
  }
  return aligned(lines);
}

function aligned(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join("  ")
      .trimEnd(),
  );
}
