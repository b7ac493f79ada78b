import { UdeskCCPaasApiClass } from "./api";
import { findScript } from "./script";

findScript();

(window as unknown as { UdeskCCPaasApiClass: unknown }).UdeskCCPaasApiClass = UdeskCCPaasApiClass;
