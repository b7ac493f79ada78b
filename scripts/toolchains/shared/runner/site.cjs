// The user's page and the SDK beside it, on a loopback port: what `npm start` is in a user's project. And the
// machine's own Chromium, as no test of this repository downloads one.
const { readFile } = require("node:fs/promises");
const { createServer } = require("node:http");
const { dirname, join, normalize } = require("node:path");

const sdk = join(dirname(require.resolve("@ccpaas/browser-sdk/package.json")), "dist");
const types = { html: "text/html; charset=utf-8", js: "text/javascript", wasm: "application/wasm" };

/** serve resolves to `{origin, close}`. */
exports.serve = async () => {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://site").pathname);
    const file = path === "/" ? join(__dirname, "page.html") : join(sdk, path.replace(/^\/sdk\//, ""));
    try {
      const bytes = await readFile(file);
      response.writeHead(200, { "Content-Type": types[file.split(".").pop()] ?? "application/octet-stream" }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => (server.closeAllConnections(), server.close()),
  };
};

/** The page's address for an agent of a sandbox. */
exports.address = (site, box, agentId) =>
  `${site.origin}/#${encodeURIComponent(JSON.stringify({ ...box.options(agentId), TokenUrl: box.tokenUrl(agentId) }))}`;

exports.chromium = {
  path: process.env.CHROMIUM || "/usr/bin/chromium",
  driver: process.env.CHROMEDRIVER || "/usr/bin/chromedriver",
  args: [
    "--headless=new",
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};
