// The fixtures: an agent's phone in the browser, and a telephone.
import { test as base } from "@playwright/test";

import { Baresip } from "./baresip.ts";
import { Handset } from "./handset.ts";
import type { Tab } from "./handset.ts";

/** Numbers, and where Kamailio sends their calls. */
export const telephone = "13800138000"; // baresip
export const echo = "13800130005"; // sipp

interface Fixtures {
  tab: Tab;
  /** A phone whose agent has not registered yet. */
  unregistered: Handset;
  handset: Handset;
  baresip: Baresip;
}

export const test = base.extend<Fixtures>({
  tab: async ({ page }, use) => use(page),
  unregistered: async ({ tab }, use) => {
    const handset = await Handset.open(tab);
    await use(handset);
    await handset.close();
  },
  handset: async ({ unregistered: handset }, use) => {
    await handset.registers();
    await handset.learns("registered");
    await use(handset);
  },
  baresip: async ({}, use) => {
    const baresip = await Baresip.connect();
    await use(baresip);
    await baresip.close();
  },
});
