import type { News } from "../events.gen";
import type { Options } from "../options.gen";

/** What the page gives to its web phone. */
export interface PhoneHost {
  /** Sends the core the answer to an order, or news of the phone's own. */
  tell(id: string, news: News, detail: object): void;
  options: PhoneOptions;
}

/** The constructor's options that the web phone reads. */
export type PhoneOptions = Pick<Options, "AudioElement" | "RingTone" | "RingBack" | "IceServers" | "IceTransportPolicy">;

/** The web phone as the script around the core sees it. */
export interface Phone {
  order(id: string, order: string, detail: Record<string, unknown>): void;
  close(): void;
}

/** The class of the web phone. */
export type MakePhone = new (host: PhoneHost) => Phone;
