// What `make test-toolchains` runs: for each toolchain the versions from its lock file, and the commands.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { toolchains } from "../../../../scripts/toolchains/toolchains.mjs";

const projects = fileURLToPath(new URL("../../../../scripts/toolchains/projects/", import.meta.url));
/** The test's own address, which is not the reader's. */
const address = / (--host|-H) \S+| (--port|-p) \S+| --strictPort| --no-fork|:\d+(?=$)/g;

export default {
  watch: ["../../../../scripts/toolchains/toolchains.mjs", "../../../../scripts/toolchains/projects/*/package-lock.json"],
  load: () => Object.fromEntries(toolchains.map((one) => [one.name, { versions: versions(one), commands: commands(one) }])),
};

function versions({ name, versions }) {
  const { packages } = JSON.parse(readFileSync(`${projects}${name}/package-lock.json`, "utf8"));
  return versions.map((name) => `${name} ${packages[`node_modules/${name}`].version}`);
}

/** Each command once: how the page is served in development, and how it is built. */
function commands({ ways }) {
  const shown = (command) => {
    const words = command
      .filter((word) => typeof word === "string")
      .join(" ")
      .replace(address, "");
    return words.startsWith("node ") ? words : `npx ${words}`;
  };
  const found = { develop: new Set(), build: new Set() };
  for (const { mode, build = [], server } of ways) {
    if (mode.startsWith("dev")) found.develop.add(shown(server(0)));
    for (const command of build) found.build.add(shown(command));
  }
  return { develop: [...found.develop], build: [...found.build] };
}
