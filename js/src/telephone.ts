import { findPhone } from "./chunks";
import { Fault, News, Order } from "./events.gen";
import { loadScript, scriptAt } from "./extra";
import type { MakePhone, Phone, PhoneHost } from "./phone/host";
import type { Watch } from "./loading";
import { besideScript } from "./script";

/** An instance's link to its web phone, whose script is loaded when the core opens the phone. */
export class Telephone {
  private making: Promise<Phone> | undefined;
  private closed = false;

  constructor(
    private readonly host: PhoneHost,
    private readonly url: string,
  ) {}

  order(id: string, order: string, json: string): void {
    const opens = order === Order.Open || order === Order.Check;
    if (opens) {
      this.making = this.making || this.make();
    }
    if (this.making && !this.closed) {
      // A phone that did not open gets no other orders.
      this.making.then(
        (phone) => this.closed || phone.order(id, order, JSON.parse(json) as Record<string, unknown>),
        (fault) => opens && this.host.tell(id, News.Failed, fault as object),
      );
    }
  }

  close(): void {
    this.closed = true;
    if (this.making) {
      this.making.then((phone) => phone.close(), () => undefined);
    }
  }

  /** Makes the phone. Rejects with what News.Failed reports, and is called again the next time. */
  private make(): Promise<Phone> {
    const url = this.url || besideScript().phone;
    const made = scriptAt<MakePhone>(url, (watch) => (HAS_CHUNKS ? findPhone(url, watch, loadPhone) : loadPhone(url, watch))).then(
      (make) => new make(this.host),
      ({ detail }) => {
        throw { Fault: Fault.Missing, Detail: detail };
      },
    );
    made.catch(() => (this.making = undefined));
    return made;
  }
}

const loadPhone = (url: string, watch: Watch): Promise<MakePhone> => loadScript(url, watch, besideScript().integrity);
