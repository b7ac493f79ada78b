import { UdeskCCPaasApiClass } from "./api";
import { modulesAreAt, phoneIsAt } from "./script";

const script = document.currentScript as HTMLScriptElement | null;
if (script && script.src) {
  modulesAreAt(new URL(MODULE_FILE, script.src).href, new URL(LOWERED_FILE, script.src).href);
  phoneIsAt(new URL(PHONE_FILE, script.src).href, PHONE_INTEGRITY);
}

(window as unknown as { UdeskCCPaasApiClass: unknown }).UdeskCCPaasApiClass = UdeskCCPaasApiClass;
