// Tabs that share a connection.
import { expect } from "../origins.ts";
import { ends, heard, test } from "../tabs.ts";

test("five tabs have one connection, and each is told the same", async ({ tabs }) => {
  const pages = await tabs.addReady(5);
  expect(tabs.opened).toBe(1);
  expect(await Promise.all(pages.map((page) => page.evaluate("instance.tabRole")))).toEqual([
    "leader",
    "follower",
    "follower",
    "follower",
    "follower",
  ]);
  expect(await heard(pages[0]!)).toEqual(["TabRoleChanged leader", "Connecting", "Connected", "Ready offline"]);
  for (const page of pages.slice(1)) {
    expect(await heard(page)).toEqual(["TabRoleChanged follower", "Connected", "Ready offline"]);
  }
  expect(await pages[3]!.evaluate("audit.does('SetAgentStateAsync', 'idle')")).toMatchObject({ Code: "0000" });
  expect(await pages[2]!.evaluate("audit.dials('4444')")).toMatchObject({ Code: "0000" });
  const dialled = ["AgentStateChanged idle", "PhoneStateChanged idle"];
  for (const page of pages) {
    await expect.poll(() => page.evaluate("audit.status")).toBe("Established");
  }
  const told = await Promise.all(pages.map(heard));
  for (const one of told) {
    expect(one).toEqual(told[0]);
  }
  expect(told[0]).toContain(dialled[0]);
  expect(await pages[4]!.evaluate("audit.does('HangupAsync', audit.call)")).toMatchObject({ Code: "0000" });
  for (const page of pages) {
    await expect.poll(() => page.evaluate("audit.status")).toBe("ConnectionCleared");
    expect(await page.evaluate("audit.wrong")).toEqual([]);
    expect(await page.evaluate("audit.open")).toBe(0);
  }
  expect(tabs.opened).toBe(1);
});

for (const how of ends) {
  test(`a leader that is ${how} in a call is succeeded`, async ({ tabs }) => {
    const pages = await tabs.addReady(3);
    await pages[1]!.evaluate("audit.does('SetAgentStateAsync', 'idle')");
    await pages[1]!.evaluate("audit.dials('4444')");
    for (const page of pages) {
      await expect.poll(() => page.evaluate("audit.status")).toBe("Established");
      await heard(page);
    }
    const took = await tabs.end(pages[0]!, how);
    console.log(`${how}: connected again after ${took} ms`);
    for (const page of pages.slice(1)) {
      await expect.poll(() => page.evaluate("instance.connectState")).toBe("connected");
      expect(await page.evaluate("instance.agentState")).toBe("talking");
    }
    const roles = await Promise.all(pages.slice(1).map((page) => page.evaluate<string>("instance.tabRole")));
    expect(roles.sort()).toEqual(["follower", "leader"]);
    expect(tabs.sent).not.toContain("Logout");
    for (const page of pages.slice(1)) {
      expect((await heard(page)).filter((line) => !line.startsWith("TabRole"))).toEqual(["Disconnected", "Connecting", "Connected"]);
      expect(await page.evaluate("audit.wrong")).toEqual([]);
    }
    expect(await pages[1]!.evaluate("audit.does('HangupAsync', audit.call)")).toMatchObject({ Code: "0000" });
    for (const page of pages.slice(1)) {
      await expect.poll(() => page.evaluate("audit.status")).toBe("ConnectionCleared");
    }
    expect(took).toBeLessThan(3000);
  });
}
