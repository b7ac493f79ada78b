import { Fault, News, Order } from "./events.gen";
import type { MakePhone, Phone, PhoneHost, PhoneScript } from "./phone/host";
import { importableChunks, phoneBesideScript } from "./script";

interface Policy {
  createScriptURL(url: string): string;
}

interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
}

const loading: { [url: string]: Promise<MakePhone> } = {};
// A page may allow one policy of a name, and no second.
let policy: Policy | undefined;

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
      ? phoneAt(this.url).then((make) => new make(this.host))
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

/** The web phone: of the script at that URL, "" for the one that came with this script. */
function phoneAt(url: string): Promise<MakePhone> {
  const chunks = importableChunks();
  if (url || !chunks) {
    return scriptAt(url || phoneBesideScript().url);
  }
  return chunks.phone().then(
    ({ WebPhone, build }) => (build === BUILD_ID ? WebPhone : Promise.reject({ Fault: Fault.Missing, Detail: "of another build" })),
    () => Promise.reject({ Fault: Fault.Missing, Detail: "network" }),
  );
}

/** The phone's script, fetched once; what failed is fetched anew the next time. */
function scriptAt(url: string): Promise<MakePhone> {
  return (
    loading[url] ||
    (loading[url] = load(url).catch((error) => {
      delete loading[url];
      throw error;
    }))
  );
}

function load(url: string): Promise<MakePhone> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script") as PhoneScript;
    script.crossOrigin = "anonymous";
    script.integrity = phoneBesideScript().integrity;
    script.onload = () => {
      script.remove();
      if (script.WebPhone && script.build === BUILD_ID) {
        resolve(script.WebPhone);
      } else {
        reject({ Fault: Fault.Missing, Detail: "of another build" });
      }
    };
    script.onerror = () => {
      script.remove();
      reject({ Fault: Fault.Missing, Detail: "network" });
    };
    script.src = trusted(url);
    document.head.appendChild(script);
  });
}

/** The URL as a page with Trusted Types takes it. */
function trusted(url: string): string {
  const policies = (self as unknown as { trustedTypes?: Policies }).trustedTypes;
  if (!policies) {
    return url;
  }
  policy = policy || policies.createPolicy("udesk-ccpaas", { createScriptURL: (ours) => ours });
  return policy.createScriptURL(url);
}
