import { Fault } from "../events.gen";

/** Why an order came to nothing. */
export class PhoneFault {
  constructor(
    readonly Fault: Fault,
    readonly Detail = "",
  ) {}

  /** What a browser's exception means; its message is left out, as it may name things. */
  static of(error: unknown): PhoneFault {
    if (error instanceof PhoneFault) {
      return error;
    }
    const name = error instanceof Error || error instanceof DOMException ? error.name : "";
    switch (name) {
      case "NotAllowedError":
      case "SecurityError":
        return new PhoneFault(Fault.Denied);
      case "NotFoundError":
      case "OverconstrainedError":
        return new PhoneFault(Fault.NoDevice);
    }
    return new PhoneFault(Fault.Failed, name);
  }
}
