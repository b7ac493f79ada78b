"use client";

import * as sdk from "@ccpaas/browser-sdk";
import { useEffect, useState } from "react";

import { start } from "./job.js";

export default function Agent() {
  const [result, setResult] = useState("");
  useEffect(() => start(sdk, setResult), []);
  return <output id="result">{result}</output>;
}
