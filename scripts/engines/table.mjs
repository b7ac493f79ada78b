// Compares the documentation's table of browsers with .build/engines.json, the result of the last make test-engines, and fails
// if the table is stale. With the argument "write" it writes the table.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pageFile = join(root, "web/docs/browsers.md");
const begin = "<!-- made from what make test-engines ran by make engines-table -->";
const end = "<!-- end -->";

const rows = JSON.parse(await readFile(join(root, ".build/engines.json"), "utf8"));
const page = await readFile(pageFile, "utf8");
const [before, rest] = page.split(begin);
if (rest === undefined || !rest.includes(end)) {
  fail(`web/docs/browsers.md has no place for the table: two comments, ${begin} and ${end}`);
}
const [, ...after] = rest.split(end);
const minimum = (await readFile(join(root, "sdk/spec/messages.go"), "utf8")).match(/MinimumBrowser = "(.*)"/)?.[1];
if (rows[0]?.name !== minimum) {
  fail(
    `the oldest engine that was tested is ${rows[0]?.name}, and sdk/spec says that ${minimum} is the minimum: run all of make test-engines, or correct one of the two`,
  );
}

const table = tableOf(rows);
if (process.argv[2] === "write") {
  await writeFile(pageFile, before + begin + table + end + after.join(end));
} else if (timeless(rest.split(end)[0]) !== timeless(table)) {
  fail(`the table of browsers in web/docs/browsers.md is stale: make engines-table writes it from what was just tested\n${table}`);
}

function tableOf(rows) {
  const cells = rows.map((row) => [row.name, row.version, ...verdicts(row)]);
  const lines = [["browser", "version tested", "the SDK", "calls with sound in the page"], ["---", "---", "---", "---"], ...cells];
  return `\n${lines.map((line) => `| ${line.join(" | ")} |\n`).join("")}`;
}

/** verdicts returns the results of a row's checks: of the SDK, and of calls in the page. */
function verdicts({ checks, module }) {
  const { sound, ...others } = checks;
  const works = Object.values(others).every((wrong) => wrong === "");
  if ("too old" in checks) {
    return [works ? "9000, too old" : "fails", ""];
  }
  const form = module === "udesk-ccpaas-mvp.wasm" ? ", with `udesk-ccpaas-mvp.wasm`" : "";
  return [works ? `works${form}` : "fails", sound === undefined ? "refused, it lacks what they need" : sound === "" ? "work" : "fail"];
}

/** timeless removes the versions of Debian's browsers, which change. */
function timeless(table) {
  return table.replace(/(\(Debian\)) \| [^|]* \|/g, "$1 | … |");
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
