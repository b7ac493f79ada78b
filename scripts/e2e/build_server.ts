// Builds the dev server once, before the workers start it.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export default function buildServer() {
  execFileSync("go", ["build", "-o", ".build/web", "./web"], { cwd: root, stdio: "inherit" });
}
