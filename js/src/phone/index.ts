import type { PhoneScript } from "./host";
import { WebPhone } from "./phone";

// Left on the script's own element, so that the page gets no global.
Object.assign(document.currentScript as PhoneScript, { WebPhone, build: BUILD_ID });
