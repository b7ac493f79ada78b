// Bundles the scripts that pages load: the classic script, the ES module, and the web phone, which either of them
// loads when calls are to be made in the page.
import { join } from "node:path";

import { build } from "esbuild";

import { root } from "./go.mjs";
import { wasmExec } from "./wasm_exec.mjs";

const js = join(root, "js");
// The oldest browser that the SDK is for (sdk/spec has its name).
const oldest = "chrome64";

/** phone is the web phone's script. */
export const phone = [{ source: "src/phone/index.ts", name: "udesk-phone.js", format: "iife", target: oldest }];

/** phoneModule is the same for bundlers, which ship what the ES module imports. */
export const phoneModule = [{ source: "src/phone/module.ts", name: "udesk-phone.mjs", format: "esm", target: oldest }];

/** entries are the scripts that pages name. The classic one has no chunks. */
export const entries = [
  { source: "src/classic.ts", name: "call-center-class.es6.js", format: "iife", target: "es2015", builtins: true },
  { source: "src/index.ts", name: "index.mjs", format: "esm", target: oldest, builtins: true },
  { source: "src/index.ts", name: "index.cjs", format: "cjs", target: oldest, builtins: true },
];

/**
 * bundle returns scripts as they are in a folder of js/dist ("" or "hashed"), with their source maps
 * and esbuild's metafiles. `constants` are those of build/provided.d.ts, `imported` is what the module imports.
 */
export function bundle(forms, folder, constants, imported) {
  return Promise.all(
    forms.map(async ({ source, name, format, target, builtins }) => {
      const shared = {
        absWorkingDir: js,
        // Where the maps count from; nothing is written.
        outfile: join("dist", folder, name),
        write: false,
        bundle: true,
        metafile: true,
        external: [constants.INLINED_FILE, constants.PHONE_MODULE_FILE].filter(Boolean),
        format,
        target,
        // CommonJS has no import.meta: there the module is imported.
        logOverride: { "empty-import-meta": "silent" },
        logLevel: "warning",
      };
      const bundled = await build({
        ...shared,
        // What makes CommonJS of it comes after the built-ins are in, and uses the page's.
        format: format === "cjs" ? "esm" : format,
        entryPoints: [source],
        // The second pass minifies, and reads this map.
        sourcemap: "inline",
        define: Object.fromEntries(
          Object.entries({ ...constants, HAS_CHUNKS: format !== "iife" }).map(([key, value]) => [key, JSON.stringify(value)]),
        ),
        plugins: [wasmExec(imported)],
        alias: { debug: "./src/phone/silent.cjs" },
      });
      // A pass of its own, since esbuild gives no injected names to the functions that it adds itself.
      const { outputFiles, metafile } = await build({
        ...shared,
        stdin: { contents: bundled.outputFiles[0].text, sourcefile: source, resolveDir: js, loader: "js" },
        inject: builtins ? ["src/builtins.ts"] : [],
        minify: true,
        // The members that wasm_exec.js names so are its own, but for two that Go asks for.
        mangleProps: /^_[a-z]/,
        reserveProps: /^_(pendingEvent|makeFuncWrapper)$/,
        sourcemap: "external",
        // Labels are Chinese, and a classic script is read in the page's encoding: escapes survive any.
        charset: "ascii",
        banner: { js: `/*! @ccpaas/browser-sdk ${constants.VERSION}, Apache-2.0; contains works listed in THIRD-PARTY-NOTICES.txt */` },
      });
      const [map, code] = outputFiles;
      return { name, code: code.text, map: map.contents, metafile: { inputs: { ...bundled.metafile.inputs, ...metafile.inputs } } };
    }),
  );
}
