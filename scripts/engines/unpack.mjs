// Unpacks the browsers in this folder's npm packages into .build/engines, each once: the program, and its own libraries.
// Prints how long it took.
import { createReadStream, createWriteStream, existsSync, readdirSync, rmSync } from "node:fs";
import { chmod, mkdir, rename } from "node:fs/promises";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress } from "node:zlib";

const here = fileURLToPath(new URL(".", import.meta.url));
const unpacked = join(here, "../../.build/engines");

for (const name of readdirSync(join(here, "node_modules")).filter((name) => /^chromium-\d+$/.test(name))) {
  const folder = join(unpacked, name);
  if (!existsSync(folder)) {
    await unpack(join(here, "node_modules", name, "bin"), folder);
  }
}

async function unpack(from, to) {
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  for (const file of readdirSync(from).filter((file) => file.endsWith(".br"))) {
    const packed = createReadStream(join(from, file));
    if (file.startsWith("chromium")) {
      const program = join(unfinished, "chromium");
      await pipeline(packed, createBrotliDecompress(), createWriteStream(program));
      await chmod(program, 0o755);
    } else {
      const tar = spawn("tar", ["-x", "-C", unfinished], { stdio: ["pipe", "inherit", "inherit"] });
      const exited = once(tar, "exit");
      // tar stops reading at the archive's end, perhaps before the padding after it is written.
      await pipeline(packed, createBrotliDecompress(), tar.stdin).catch(() => undefined);
      const [code] = await exited;
      if (code !== 0) {
        throw new Error(`tar ended with ${code} on ${file}`);
      }
    }
  }
  await rename(unfinished, to);
}
