import type { Page } from "../runtime";

/** The page, as its tab's own core has it. `deliver` takes what the core says; `ended` is called before the page when it ends. */
export function ownPage(page: Page, deliver: Page["receive"], ended: () => void): Page {
  return {
    receive: deliver,
    end(reason, detail) {
      ended();
      page.end(reason, detail);
    },
    lost: () => page.lost(),
    waits: (method) => page.waits(method),
    log: (type, message) => page.log(type, message),
  };
}
