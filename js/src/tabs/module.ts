// What tabs share a connection by, as an ES module, which bundlers ship with the page.
export { share as made } from "./share";

export const build = BUILD_ID;
