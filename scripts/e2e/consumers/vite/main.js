import { UdeskCCPaasApiClass } from "@ccpaas/browser-sdk";

// For report.js, which was written for the classic script.
window.UdeskCCPaasApiClass = UdeskCCPaasApiClass;
run(firstCall);
