// Compares the SDK with a minimal JavaScript client, and with other SDKs, in one run:
//
//   node scripts/bench/bench.mjs [--sdk NAME=SCRIPT[,SCRIPT...]]... [--rounds N] [--patience SECONDS] [--only WORDS] [--small]
//
// Each round measures every client once, so that a disturbance affects all of them. The result is the median of the rounds.
// It prints ratios to the minimal client and writes everything to .build/bench.json.
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { arch, cpus, platform, release } from "node:os";
import { dirname, basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { root } from "../../js/build/go.mjs";
import { launch, processorTime } from "./browser.mjs";
import { startGateway } from "./gateway.mjs";
import { Bench, rtts } from "./measure.mjs";
import { quietMachine } from "./quiet.mjs";
import { sizes } from "./sizes.mjs";
import { medians } from "./statistics.mjs";
import { ratio, rows, startTable, table } from "./table.mjs";

const { values: options } = parseArgs({
  options: {
    sdk: { type: "string", multiple: true, default: [] },
    rounds: { type: "string" },
    patience: { type: "string", default: "600" },
    // Only the measurements whose names begin with it: "ready warm", "longest task", "traffic", "memory", "sizes".
    only: { type: "string", default: "" },
    // Only shows that the benchmark works; its figures are meaningless.
    small: { type: "boolean", default: false },
    out: { type: "string", default: join(root, ".build", "bench.json") },
  },
});
const rounds = Number(options.rounds ?? (options.small ? 1 : 9));
const counts = options.small ? { calls: 20, events: 200, few: 100, many: 1000 } : { calls: 1000, events: 10_000, few: 1000, many: 100_000 };
/** How long, in total, the benchmark waits for the machine to be idle. */
const patience = options.small ? 0 : Number(options.patience) * 1000;

const clients = [
  client("minimal", [join(root, "scripts/bench/page/minimal.js")], "minimal"),
  client("ccpaas-go", [join(root, "js/dist/call-center-class.es6.js")], "class"),
  ...options.sdk.map((given) => {
    const [, name, scripts] = /^([\w.-]+)=(.+)$/.exec(given) ?? fail(`--sdk ${given}: give it as NAME=SCRIPT[,SCRIPT...]`);
    return client(
      name,
      scripts.split(",").map((script) => resolve(script)),
      "class",
    );
  }),
];

const began = Date.now();
const found = Object.fromEntries(clients.map(({ name }) => [name, {}]));
const disturbed = [];
let waited = 0;

const gateway = await startGateway(Object.fromEntries(clients.flatMap(({ folders }) => folders)), rtts);
try {
  const browser = await launch();
  try {
    await measure(new Bench(browser, gateway, await processorTime(browser), counts));
    await report(browser.version());
  } finally {
    await browser.close();
  }
} finally {
  await gateway.stop();
}

async function measure(bench) {
  const start = (cache, rtt) => [`ready ${cache} ${rtt}`, (client) => bench.ready(client, cache, rtt)];
  await inRounds(rounds, [
    ...rtts.flatMap((rtt) => [start("warm", rtt), start("cold", rtt)]),
    start("tab", rtts[0]),
    ["longest task", (client) => bench.longestTask(client)],
    ["traffic", (client) => bench.traffic(client)],
  ]);
  // There are so many events that one round is enough.
  await inRounds(1, [
    ["memory", (client) => bench.memory(client)],
    ["sizes", sizes],
  ]);
}

/** inRounds takes every measurement of every client once per round; the order changes with the round. */
async function inRounds(count, all) {
  const measurements = all.filter(([group]) => group.startsWith(options.only));
  for (let round = 0; round < count; round++) {
    console.error(`${measurements.map(([group]) => group).join(", ")}: round ${round + 1} of ${count}`);
    for (const [group, act] of measurements) {
      for (let turn = 0; turn < clients.length; turn++) {
        const subject = clients[(turn + round) % clients.length];
        await quiet(`${group}, round ${round + 1}, ${subject.name}`);
        const readings = await act(subject).catch((error) => {
          throw new Error(`${subject.name}, ${group}: ${error.message}`, { cause: error });
        });
        found[subject.name][group] ??= [];
        found[subject.name][group].push(readings);
      }
    }
  }
}

async function quiet(before) {
  const from = Date.now();
  if (!(await quietMachine(Math.max(0, patience - waited)))) {
    disturbed.push(before);
  }
  waited += Date.now() - from;
}

async function report(browserVersion) {
  const results = Object.fromEntries(
    Object.entries(found).map(([name, groups]) => [
      name,
      Object.fromEntries(Object.entries(groups).map(([group, rounds]) => [group, medians(rounds)])),
    ]),
  );
  const starts = Object.keys(results.minimal).filter((group) => group.startsWith("ready"));
  for (const lines of [table(results, counts), ...starts.map((group) => startTable(results, group))]) {
    console.log(`${lines.join("\n")}\n`);
  }
  const ratios = Object.fromEntries(
    clients
      .slice(1)
      .map(({ name }) => [
        name,
        Object.fromEntries(rows.map(([group, reading]) => [`${group} ${reading}`, ratio(results, name, group, reading)])),
      ]),
  );
  const about = {
    date: new Date(began).toISOString(),
    seconds: Math.round((Date.now() - began) / 1000),
    commit: execFileSync("git", ["describe", "--always", "--dirty"], { cwd: root, encoding: "utf8" }).trim(),
    machine: `${cpus().length} × ${cpus()[0].model}, ${platform()} ${release()} ${arch()}`,
    browser: `Chromium ${browserVersion}`,
    rounds,
    counts,
    disturbed,
  };
  await writeFile(options.out, `${JSON.stringify({ about, ratios, results, rounds: found }, null, 1)}\n`);
  console.log(`${about.machine}; ${about.browser}; medians of ${rounds}; ${about.seconds} s; ${options.out}`);
  if (disturbed.length > 0) {
    console.log(`other programs were busy before ${disturbed.length} of the measurements: do not trust the figures`);
  }
}

/** client is what is measured: its scripts in the order of their tags, and how it is made (page/page.js). */
function client(name, files, kind) {
  const places = files.map((file, at) => ({ place: files.length > 1 ? `${name}-${at + 1}` : name, file }));
  return {
    name,
    kind,
    files,
    folder: dirname(files[files.length - 1]),
    folders: places.map(({ place, file }) => [place, dirname(file)]),
    scripts: places.map(({ place, file }) => `sdk/${place}/${basename(file)}`),
  };
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
