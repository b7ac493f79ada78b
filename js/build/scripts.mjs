// Bundles the scripts that pages load: the classic script, the ES module, and the web phone, which either of them
// loads for calls in the page.
import { join } from "node:path";

import { build } from "esbuild";

import { root } from "./go.mjs";

const js = join(root, "js");
// The oldest supported browser (sdk/spec has its name).
const oldest = "chrome64";

/**
 * own are the members that only the script around the core reads: no page, no browser, no Go program, no web phone, and
 * no other copy of the script. They get short names; a member that is missing here only costs bytes.
 */
const own = new RegExp(
  `^(${[
    "abandon abandoned ahead ask asked attempt begin beside bytes came calls closed compiled core detail didNot drop dropAhead emit endedBy entries exportLog failed failure",
    "handler handlers heard ignore imports invoke known lastCall listens lost lowered make making memory method moved namespace number open",
    "opened phone post reason receive rejectAll request response retry runtime settle size socket sockets start take telephone told tries waiting waits wake webPhone within write",
  ]
    .join(" ")
    .replaceAll(" ", "|")})$`,
);

/** phone is the web phone's script. */
export const phone = [{ source: "src/phone/index.ts", name: "udesk-phone.js", format: "iife", target: oldest }];

/** phoneModule is the same for bundlers, which ship what the ES module imports. */
export const phoneModule = [{ source: "src/phone/module.ts", name: "udesk-phone.mjs", format: "esm", target: oldest }];

/** tabs is the script by which tabs share a connection, and the same for bundlers. */
export const tabs = [{ source: "src/tabs/index.ts", name: "udesk-tabs.js", format: "iife", target: oldest, mangled: "tabs" }];
export const tabsModule = [{ source: "src/tabs/module.ts", name: "udesk-tabs.mjs", format: "esm", target: oldest, mangled: "tabs" }];

/** between are the members of own by which one script calls another: their short names are the same in all scripts. */
const between = { post: "p", receive: "q", lost: "l", waits: "w" };
/** inTabs are those and the members that only the tabs' script reads. */
const inTabs = new RegExp(
  `^(${[
    ...Object.keys(between),
    "acts admitted again askToken asked askedAt asking attach carry connecting deliver detach ears ends follow following patience renew",
    "handOver hear hearOther joinAgain joined leading leaving logOut noted owes ranAt refuse refused rejectAll release robbed said settled",
    "seize strange take tell tick unhide unseen voice whenSure whileLeading wish",
  ]
    .join(" ")
    .replaceAll(" ", "|")})$`,
);

/** entries are the scripts that pages name. The classic one has no chunks. */
export const entries = [
  { source: "src/classic.ts", name: "call-center-class.es6.js", format: "iife", target: "es2015", builtins: true, mangled: true },
  { source: "src/index.ts", name: "index.mjs", format: "esm", target: oldest, builtins: true, mangled: true },
  { source: "src/index.ts", name: "index.cjs", format: "cjs", target: oldest, builtins: true, mangled: true },
];

/** fakes are the class for unit tests. */
export const fakes = ["esm", "cjs"].map((format) => ({
  source: "src/fake/index.ts",
  name: format === "esm" ? "fake.mjs" : "fake.cjs",
  format,
  target: oldest,
  builtins: true,
}));

/**
 * bundle returns scripts as they are in a folder of js/dist ("" or "hashed"), with their source maps
 * and esbuild's metafiles. `constants` are those of build/provided.d.ts.
 */
export function bundle(forms, folder, constants) {
  return Promise.all(
    forms.map(async ({ source, name, format, target, builtins, mangled }) => {
      const shared = {
        absWorkingDir: js,
        // The paths in the maps are relative to it; nothing is written.
        outfile: join("dist", folder, name),
        write: false,
        bundle: true,
        metafile: true,
        external: [constants.INLINED_FILE, constants.PHONE_MODULE_FILE, constants.TABS_MODULE_FILE].filter(Boolean),
        format,
        target,
        // CommonJS has no import.meta and imports the module.
        logOverride: { "empty-import-meta": "silent" },
        logLevel: "warning",
      };
      const bundled = await build({
        ...shared,
        // The conversion to CommonJS follows the injection of the built-ins, and uses the page's own.
        format: format === "cjs" ? "esm" : format,
        entryPoints: [source],
        // The second pass, which minifies, reads this map.
        sourcemap: "inline",
        define: Object.fromEntries(
          Object.entries({ ...constants, HAS_CHUNKS: format !== "iife" }).map(([key, value]) => [key, JSON.stringify(value)]),
        ),
        alias: { debug: "./src/phone/silent.cjs" },
      });
      // A separate pass, since esbuild does not use injected names in the functions that it adds itself.
      const { outputFiles, metafile } = await build({
        ...shared,
        stdin: { contents: bundled.outputFiles[0].text, sourcefile: source, resolveDir: js, loader: "js" },
        inject: builtins ? ["src/builtins.ts"] : [],
        minify: true,
        mangleProps: mangled === "tabs" ? inTabs : mangled ? own : undefined,
        mangleCache: mangled ? { ...between } : undefined,
        sourcemap: "external",
        // Labels are Chinese, and a classic script is read in the page's encoding: escapes work in any encoding.
        charset: "ascii",
        banner: { js: `/*! @ccpaas/browser-sdk ${constants.VERSION}, Apache-2.0, THIRD-PARTY-NOTICES.txt */` },
      });
      const [map, code] = outputFiles;
      return { name, code: code.text, map: map.contents, metafile: { inputs: { ...bundled.metafile.inputs, ...metafile.inputs } } };
    }),
  );
}
