import { callable } from "./callable";
import { toJSON } from "./json";

/** What GetToken resolves to, in either letter case. */
export interface Token {
  appId?: unknown;
  timestamp?: unknown;
  Timestamp?: unknown;
  token?: unknown;
  Token?: unknown;
}

class Provider {
  GetToken(): unknown {
    return Promise.reject(new Error("override GetToken in a class that extends AppDataProvider"));
  }
}

/** The class that a page extends to say where its tokens come from. */
export const AppDataProvider = callable("AppDataProvider", Provider, () => undefined);
export type AppDataProvider = Provider;

/** What GetToken came to, as the core takes it: a name and JSON or words. */
export type Answer = [name: "" | "rejected" | "malformed", json: string];

/** Calls GetToken, which may return the value itself, throw, or never settle. */
export function askToken(provider: AppDataProvider, answer: (a: Answer) => void): void {
  new Promise((resolve) => resolve(provider.GetToken()))
    .then(readToken)
    .catch((): Answer => ["rejected", ""])
    .then(answer);
}

/** Says what a value is that cannot be used, never the value itself. */
function readToken(value: unknown): Answer {
  if (typeof value !== "object" || value === null) {
    return ["malformed", value === null ? "null" : typeof value];
  }
  const { appId, timestamp, Timestamp, token, Token: Token_ } = value as Token;
  const time = timestamp === undefined ? Timestamp : timestamp;
  const text = token === undefined ? Token_ : token;
  if (typeof text !== "string" || !text.trim()) {
    return ["malformed", `token is ${kind(text)}`];
  }
  if (!(typeof time === "number" && isFinite(time)) && !(typeof time === "string" && time.trim())) {
    return ["malformed", `timestamp is ${kind(time)}`];
  }
  return ["", toJSON({ appId: typeof appId === "string" ? appId : "", timestamp: String(time), token: text })!];
}

function kind(value: unknown): string {
  return value === "" ? "empty" : typeof value;
}
