import { messages, openings } from "./events.gen";
import type { Raised } from "./shapes";

/** Why the script itself rejects a call when no core can do so. */
export type Reason = keyof typeof messages;

/** What a call rejects with: an Error whose enumerable members are exactly the documented four. */
export class Failure extends Error {
  declare readonly Code: string;
  declare readonly Data: unknown;
  declare readonly Message: string;
  declare readonly Visible: boolean;

  constructor(envelope: Raised) {
    super(envelope.Message);
    Object.defineProperty(this, "name", { value: "UdeskCCPaasError" });
    const { Code, Data, Message, Visible } = envelope;
    Object.assign(this, { Code, Message, Data, Visible });
  }
}

/** The envelope of a failure that the script itself reports. */
export function failed(reason: Reason, method: string, language: string, detail = ""): Raised {
  const at = /^\s*en([-_]|\s*$)/i.test(language) ? 1 : 0;
  const message = messages[reason];
  const code = message[0];
  const why = openings[code as keyof typeof openings][at] + message[at + 1]!.replace("{}", detail);
  return { Code: code, Data: null, Message: `${why} [${method && method + " "}${code}]`, Visible: true };
}
