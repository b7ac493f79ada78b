import { Fault } from "../events.gen";
import { PhoneFault } from "./fault";

/** What a device is for. */
export type Kind = "microphone" | "speaker" | "ringer";

const deviceKinds: Record<Kind, MediaDeviceKind> = {
  microphone: "audioinput",
  speaker: "audiooutput",
  ringer: "audiooutput",
};
const kinds = Object.keys(deviceKinds) as Kind[];

interface AudioDevice {
  Kind: Kind;
  DeviceId: string;
  Label: string;
  Selected: boolean;
}

/** The audio devices, and which of them are chosen; "" is the browser's own choice. */
export class Devices {
  readonly chosen = { microphone: "", speaker: "", ringer: "" } as Record<Kind, string>;
  private readonly changed = (): void => {
    this.look().catch(() => undefined);
  };

  /**
   * gone is called with the kind of a chosen device that disappeared; replaced, when the default replaced one that was gone
   * or failed when it was opened.
   */
  constructor(
    private readonly gone: (kind: Kind) => void,
    private readonly replaced: (kind: Kind) => void,
  ) {}

  /** Asks the user for the microphone, and releases it until a call. */
  async askForMicrophone(): Promise<void> {
    stop(await this.microphone(true));
  }

  watch(): void {
    navigator.mediaDevices.addEventListener("devicechange", this.changed);
  }

  ignore(): void {
    if (!navigator.mediaDevices) {
      return;
    }
    navigator.mediaDevices.removeEventListener("devicechange", this.changed);
  }

  /**
   * A stream of the chosen microphone. If that disappeared unnoticed, or fails, and fallsBack is set, the browser's default
   * replaces it permanently: a device that failed once would fail every call.
   */
  async microphone(fallsBack: boolean): Promise<MediaStream> {
    const id = this.chosen.microphone;
    try {
      return await capture(id);
    } catch (error) {
      const fault = error as PhoneFault;
      if (!id || !fallsBack || (fault.Fault !== Fault.NoMicrophone && fault.Fault !== Fault.Busy)) {
        throw error;
      }
    }
    const stream = await capture("");
    this.failed("microphone", id);
    return stream;
  }

  /** Forgets a chosen device that failed, and reports that. */
  failed(kind: Kind, id: string): void {
    if (id && this.chosen[kind] === id) {
      this.chosen[kind] = "";
      this.replaced(kind);
    }
  }

  async list(): Promise<AudioDevice[]> {
    const all = await navigator.mediaDevices.enumerateDevices();
    const list: AudioDevice[] = [];
    for (const kind of kinds) {
      const own = all.filter((device) => device.kind === deviceKinds[kind]);
      own.forEach((device, at) =>
        list.push({
          Kind: kind,
          DeviceId: device.deviceId,
          Label: device.label,
          Selected: this.chosen[kind] ? device.deviceId === this.chosen[kind] : at === 0,
        }),
      );
    }
    return list;
  }

  async choose(kind: Kind, id: string): Promise<void> {
    const all = await navigator.mediaDevices.enumerateDevices();
    if (!all.some((device) => device.kind === deviceKinds[kind] && device.deviceId === id)) {
      throw new PhoneFault(Fault.NoDevice);
    }
    this.chosen[kind] = id;
  }

  /** Returns to the browser's own choice if a chosen device has disappeared. */
  private async look(): Promise<void> {
    const all = await navigator.mediaDevices.enumerateDevices();
    for (const kind of kinds) {
      const id = this.chosen[kind];
      if (id && !all.some((device) => device.kind === deviceKinds[kind] && device.deviceId === id)) {
        this.chosen[kind] = "";
        this.gone(kind);
      }
    }
  }
}

function capture(id: string): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({ audio: id ? { deviceId: { exact: id } } : true }).catch((error) => {
    throw PhoneFault.ofMicrophone(error);
  });
}

/** Releases a stream's devices. */
export function stop(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop());
}
