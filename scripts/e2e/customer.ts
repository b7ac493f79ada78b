// The customer's web server: the pages of the folder pages/, and of another if necessary, on their own origin.
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

const types: Record<string, string> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  mjs: "text/javascript",
  wasm: "application/wasm",
};
const pages = new URL("pages/", import.meta.url);

export class Customer {
  origin = "";
  private readonly server = createServer((request, response) => {
    this.answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  private readonly reports = new Map<string, (report: unknown) => void>();
  private runs = 0;

  constructor(
    private readonly sdkOrigin: string,
    private readonly folder = pages,
  ) {}

  async listen(): Promise<this> {
    await once(this.server.listen(0, "127.0.0.1"), "listening");
    this.origin = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** The URL to open for a page, and what it will report. */
  expect(path: string): { url: string; report: Promise<unknown> } {
    const run = String(++this.runs);
    const report = new Promise((resolve) => this.reports.set(run, resolve));
    return { url: `${this.origin}/${path}${path.includes("?") ? "&" : "?"}run=${run}`, report };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://customer");
    if (url.pathname === "/report") {
      this.reports.get(url.searchParams.get("run") ?? "")?.(JSON.parse(await text(request)));
      response.writeHead(204).end();
      return;
    }
    if (url.pathname.startsWith("/sandbox/")) {
      // A test's commands to the sandbox pass through the customer's server, since a foreign page must not send them.
      const body = await text(request);
      const answer = await fetch(this.sdkOrigin + url.pathname, {
        method: request.method ?? "GET",
        ...(body ? { body, headers: { "Content-Type": "application/json" } } : {}),
      });
      response.writeHead(answer.status, { "Content-Type": "application/json" }).end(await answer.text());
      return;
    }
    const type = types[url.pathname.match(/\.(\w+)$/)?.[1] ?? ""];
    const file = type && (await this.read(`.${url.pathname}`).catch(() => undefined));
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const csp = url.searchParams.get("csp");
    const permissions = url.searchParams.get("permissions");
    response
      .writeHead(200, {
        "Content-Type": type,
        ...(permissions === null ? {} : { "Permissions-Policy": permissions }),
        ...(csp === null ? {} : { "Content-Security-Policy": csp.replaceAll("{{sdk}}", this.sdkOrigin) }),
      })
      .end(type.startsWith("text/") ? file.toString().replaceAll("{{sdk}}", this.sdkOrigin) : file);
  }

  private read(name: string): Promise<Buffer> {
    return readFile(new URL(name, this.folder)).catch(() => readFile(new URL(name, pages)));
  }
}
