import { UdeskCCPaasApiClass } from "./api";
import { modulesAreAt, phoneIsAt } from "./script";

// Written so, with both parts literal, bundlers see the files, ship them and put their new addresses here.
modulesAreAt(new URL(MODULE_FILE, import.meta.url).href, new URL(LOWERED_FILE, import.meta.url).href);
// Those that minify what they ship change the second one's hash.
phoneIsAt(new URL(PHONE_FILE, import.meta.url).href, "");

export { AppDataProvider } from "./provider";
export { UdeskCCPaasApiClass };
export default UdeskCCPaasApiClass;
export const version = UdeskCCPaasApiClass.version;
