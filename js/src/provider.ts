import { callable } from "./callable";
import { toJSON } from "./json";

class Provider {
  GetToken(): unknown {
    return Promise.reject(new Error("override GetToken in a class that extends AppDataProvider"));
  }
}

/** The class that a page extends to supply its tokens. */
export const AppDataProvider = callable("AppDataProvider", Provider, () => undefined);
export type AppDataProvider = Provider;

/** The result of GetToken in the core's form: a name, and the JSON of the value or the name of the error. */
export type Answer = [name: "resolved" | "rejected", json: string];

/** Calls GetToken, which may return the value itself, throw, or never settle. */
export function askToken(provider: AppDataProvider, answer: (a: Answer) => void): void {
  new Promise((resolve) => resolve(provider.GetToken()))
    .then((value): Answer => ["resolved", toJSON(readToken(value)) || ""])
    .catch((error): Answer => ["rejected", String(error && error.name)])
    .then(answer);
}

/** What the core reads of a value: the members of a token. Of other members it gets the names, not the values. */
function readToken(value: any): unknown {
  if (!value || typeof value !== "object") {
    return value;
  }
  const read: { [name: string]: unknown } = {};
  for (const name in value) {
    read[name] = null;
  }
  const { appId, timestamp, Timestamp, token, Token } = value;
  Object.assign(read, { appId, timestamp, Timestamp, token, Token });
  return read;
}
