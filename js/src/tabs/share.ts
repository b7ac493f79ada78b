import type { Options } from "../options.gen";
import type { askToken } from "../provider";
import type { Page } from "../runtime";
import type { Way } from "./host";
import { Tab } from "./tab";

/** What a browser has in a secure context, from Chromium 69 and Safari 15.4 on. */
const lacking = (): string =>
  !navigator.locks ? "navigator.locks" : !window.BroadcastChannel ? "BroadcastChannel" : !window.crypto.subtle ? "crypto.subtle" : "";

/** Rejects if the browser refuses what tabs share, as in a sandboxed frame, or in another site's frame in a private window. */
const allowed = (): Promise<void> => navigator.locks.query().then(() => new BroadcastChannel("udesk-ccpaas").close());

/** The way to a core that tabs share, or to the core of this tab if the browser does not let tabs share. */
export function share(own: Way, options: Options, ask: typeof askToken): Promise<Way> {
  const lacks = lacking();
  if (lacks) {
    return Promise.resolve(alone(own, `this browser, or this page without https, has no ${lacks}`));
  }
  return allowed().then(
    () => new Tab(own, options, ask),
    ({ name }) => alone(own, `the browser refuses it here (${name})`),
  );
}

const alone = (own: Way, why: string): Way => ({
  add(page: Page, json: string): number {
    page.log("warn", `ShareConnection is off: ${why}`);
    return own.add(page, json);
  },
  remove: (instance) => own.remove(instance),
  post: (...message) => own.post(...message),
});

/** The name under which tabs meet: a hash, so that it tells nobody who the agent is. */
export function meetingPlace({ AppId, AgentId, Domain, HttpDomain }: Options): Promise<string> {
  const text = JSON.stringify([AppId, AgentId, Domain, HttpDomain]);
  return crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)).then((hash) => `udesk-ccpaas ${hex(new Uint8Array(hash))}`);
}

export function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    text += (byte + 256).toString(16).slice(1);
  }
  return text;
}
