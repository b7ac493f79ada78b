const prefix = "udesk-ccpaas-phone ";

/**
 * The name of a phone at the registrar (RFC 5626, +sip.instance): the same after a reload, so that the new page replaces the
 * old one. It is in sessionStorage only while no page uses it: a duplicated tab copies the storage, and must get a name of
 * its own.
 */
export class Identity {
  readonly id: string;

  constructor(private readonly account: string) {
    this.id = this.claim() || uuid();
  }

  /** Leaves the name for the next page in this tab. */
  leave(): void {
    withStorage((storage) => storage.setItem(prefix + this.account, this.id));
  }

  /** Takes the name that a page left here. */
  claim(): string | undefined {
    return withStorage((storage) => {
      const id = storage.getItem(prefix + this.account);
      storage.removeItem(prefix + this.account);
      return id && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id) ? id : undefined;
    });
  }
}

/** Storage may throw: in a sandboxed iframe, with cookies blocked, or when it is full. */
function withStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(window.sessionStorage);
  } catch (error) {
    return undefined;
  }
}

/** A random UUID (RFC 4122, version 4). */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
