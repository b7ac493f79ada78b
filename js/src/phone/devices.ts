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

  /** replaced is called with the kind of a chosen device that disappeared, when another is chosen in its place. */
  constructor(private readonly replaced: (kind: Kind) => void) {}

  /** Asks the person for the microphone, and lets it rest until a call. */
  async askForMicrophone(): Promise<void> {
    stop(await this.microphone());
  }

  watch(): void {
    navigator.mediaDevices.addEventListener("devicechange", this.changed);
  }

  ignore(): void {
    navigator.mediaDevices.removeEventListener("devicechange", this.changed);
  }

  /** A stream of the chosen microphone. */
  microphone(): Promise<MediaStream> {
    const id = this.chosen.microphone;
    return navigator.mediaDevices.getUserMedia({ audio: id ? { deviceId: { exact: id } } : true });
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

  /** Goes back to the browser's own choice where a chosen device is no longer there. */
  private async look(): Promise<void> {
    const all = await navigator.mediaDevices.enumerateDevices();
    for (const kind of kinds) {
      const id = this.chosen[kind];
      if (id && !all.some((device) => device.kind === deviceKinds[kind] && device.deviceId === id)) {
        this.chosen[kind] = "";
        this.replaced(kind);
      }
    }
  }
}

/** Releases a stream's devices. */
export function stop(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop());
}
