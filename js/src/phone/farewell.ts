import DigestAuthentication from "jssip/lib/DigestAuthentication";
import type { UA } from "jssip";

/**
 * Unregisters while the page unloads, when there is no time to wait for a challenge: with the nonce of the last
 * registration, which registrars accept for some minutes.
 */
export class Farewell {
  private credentials = "";

  constructor(
    readonly username: string,
    readonly password: string,
  ) {}

  /** Receives what is sent. */
  sent(message: unknown): void {
    const found = typeof message === "string" && /^REGISTER /.test(message) && /^Authorization: *Digest (.*)$/im.exec(message);
    if (found) {
      this.credentials = found[1]!;
    }
  }

  say(ua: UA): void {
    const member = (name: string): string | undefined => {
      const found = new RegExp(`(?:^|[ ,])${name}="?([^",]*)`).exec(this.credentials);
      return found ? found[1] : undefined;
    };
    const digest = new DigestAuthentication(this);
    const qop = member("qop");
    const challenge = {
      realm: member("realm"),
      nonce: member("nonce"),
      opaque: member("opaque"),
      algorithm: member("algorithm"),
      qop: qop && [qop],
    };
    const request = { method: "REGISTER", ruri: member("uri"), body: null };
    // nc is the number of requests that have used the nonce.
    let signed = false;
    for (let count = parseInt(member("nc") || "0", 16); count >= 0; count--) {
      signed = digest.authenticate(request, challenge);
    }
    ua.registrator().setExtraHeaders(signed ? [`Authorization: ${digest.toString()}`] : []);
    ua.unregister();
    ua.registrator().setExtraHeaders([]);
  }
}
