import * as sdk from "@ccpaas/browser-sdk";
import { StrictMode, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

import { start } from "./job.js";

function Agent() {
  const [result, setResult] = useState("");
  useEffect(() => start(sdk, setResult), []);
  return <output id="result">{result}</output>;
}

createRoot(document.getElementById("app")).render(
  <StrictMode>
    <Agent />
  </StrictMode>,
);
