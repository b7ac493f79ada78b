import { UdeskCCPaasApiClass } from "./api";
import { scriptIsAt } from "./script";

const script = document.currentScript as HTMLScriptElement | null;
if (script && script.src) {
  scriptIsAt(script.src);
}

(window as unknown as { UdeskCCPaasApiClass: unknown }).UdeskCCPaasApiClass = UdeskCCPaasApiClass;
