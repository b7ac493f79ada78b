// Faulty devices that the page controls. A test adds this script before the SDK (addInitScript).
window.devices = {
  /** What getUserMedia fails with, by the device asked for; "" is the default. */
  faults: {},
  /** Kinds and ids that enumerateDevices leaves out. */
  gone: [],
  /** If set, getUserMedia waits for allow(). */
  asks: false,
  waiting: [],
  opened: [],
  allow() {
    this.asks = false;
    this.waiting.splice(0).forEach((go) => go());
  },
};
{
  const media = navigator.mediaDevices;
  const open = media.getUserMedia.bind(media);
  media.getUserMedia = async (constraints) => {
    const id = constraints.audio && constraints.audio.deviceId ? constraints.audio.deviceId.exact : "";
    if (devices.asks) {
      await new Promise((go) => devices.waiting.push(go));
    }
    if (devices.faults[id]) {
      throw new DOMException("the test says so", devices.faults[id]);
    }
    const stream = await open(constraints);
    devices.opened.push(...stream.getTracks());
    return stream;
  };
  const list = media.enumerateDevices.bind(media);
  media.enumerateDevices = async () => (await list()).filter((device) => !devices.gone.includes(device.deviceId));
}
