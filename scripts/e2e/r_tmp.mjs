import { chromium } from "@playwright/test";
const origin = process.argv[2];
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const p = await (await b.newContext()).newPage();
const t = (id) => p.getByTestId(id);
await fetch(origin + "/sandbox/reset", { method: "POST" });
await p.goto(`${origin}/?lang=en-US&agent=1001&tools=open`);
await t("state-idle").click();
await t("number-answers").click(); await t("action-hold").click(); await p.waitForTimeout(300); await t("action-hangup").click(); await p.waitForTimeout(500);
await t("disconnect").click(); await p.waitForTimeout(300);
const n = await t("event").count(); console.log("events", n);
for (let i = 0; i < n; i++) {
  const e = t("event").nth(i); const began = Date.now();
  await e.getByTestId("event-name").click({ timeout: 8000 }); const c = Date.now();
  await e.getByTestId("event-frame").waitFor(); const d = Date.now();
  await e.getByTestId("event-name").click({ timeout: 8000 });
  console.log(i, c - began, d - c, Date.now() - d);
}
await b.close();
