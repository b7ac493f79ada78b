import * as sdk from "@ccpaas/browser-sdk";

import { start } from "./job.js";

start(sdk, (text) => (document.getElementById("result").textContent = text));
