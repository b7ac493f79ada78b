// The web phone as an ES module, which bundlers ship with the page.
export { WebPhone } from "./phone";

export const build = BUILD_ID;
