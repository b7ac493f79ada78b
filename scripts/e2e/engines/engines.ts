// The engines, and how each is started with a URL.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { preferences } from "../firefox_preferences.ts";
import { microphone } from "../phone.ts";
import { toneFile } from "../tone.ts";

export interface Engine {
  name: string;
  /** Whether it can make calls in the page. */
  sound: boolean;
  /** Whether a page opens windows that it can drive, without a click; the old headless ones keep a closed window's locks. */
  windows?: boolean;
  /** The module that it runs. */
  module: "udesk-ccpaas.wasm" | "udesk-ccpaas-mvp.wasm" | "none";
  /** Its command, with an empty folder for its data. */
  command(url: string, folder: string): Promise<Command>;
  version(userAgent: string): string;
}

export interface Command {
  program: string;
  args: string[];
  env?: Record<string, string>;
}

const root = join(import.meta.dirname, "../../..");
const packages = join(root, "scripts/engines/node_modules");
const unpacked = join(root, ".build/engines");

function chromiumFlags(folder: string): string[] {
  return [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    // The page opens tabs without a click.
    "--disable-popup-blocking",
    "--disable-background-networking",
    `--user-data-dir=${folder}`,
    // Without it the page is printed and the program ends.
    "--remote-debugging-port=0",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    `--use-file-for-fake-audio-capture=${toneFile(microphone)}`,
    "--autoplay-policy=no-user-gesture-required",
    "--allow-loopback-in-peer-connection",
    "--disable-features=WebRtcHideLocalIpsWithMdns",
  ];
}

/** A Chromium of an npm package; `flags` are further ones. */
function packaged(major: number, ...flags: string[]): Engine {
  const folder = join(unpacked, `chromium-${major}`);
  return {
    name: `Chromium ${major}`,
    sound: major >= 66,
    module: major >= 75 ? "udesk-ccpaas.wasm" : "udesk-ccpaas-mvp.wasm",
    command: async (url, profile) => ({
      program: join(folder, "chromium"),
      args: ["--no-zygote", ...chromiumFlags(profile), ...flags, url],
      // The later ones include libraries.
      env: { LD_LIBRARY_PATH: join(folder, "lib") },
    }),
    version: versionAfter("Chrome/"),
  };
}

const versionAfter = (product: string) => (userAgent: string) => userAgent.split(product)[1]?.split(" ")[0] ?? "";

const debianChromium: Engine = {
  name: "Chromium (Debian)",
  windows: true,
  sound: true,
  module: "udesk-ccpaas.wasm",
  command: async (url, profile) => ({ program: process.env.CHROMIUM || "/usr/bin/chromium", args: [...chromiumFlags(profile), url] }),
  version: versionAfter("Chrome/"),
};

const firefox: Engine = {
  name: "Firefox ESR (Debian)",
  windows: true,
  sound: true,
  module: "udesk-ccpaas.wasm",
  async command(url, profile) {
    const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${value});\n`);
    await writeFile(join(profile, "user.js"), lines.join(""));
    return { program: "/usr/bin/firefox-esr", args: ["--headless", "--no-remote", "--profile", profile, url] };
  },
  version: versionAfter("Firefox/"),
};

const webkit: Engine = {
  name: "WebKitGTK (Debian)",
  // Debian builds it without WebRTC.
  sound: false,
  module: "udesk-ccpaas.wasm",
  command: async (url) => ({
    program: "/usr/bin/xvfb-run",
    args: ["-a", "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", url],
    env: { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" },
  }),
  // It reports Safari's version.
  version: () => debianVersion("libwebkit2gtk-4.1-0"),
};

function debianVersion(name: string): string {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query fills it in
  return execFileSync("dpkg-query", ["-W", "-f", "${Version}", name], { encoding: "utf8" }).replace(/-.*/, "");
}

/** The engines that the SDK works in, the oldest first. */
export const engines: Engine[] = [
  ...readdirSync(packages)
    .map((name) => Number(name.match(/^chromium-(\d+)$/)?.[1]))
    .filter(Boolean)
    .sort((a, b) => a - b)
    .map((major) => packaged(major)),
  debianChromium,
  firefox,
  webkit,
];

/** Engines below the minimum, which must report that. */
export const tooOld: (Engine & { lacks: string })[] = [
  {
    ...packaged(64, "--js-flags=--noexpose_wasm"),
    name: "Chromium 64 without WebAssembly",
    module: "none",
    lacks: "WebAssembly",
  },
  {
    // The engine of Safari 10, of 2016.
    name: "QtWebKit (Debian)",
    sound: false,
    module: "none",
    lacks: "WebAssembly",
    command: async (url, folder) => ({
      program: "/usr/bin/wkhtmltopdf",
      args: ["--quiet", "--javascript-delay", "20000", url, join(folder, "page.pdf")],
      env: { QT_QPA_PLATFORM: "offscreen", XDG_RUNTIME_DIR: folder },
    }),
    version: versionAfter("AppleWebKit/"),
  },
];
