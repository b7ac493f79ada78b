import { start } from "./job.js";

// The page's script tag leaves the class.
const { UdeskCCPaasApiClass } = window;
const { AppDataProvider } = UdeskCCPaasApiClass;

start({ UdeskCCPaasApiClass, AppDataProvider }, (text) => (document.getElementById("result").textContent = text));
