import type { ExtraScript } from "../extra";
import type { MakePhone } from "./host";
import { WebPhone } from "./phone";

// Left on the script's own element, so that the page gets no global.
Object.assign(document.currentScript as ExtraScript<MakePhone>, { made: WebPhone, build: BUILD_ID });
