import type { Failure } from "@ccpaas/browser-sdk";
import { useCallback, useEffect, useState } from "react";

import { useAgent } from "./useAgent";

export function App() {
  const [agent, { connection, state, status, call }] = useAgent("1001");
  const [number, setNumber] = useState("13800138000");
  const [failure, setFailure] = useState("");

  /** Shows why a promise was rejected. */
  const tell = useCallback((promise?: Promise<unknown>) => {
    setFailure("");
    promise?.catch((error: Failure) => setFailure(error.Message));
  }, []);

  useEffect(() => {
    const login = () => tell(agent?.SetAgentStateAsync("idle"));
    agent?.on("Ready", login);
    return () => void agent?.off("Ready", login);
  }, [agent, tell]);

  return (
    <>
      <h1>Agent, in React</h1>
      <p role="status">{[connection, state, status, status && call?.CustomerInfo?.TelNumber].filter(Boolean).join(", ")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          tell(agent?.MakeCallAsync(number));
        }}
      >
        <label>
          Number <input inputMode="tel" required value={number} onChange={(event) => setNumber(event.target.value)} />
        </label>
        <button type="submit">Call</button>
        <button type="button" disabled={status !== "Delivered"} onClick={() => tell(agent?.AnswerAsync())}>
          Answer
        </button>
        <button type="button" disabled={!status} onClick={() => tell(call && agent?.HangupAsync(call.CallID))}>
          Hang up
        </button>
      </form>
      <p role="alert">{failure}</p>
    </>
  );
}
