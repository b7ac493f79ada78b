// Follows the site's page "Five minutes" in a clean clone: writes the files that it shows, runs its commands unchanged, uses
// the pages in Chromium, and prints how many seconds each path took. It needs what npm and Go download.
//
//   node scripts/start/start.mjs [zh]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import { freePort } from "../free_port.mjs";
import { launchChromium, readSections, root, usePage } from "./browser.mjs";

/** Longest time for a command, in milliseconds. */
const patience = 240_000;

const folder = await mkdtemp(join(tmpdir(), "ccpaas-start-"));
const ports = { 8080: await freePort(), 5173: await freePort() };
const environment = { ...process.env, ADDR: `127.0.0.1:${ports[8080]}`, MAKEFLAGS: "" };
const browser = await launchChromium();
const running = new Set();
const rows = [];
let printed = "";
try {
  const site = pathToFileURL(join(root, ".build/docs", process.argv[2] ?? "", "start.html")).href;
  const sections = await readSections(browser, site);
  await command(`git clone --quiet ${root} ccpaas-go`);
  for (const { id, blocks } of sections) {
    const began = Date.now();
    const pages = [];
    for (const { language, text } of blocks) pages.push(await follow(language, withFreePorts(text)));
    rows.push(`| ${id} | ${((Date.now() - began) / 1000).toFixed(0)} |`);
    console.log(`${rows.at(-1)} ${pages.filter(Boolean).join("; ")}`);
  }
} finally {
  await browser.close();
  await Promise.all([...running].map(end));
  await rm(folder, { recursive: true, force: true });
}
console.log(["", "| way | s |", "|---|---|", ...rows].join("\n"));

/** Replaces the page's ports, which may be in use, with free ones. */
function withFreePorts(text) {
  return text.replaceAll("8080", ports[8080]).replaceAll("5173", ports[5173]);
}

/** Does what a block is for, and returns what was shown if that is a page. */
async function follow(language, text) {
  const file = text.match(/^(?:\/\/|<!--) ([\w-]+\/\S+\.\w+)/)?.[1];
  if (file) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
    return "";
  }
  if (language === "text") {
    if (!printed.endsWith(text)) throw new Error(`the page promises\n${text}and the command printed\n${printed}`);
    return "";
  }
  if (language !== "sh") throw new Error(`nothing is known to do with a block of ${language}:\n${text}`);
  const demo = text.includes("ccpaas-go demo");
  if (demo || text.includes("npx vite --port")) {
    const origin = demo ? `http://127.0.0.1:${ports[8080]}` : `http://localhost:${ports[5173]}`;
    if (demo) await Promise.all([...running].map(end));
    await serve(text, `${origin}/`);
    const path = demo ? (text.includes("PAGE=") ? "/page/" : "") : "/";
    return path && usedAt(origin + path);
  }
  printed = await command(text);
  if (text.includes("vite build")) await stat(join(folder, "my-app/dist/index.html"));
  return "";
}

async function usedAt(url) {
  const page = await browser.newPage();
  await usePage(page, url, `http://127.0.0.1:${ports[8080]}`);
  await page.close();
  return `${new URL(url).pathname} made a call and took one`;
}

/** Runs commands in the folder and resolves to what they printed. */
async function command(text) {
  const shell = start(text);
  const timer = setTimeout(() => end(shell), patience);
  const [code] = await once(shell.process, "close");
  clearTimeout(timer);
  running.delete(shell);
  if (code !== 0) throw new Error(`${text}\nended with ${code}:\n${shell.output.slice(-3000)}`);
  return shell.output;
}

/** Starts a server and waits until it answers. */
async function serve(text, url) {
  const shell = start(text);
  const until = Date.now() + patience;
  while (
    !(await fetch(url).then(
      () => true,
      () => false,
    ))
  ) {
    if (shell.process.exitCode !== null || Date.now() > until)
      throw new Error(`${text}\ndid not answer at ${url}:\n${shell.output.slice(-3000)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function start(text) {
  // A separate process group ends with everything that it started.
  const child = spawn("bash", ["-euo", "pipefail", "-c", text], {
    cwd: folder,
    env: environment,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const shell = { process: child, output: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (data) => {
      shell.output += data;
    });
  }
  running.add(shell);
  return shell;
}

async function end(shell) {
  running.delete(shell);
  if (shell.process.exitCode !== null) return;
  const closed = once(shell.process, "close");
  process.kill(-shell.process.pid, "SIGINT");
  const timer = setTimeout(() => process.kill(-shell.process.pid, "SIGKILL"), 5000);
  await closed;
  clearTimeout(timer);
}
