// One round of each measurement of one client. Every function returns readings by name, in the units of table.mjs.
import { heap, longestTask } from "./browser.mjs";
import { mean, quantile } from "./statistics.mjs";

/** The time of no round trip, and of one that crosses a country. */
export const rtts = ["0s", "50ms"];

let agents = 1000;

/** What measures against a running gateway with a browser. */
export class Bench {
  constructor(browser, gateway, processorTime, counts) {
    Object.assign(this, { browser, gateway, processorTime, counts });
  }

  /** open loads the measured page in a new tab; errors in it end the measurement. */
  async open(context) {
    const page = await context.newPage();
    page.failed = new Promise((_, reject) => page.on("pageerror", reject));
    page.failed.catch(() => undefined);
    await this.load(page);
    return page;
  }

  load(page) {
    return page.goto(`${this.gateway.pages}/page/index.html`);
  }

  /** run calls a function of the page. */
  run(page, name, argument) {
    return Promise.race([page.evaluate(([name, argument]) => window[name](argument), [name, argument]), page.failed]);
  }

  start(page, { kind, scripts }, rtt) {
    const agentId = String(++agents);
    const urls = scripts.map((script) => `${this.gateway.pages}/${script}`);
    return this.run(page, "start", { kind, scripts: urls, gateway: this.gateway.gateways[rtt], rtt, agentId });
  }

  /** inFresh runs with a page whose browser has nothing in its cache. */
  async inFresh(act) {
    const context = await this.browser.newContext();
    try {
      return await act(await this.open(context));
    } finally {
      await context.close();
    }
  }

  /** inReloaded runs with a page that was loaded with the client before, as when somebody reloads it. */
  inReloaded(client, act) {
    return this.inFresh(async (page) => {
      await this.loadOften(page, client);
      return act(page);
    });
  }

  /** inNewTab runs with a page that another tab, closed since, has loaded with the client before. */
  inNewTab(client, act) {
    return this.inFresh(async (page) => {
      await this.loadOften(page, client);
      const context = page.context();
      await page.close();
      return act(await this.open(context));
    });
  }

  async loadOften(page, client) {
    for (let load = 0; load < 3; load++) {
      await this.start(page, client, rtts[0]);
      await this.load(page);
    }
  }

  /** ready measures from the script tag to Ready. The cache is "warm", "tab" or "cold". */
  async ready(client, cache, rtt) {
    const act = (page) => this.start(page, client, rtt);
    const visits = { warm: () => this.inReloaded(client, act), tab: () => this.inNewTab(client, act), cold: () => this.inFresh(act) };
    const { ready, parts } = await visits[cache]();
    const readings = { ready };
    for (const { part, begin, end } of parts) {
      // Where a part came twice the first is the start's.
      readings[`${part}.begin`] ??= begin;
      readings[`${part}.took`] ??= end - begin;
    }
    return readings;
  }

  async longestTask(client) {
    return {
      longestTask: await this.inReloaded(client, (page) => longestTask(this.browser, page, () => this.start(page, client, rtts[0]))),
    };
  }

  /**
   * traffic measures calls and events once the engine has compiled what is hot. Chromium optimises WebAssembly function by
   * function, and goes on with that for some 30,000 events.
   */
  traffic(client) {
    const { calls, events } = this.counts;
    return this.inFresh(async (page) => {
      await this.start(page, client, rtts[0]);
      await this.run(page, "calls", Math.ceil(calls / 2));
      await this.run(page, "burst", events * 3);
      const took = await this.run(page, "calls", calls);
      const before = await this.processorTime();
      const burst = await this.run(page, "burst", events);
      const used = (await this.processorTime()) - before;
      return {
        "call.mean": mean(took) * 1000,
        "call.p50": quantile(took, 0.5) * 1000,
        "call.p99": quantile(took, 0.99) * 1000,
        "event.took": (burst / (events - 1)) * 1000,
        "event.perSecond": ((events - 1) / burst) * 1000,
        "event.cpu": (used / events) * 1000,
      };
    });
  }

  /** memory reads what is in use after the start, after a few events and after many. */
  memory(client) {
    const { few, many } = this.counts;
    return this.inFresh(async (page) => {
      const readings = {};
      const read = async (when) => {
        readings[`heap.${when}`] = await heap(page);
        readings[`wasm.${when}`] = await page.evaluate(() => window.watch.wasmBytes());
      };
      await this.start(page, client, rtts[0]);
      await read("start");
      await this.run(page, "burst", few);
      await read("few");
      await this.run(page, "burst", many - few);
      await read("many");
      return readings;
    });
  }
}
