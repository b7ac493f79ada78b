import { Fault, News, Order } from "./events.gen";
import { findPhone } from "./chunks";
import type { MakePhone, Phone, PhoneHost, PhoneScript } from "./phone/host";
import { Loading, LoadError } from "./loading";
import type { Watch } from "./loading";
import { besideScript, ownNonce } from "./script";

interface Policy {
  createScriptURL(url: string): string;
}

interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
  [policyKey]?: Trusted;
}

// What the page may replace later.
const { trustedTypes } = window as unknown as { trustedTypes?: Policies };
const scripts: { [url: string]: Promise<MakePhone> } = {};

/** An instance's way to its web phone, whose script is loaded when the core opens it. */
export class Telephone {
  private making: Promise<Phone> | undefined;
  private closed = false;

  constructor(
    private readonly host: PhoneHost,
    private readonly url: string,
  ) {}

  order(id: string, order: string, json: string): void {
    if (order === Order.Open) {
      this.making = this.making || this.make();
    }
    if (this.making && !this.closed) {
      // Nothing else is ordered of a phone that did not open.
      this.making.then(
        (phone) => this.closed || phone.order(id, order, JSON.parse(json) as Record<string, unknown>),
        (fault) => order === Order.Open && this.host.tell(id, News.Failed, fault as object),
      );
    }
  }

  close(): void {
    this.closed = true;
    if (this.making) {
      this.making.then((phone) => phone.close(), () => undefined);
    }
  }

  /** Makes the phone; rejects with what News.Failed tells, and is called again the next time. */
  private make(): Promise<Phone> {
    const made = supported()
      ? scriptAt(this.url || besideScript().phone).then((make) => new make(this.host))
      : Promise.reject({ Fault: Fault.Unsupported });
    made.catch(() => (this.making = undefined));
    return made;
  }
}

/**
 * Whether the browser can make calls, and this page may ask for a microphone. WebRTC has two things that the phone uses
 * since Chromium 65 only: tracks that are added to a connection, and senders whose track is replaced.
 */
function supported(): boolean {
  return (
    typeof document === "object" &&
    typeof RTCPeerConnection === "function" &&
    "addTrack" in RTCPeerConnection.prototype &&
    typeof RTCRtpSender === "function" &&
    "replaceTrack" in RTCRtpSender.prototype &&
    Boolean(navigator.mediaDevices)
  );
}

/** The phone's script, loaded once; after a failure the next call begins a new download. */
function scriptAt(url: string): Promise<MakePhone> {
  return (
    scripts[url] ||
    (scripts[url] = new Promise((resolve, reject) => {
      const loading = new Loading<MakePhone>((watch) => (HAS_CHUNKS ? findPhone(url, watch, load) : load(url, watch)), resolve, ({ detail }) => {
        delete scripts[url];
        reject({ Fault: Fault.Missing, Detail: detail });
      });
      // The core orders the phone again when the person chooses it again.
      loading.policy = { Off: true };
      loading.now();
    }))
  );
}

/** How long the browser may take for the phone's script, whose bytes cannot be seen. */
const LIMIT = 20_000;
let loads = 0;
let stalls = false;

function load(url: string, watch: Watch): Promise<MakePhone> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script") as PhoneScript;
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
    script.integrity = besideScript().integrity;
    script.nonce = ownNonce();
    script.onload = () => {
      script.remove();
      if (script.WebPhone && script.build === BUILD_ID) {
        resolve(script.WebPhone);
      } else {
        fail("of another build");
      }
    };
    script.onerror = () => fail("network");
    try {
      // A browser joins a request for the same address that is still under way, even one that stalls.
      script.src = trusted(stalls ? `${url}${url.includes("?") ? "&" : "?"}try=${++loads}` : url);
    } catch (error) {
      return fail("Trusted Types");
    }
    document.head.appendChild(script);
  });
}

/** Under this key the page's trustedTypes has the policy, for every copy of the SDK: a page may allow one of a name, and no second. */
const policyKey = Symbol.for("udesk-ccpaas");

/** The policy, and the addresses that it lets pass: those of the copies' own scripts, whose hashes the browser checks. */
interface Trusted {
  policy: Policy;
  urls: { [url: string]: boolean };
}

/** The URL as a page with Trusted Types takes it. */
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
        throw new TypeError("udesk-ccpaas: not a script of the SDK");
      },
    });
    ours = { policy, urls };
    Object.defineProperty(trustedTypes, policyKey, { value: ours });
  }
  ours.urls[url] = true;
  return ours.policy.createScriptURL(url);
}
