import { UdeskCCPaasApiClass } from "./api";
import { runtimeAt } from "./runtime";
import { findScript } from "./script";

// Begin loading before a page constructs an instance, so that both happen at the same time. A page may opt out.
if (findScript()) {
  runtimeAt("").begin();
}

(window as unknown as { UdeskCCPaasApiClass: unknown }).UdeskCCPaasApiClass = UdeskCCPaasApiClass;
