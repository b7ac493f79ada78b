import type { ExtraScript } from "../extra";
import type { Share } from "./host";
import { share } from "./share";

// Left on the script's own element, so that the page gets no global.
Object.assign(document.currentScript as ExtraScript<Share>, { made: share, build: BUILD_ID });
