// Runs the projects' commands and servers, and ends them.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { isAbsolute, join } from "node:path";

import { environment } from "./project.mjs";

/** Longest time for a command, and for a server to answer, in milliseconds. */
const patience = 240_000;

/** run runs a project's command; if that fails, it rejects with the output. */
export async function run(folder, command) {
  const { ended, end } = launch(folder, command);
  const timer = setTimeout(end, patience);
  const { code, output } = await ended;
  clearTimeout(timer);
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}:\n${tail(output())}`);
  return output();
}

/** serve starts a server and resolves when it answers: `{url, close}`. */
export async function serve(folder, command, port) {
  const url = `http://127.0.0.1:${port}/`;
  const { ended, end, output } = launch(folder, command);
  let over = false;
  void ended.then(() => (over = true));
  const until = Date.now() + patience;
  while (!(await fetch(url).then(() => true, () => false))) {
    if (over || Date.now() > until) {
      await end();
      throw new Error(`${command.slice(0, 2).join(" ")} did not answer at ${url}:\n${tail(output())}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, close: end, output };
}

/** serveFiles serves a folder as a plain web server does. */
export async function serveFiles(folder) {
  const types = { html: "text/html; charset=utf-8", js: "text/javascript", mjs: "text/javascript", css: "text/css", wasm: "application/wasm" };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://files");
    const file = join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    if (!(await stat(file).then((found) => found.isFile(), () => false))) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": types[file.split(".").pop()] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, close, output: () => "" };
}

/** launch starts a command of the project's packages, node, npm, or a program by path; a final object adds variables. */
function launch(folder, words) {
  const extra = typeof words.at(-1) === "object" ? words.at(-1) : {};
  const [name, ...args] = words.filter((word) => typeof word === "string");
  const program = name === "node" ? process.execPath : name === "npm" || isAbsolute(name) ? name : join(folder, "node_modules/.bin", name);
  // A separate group, so that what it starts ends with it.
  // Some servers end with their stdin, so that stays open.
  const child = spawn(program, args, { cwd: folder, env: { ...environment, ...extra }, detached: true, stdio: ["pipe", "pipe", "pipe"] });
  let text = "";
  const output = () => text;
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: error.message, output }));
    child.once("close", (code, signal) => resolve({ code: code ?? signal, output }));
  });
  const group = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has ended.
    }
  };
  const end = async () => {
    group("SIGTERM");
    const timer = setTimeout(group, 3_000, "SIGKILL");
    await ended;
    clearTimeout(timer);
    group("SIGKILL");
  };
  return { ended, end, output };
}

const tail = (text) => text.trim().split("\n").slice(-25).join("\n");
