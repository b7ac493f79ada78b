// Does in a browser what a reader of the page does: reads it, and uses the pages that it creates.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const { chromium } = createRequire(new URL("../e2e/package.json", import.meta.url))("@playwright/test");

export const root = fileURLToPath(new URL("../../", import.meta.url));

export const launchChromium = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });

/** The sections of a page of the built site, each with its blocks of code, as a reader sees them. */
export async function readSections(browser, url) {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(url);
  const blocks = await page.locator(".vp-doc h2, .vp-doc div[class*=language-]").evaluateAll((elements) =>
    elements.map((element) => ({
      id: element.localName === "h2" ? element.id : "",
      language: element.className.match(/language-(\w+)/)?.[1] ?? "",
      text: element.querySelector("pre")?.textContent.trimEnd() + "\n",
    })),
  );
  await page.close();
  const sections = [];
  for (const { id, language, text } of blocks) {
    if (id) sections.push({ id, blocks: [] });
    else sections.at(-1).blocks.push({ language, text });
  }
  return sections;
}

/**
 * Dials, hangs up, lets a customer call and answers, on a page of "Five minutes".
 *
 * @param {import("@playwright/test").Page} page
 * @param {string} url
 * @param {string} sandbox
 */
export async function usePage(page, url, sandbox) {
  await fetch(`${sandbox}/sandbox/reset`, { method: "POST" });
  const status = async (text) => {
    const failed = page.locator("[role=alert]", { hasText: /./ });
    await page.locator("[role=status]", { hasText: text }).or(failed).first().waitFor({ timeout: 30_000 });
    if (await failed.count()) throw new Error(`${url}: ${await failed.textContent()}`);
  };
  const press = (name) => page.getByRole("button", { name, exact: true }).click();
  await page.goto(url);
  await status("idle");
  await press("Call");
  await status("talking");
  await press("Hang up");
  await status("idle");
  const asked = await fetch(`${sandbox}/sandbox/calls`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ AgentId: "1001", From: "13900139000" }),
  });
  if (!asked.ok) throw new Error(await asked.text());
  await status("13900139000 rings");
  await press("Answer");
  await status("talking");
  await press("Hang up");
  await status("idle");
}
