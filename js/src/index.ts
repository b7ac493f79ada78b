import { UdeskCCPaasApiClass } from "./api";
import { chunksAre, modulesAreAt } from "./script";

// Written so, with both parts literal, bundlers see the files, ship them and put their new addresses here. Some leave
// import.meta empty instead, and the constructor throws.
modulesAreAt(
  () => new URL(MODULE_FILE, import.meta.url).href,
  () => new URL(LOWERED_FILE, import.meta.url).href,
);
chunksAre({ module: () => import(INLINED_FILE), phone: () => import(PHONE_MODULE_FILE) });

export { AppDataProvider } from "./provider";
export { UdeskCCPaasApiClass };
export default UdeskCCPaasApiClass;
export const version = UdeskCCPaasApiClass.version;
