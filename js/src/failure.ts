import { messages } from "./events.gen";
import type { Raised } from "./shapes";

/** Why the script itself fails a call, where no core can speak. */
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
    for (const [key, value] of [["Code", Code], ["Message", Message], ["Data", Data], ["Visible", Visible]] as const) {
      Object.defineProperty(this, key, { value, enumerable: true, writable: true, configurable: true });
    }
  }
}

/** The envelope of a failure of the script's own. */
export function failed(reason: Reason, method: string, language: string, detail = ""): Raised {
  const [code, chinese, english] = messages[reason];
  const text = /^\s*en([-_]|\s*$)/i.test(language) ? english : chinese;
  return { Code: code, Data: null, Message: text.replace("{} ", method && method + " ").replace("{1}", detail), Visible: true };
}
