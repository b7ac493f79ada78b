import { Loading, LoadError } from "./loading";
import type { Watch } from "./loading";
import { ownNonce } from "./script";

interface Policy {
  createScriptURL(url: string): string;
}

interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
  [policyKey]?: Trusted;
}

// What the page may replace later.
const { trustedTypes } = window as unknown as { trustedTypes?: Policies };

/** What an extra script leaves on its own element for the script that loaded it. */
export interface ExtraScript<T> extends HTMLScriptElement {
  made?: T;
  /** The build, which must be that of the script that loads it. */
  build?: string;
}

const scripts: { [url: string]: Promise<any> } = {};

/** What a script leaves, loaded once. Rejects with a LoadError, after which the next call begins a new download. */
export function scriptAt<T>(url: string, find: (watch: Watch) => Promise<T>): Promise<T> {
  return (
    scripts[url] ||
    (scripts[url] = new Promise((resolve, reject) => {
      const loading = new Loading<T>(find, resolve, (error) => {
        delete scripts[url];
        reject(error);
      });
      // No retry: it is loaded again when it is needed again.
      loading.policy = { Off: true };
      loading.now();
    }))
  );
}

/** How long the browser may take to load a script, whose progress cannot be observed. */
const LIMIT = 20_000;
let loads = 0;
let stalls = false;

/** Loads the script, whose hash must be `integrity`, "" for any. It leaves on its element what it makes, and its build. */
export function loadScript<T>(url: string, watch: Watch, integrity: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script") as ExtraScript<T>;
    const fail = (detail: string): void => {
      script.remove();
      reject(new LoadError("missing", detail));
    };
    watch.at = url;
    watch.within(LIMIT);
    watch.abandoned(() => {
      stalls = true;
      script.remove();
    });
    script.crossOrigin = "anonymous";
    script.integrity = integrity;
    script.nonce = ownNonce();
    script.onload = () => {
      script.remove();
      if (script.made && script.build === BUILD_ID) {
        resolve(script.made);
      } else {
        fail("of another build");
      }
    };
    script.onerror = () => fail("network");
    try {
      // A browser joins a pending request for the same address, even one that stalls.
      script.src = trusted(stalls ? `${url}${url.includes("?") ? "&" : "?"}try=${++loads}` : url);
    } catch (error) {
      return fail("Trusted Types");
    }
    document.head.appendChild(script);
  });
}

/** The key under which trustedTypes stores the policy for every copy of the SDK: a page may allow only one of each name. */
const policyKey = Symbol.for("udesk-ccpaas");

/** The policy, and the addresses that it accepts: those of the copies' own scripts, whose hashes the browser checks. */
interface Trusted {
  policy: Policy;
  urls: { [url: string]: boolean };
}

/** The URL in the form that a page with Trusted Types accepts. */
function trusted(url: string): string {
  if (!trustedTypes) {
    return url;
  }
  let ours = trustedTypes[policyKey];
  if (!ours) {
    const urls: Trusted["urls"] = {};
    const policy = trustedTypes.createPolicy("udesk-ccpaas", {
      createScriptURL(asked) {
        if (urls[asked] === true) {
          return asked;
        }
        throw new TypeError("no script of the SDK");
      },
    });
    ours = { policy, urls };
    Object.defineProperty(trustedTypes, policyKey, { value: ours });
  }
  ours.urls[url] = true;
  return ours.policy.createScriptURL(url);
}
