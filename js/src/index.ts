import { UdeskCCPaasApiClass } from "./api";
import { filesAre } from "./script";

// Written so, with both parts literal, bundlers see the files, ship them and put their new addresses here.
filesAre(
  new URL(MODULE_FILE, import.meta.url).href,
  new URL(LOWERED_FILE, import.meta.url).href,
  new URL(PHONE_FILE, import.meta.url).href,
);

export { AppDataProvider } from "./provider";
export { UdeskCCPaasApiClass };
export default UdeskCCPaasApiClass;
export const version = UdeskCCPaasApiClass.version;
