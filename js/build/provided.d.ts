// The constants that the build gives to src.

/** The version in package.json. */
declare const VERSION: string;

/** The hash of the sources. The module contains the same one; a shim and a module that differ refuse each other. */
declare const BUILD_ID: string;

/** The name of the module's file, which is beside the script. */
declare const MODULE_FILE: string;

/** What js/src/go.ts puts into a module that is already started; null for one that has yet to start. */
declare const ASIDE: { values: string[]; random: number[]; buckets: [at: number, count: number] } | null;

/** The module's hash, as Subresource Integrity writes it. */
declare const MODULE_INTEGRITY: string;

/** The name of the file with the module's form in WebAssembly's first version, also beside the script. */
declare const LOWERED_FILE: string;

/** Its hash. */
declare const LOWERED_INTEGRITY: string;

/** The name of the web phone's script, which is beside the script. */
declare const PHONE_FILE: string;

/** The web phone's hash, as Subresource Integrity writes it. */
declare const PHONE_INTEGRITY: string;

/** Whether a bundler may have moved this script without the files beside it; then they exist as chunks too. */
declare const HAS_CHUNKS: boolean;

/** The path from the ES module to the script that has the module inside. */
declare const INLINED_FILE: string;

/** The path from the ES module to the web phone as an ES module. */
declare const PHONE_MODULE_FILE: string;

/** The name of the script by which tabs share a connection, which is beside the script. */
declare const TABS_FILE: string;

/** Its hash. */
declare const TABS_INTEGRITY: string;

/** The path from the ES module to it as an ES module. */
declare const TABS_MODULE_FILE: string;
