/** What is reported about a call's media path. */
interface WayEvents {
  sought(): void;
  found(): void;
  lost(): void;
}

/** Watches whether a connection has a media path (ICE). */
export class Way {
  private last: keyof WayEvents | undefined;

  constructor(
    private readonly connection: RTCPeerConnection,
    private readonly on: WayEvents,
  ) {
    connection.addEventListener("iceconnectionstatechange", () => this.look());
  }

  /** The call is established and needs a path. A browser without candidates may never report that it looks for one. */
  needed(): void {
    if (!this.last) {
      this.tell("sought");
    }
  }

  private look(): void {
    switch (this.connection.iceConnectionState) {
      case "checking":
        return this.tell("sought");
      case "connected":
      case "completed":
        return this.tell("found");
      case "disconnected":
      case "failed":
        return this.tell("lost");
    }
  }

  private tell(what: keyof WayEvents): void {
    if (this.last !== what) {
      this.last = what;
      this.on[what]();
    }
  }
}
