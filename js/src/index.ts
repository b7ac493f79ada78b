import { UdeskCCPaasApiClass } from "./api";
import { scriptIsAt } from "./script";

scriptIsAt(import.meta.url);

export { AppDataProvider } from "./provider";
export { UdeskCCPaasApiClass };
export default UdeskCCPaasApiClass;
export const version = UdeskCCPaasApiClass.version;
