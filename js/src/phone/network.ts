interface Connection extends EventTarget {
  /** "wifi", "cellular" and so on; only some devices report it. */
  type?: string;
}

/** Reports when the network changes. */
export class Network {
  private readonly connection = (navigator as unknown as { connection?: Connection }).connection;
  private type = this.typeNow();
  private readonly online = (): void => this.changed();
  /** The event also fires whenever the browser's estimate of the speed changes. */
  private readonly estimated = (): void => {
    if (this.type !== this.typeNow()) {
      this.type = this.typeNow();
      this.changed();
    }
  };

  constructor(private readonly changed: () => void) {}

  listen(): void {
    this.ignore();
    window.addEventListener("online", this.online);
    if (this.connection) {
      this.connection.addEventListener("change", this.estimated);
    }
  }

  ignore(): void {
    window.removeEventListener("online", this.online);
    if (this.connection) {
      this.connection.removeEventListener("change", this.estimated);
    }
  }

  private typeNow(): string {
    return (this.connection && this.connection.type) || "";
  }
}
