import { UdeskCCPaasApiClass } from "./api";
import { modulesAreAt, phoneIsAt } from "./script";

const script = document.currentScript as HTMLScriptElement | null;
if (script && script.src) {
  const { src } = script;
  modulesAreAt(
    () => new URL(MODULE_FILE, src).href,
    () => new URL(LOWERED_FILE, src).href,
  );
  phoneIsAt(new URL(PHONE_FILE, script.src).href, PHONE_INTEGRITY);
}

(window as unknown as { UdeskCCPaasApiClass: unknown }).UdeskCCPaasApiClass = UdeskCCPaasApiClass;
