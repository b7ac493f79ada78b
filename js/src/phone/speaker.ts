import { Gesture } from "./gesture";

/** Sets the device on which an element plays; a browser without that feature uses its own choice. */
export async function playOn(element: HTMLAudioElement, device: string): Promise<void> {
  const sink = element as HTMLAudioElement & { setSinkId?: (id: string) => Promise<void> };
  if (sink.setSinkId && (device || "sinkId" in sink)) {
    await sink.setSinkId(device);
  }
}

/** Plays the far end. */
export class Speaker {
  private readonly element: HTMLAudioElement;
  private readonly gesture = new Gesture(() => this.start());
  /** A media key, or removing an earbud, pauses the element; the call continues. */
  private readonly paused = (): void => this.start();

  /**
   * blocked is called when the browser plays nothing before the user interacts with the page; failed with a device that does
   * not play because it disappeared.
   */
  constructor(
    given: HTMLAudioElement | null,
    private readonly blocked: () => void,
    private readonly failed: (device: string) => void,
  ) {
    this.element = given || document.createElement("audio");
  }

  play(stream: MediaStream, device: string): void {
    this.element.srcObject = stream;
    this.element.addEventListener("pause", this.paused);
    this.use(device)
      .catch(() => {
        this.failed(device);
        return this.use("");
      })
      .catch(() => undefined)
      .then(() => this.start());
  }

  use(device: string): Promise<void> {
    return playOn(this.element, device);
  }

  stop(): void {
    this.gesture.ignore();
    if (this.element.srcObject) {
      this.element.removeEventListener("pause", this.paused);
      this.element.pause();
      this.element.srcObject = null;
    }
  }

  private start(): void {
    this.gesture.ignore();
    if (!this.element.srcObject) {
      return;
    }
    this.element.play().catch((error: DOMException) => {
      if (error.name === "NotAllowedError") {
        this.gesture.await();
        this.blocked();
      }
    });
  }
}
