import { Fault } from "../events.gen";
import { policyForbidsMicrophone } from "./policy";

/** Why an order failed. */
export class PhoneFault {
  constructor(
    readonly Fault: Fault,
    readonly Detail = "",
  ) {}

  /** The meaning of a browser's exception, without its message, which may contain names. */
  static of(error: unknown): PhoneFault {
    if (error instanceof PhoneFault) {
      return error;
    }
    const name = nameOf(error);
    return name === "NotFoundError" ? new PhoneFault(Fault.NoDevice) : new PhoneFault(Fault.Failed, name);
  }

  /** The meaning of the exception for a microphone that cannot be opened. */
  static ofMicrophone(error: unknown): PhoneFault {
    const name = nameOf(error);
    switch (name) {
      case "NotAllowedError":
      case "SecurityError":
        // Chromium's message when the operating system refuses.
        return new PhoneFault(/by system/i.test((error as Error).message) ? Fault.System : policyForbidsMicrophone() || Fault.Denied);
      case "NotFoundError":
      case "OverconstrainedError":
        return new PhoneFault(Fault.NoMicrophone);
      // Chromium's and Firefox's names for a device that cannot be opened.
      case "NotReadableError":
      case "TrackStartError":
      case "AbortError":
        return new PhoneFault(Fault.Busy);
    }
    return PhoneFault.of(error);
  }
}

function nameOf(error: unknown): string {
  const { name } = Object(error) as { name?: unknown };
  return typeof name === "string" ? name : "";
}
