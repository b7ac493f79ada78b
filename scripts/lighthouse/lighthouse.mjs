// Runs Lighthouse on the built site and the console, as the dev server serves them, in its mobile and desktop forms. It fails
// if a category has too few points, and writes all reports to .build/lighthouse.
//
//   node scripts/lighthouse/lighthouse.mjs [PATH ...]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const root = fileURLToPath(new URL("../../", import.meta.url));
const enough = 95;
const categories = ["performance", "accessibility", "best-practices"];
const given = process.argv.slice(2);
const paths = given.length
  ? given
  : ["/", "/docs/", "/docs/start.html", "/docs/reference/calls.html", "/docs/flight.html", "/docs/zh/", "/docs/zh/codes.html"];
// A busy machine makes a page slow, so the best of several runs counts.
const runs = 3;
const out = `${root}.build/lighthouse`;

await mkdir(out, { recursive: true });
const server = spawn(`${root}.build/web`, ["-addr", "127.0.0.1:0"], { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
const [line] = await once(createInterface({ input: server.stdout }), "line");
const origin = line.match(/http:\/\/[^/\s]+/)[0];
const chrome = await launch({ chromePath: process.env.CHROMIUM || "/usr/bin/chromium", chromeFlags: ["--headless=new", "--no-sandbox"] });
let short = 0;
try {
  console.log(["page", "form", ...categories].join("\t"));
  for (const path of paths) {
    for (const form of ["mobile", "desktop"]) {
      const { points, report } = await best(path, form);
      console.log([path, form, ...points].join("\t"));
      await writeFile(`${out}/${path.replace(/\W+/g, "_")}${form}.json`, report);
      short += points.filter((point) => point < enough).length;
    }
  }
} finally {
  await chrome.kill();
  server.kill();
}
if (short) {
  console.error(`${short} figures are below ${enough}; the reports are in .build/lighthouse`);
  process.exitCode = 1;
}

/** The best result of several runs, separately for each category. */
async function best(path, form) {
  let points = categories.map(() => 0);
  let report = "";
  for (let run = 0; run < runs && points.some((point) => point < enough); run++) {
    const result = await lighthouse(
      origin + path,
      { port: chrome.port, output: "json", onlyCategories: categories, logLevel: "error" },
      form === "desktop" ? desktopConfig : undefined,
    );
    const now = categories.map((name) => Math.round(result.lhr.categories[name].score * 100));
    report = report && Math.min(...now) < Math.min(...points) ? report : result.report;
    points = points.map((point, i) => Math.max(point, now[i]));
  }
  return { points, report };
}
