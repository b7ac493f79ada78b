// Writes the size of a page's program in Go, with and without net/http and the web phone, to the guide in both
// languages: node go_page.mjs
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { brotlied, gzipped } from "../../js/build/compress.mjs";
import { go, root } from "../../js/build/go.mjs";

const programs = [
  {
    tags: "nophone",
    english: "with the browser's `fetch`, built with `-tags nophone`",
    chinese: "使用浏览器的 `fetch`，以 `-tags nophone` 构建",
  },
  { tags: "", english: "with the browser's `fetch`", chinese: "使用浏览器的 `fetch`" },
  { tags: "webphone", english: "the same, with `sdk/webphone`", chinese: "同上，并使用 `sdk/webphone`" },
  { tags: "nethttp", english: "with `net/http` and `encoding/json`", chinese: "使用 `net/http` 和 `encoding/json`" },
];

const folder = await mkdtemp(join(tmpdir(), "ccpaas-size-"));
const rows = [];
for (const { tags, ...names } of programs) {
  const file = join(folder, "main.wasm");
  // The usual flags of a build.
  await go("build", "-trimpath", "-ldflags=-s -w", "-tags", tags, "-o", file, "./scripts/size/page");
  const bytes = await readFile(file);
  const sizes = [bytes, await gzipped(bytes), await brotlied(bytes)].map(({ length }) => `${(length / 1e6).toFixed(2)} MB`);
  console.log([tags.padEnd(9), ...sizes].join("  "));
  rows.push({ ...names, sizes: sizes.join(" | ") });
}
await rm(folder, { recursive: true });

const heads = { english: ["the program's tokens", "size"], chinese: ["程序获取令牌的方式", "大小"] };
for (const [language, path] of Object.entries({ english: "web/docs/guide/go.md", chinese: "web/docs/zh/guide/go.md" })) {
  const [what, size] = heads[language];
  const table = [
    `| ${what} | ${size} | gzip | brotli |`,
    "|---|---|---|---|",
    ...rows.map((row) => `| ${row[language]} | ${row.sizes} |`),
  ].join("\n");
  const file = join(root, path);
  const text = await readFile(file, "utf8");
  await writeFile(
    file,
    text.replace(/(<!-- made by make size-go -->\n\n)[\s\S]*?(\n\n<!-- end -->)/, (_, begin, end) => begin + table + end),
  );
}
