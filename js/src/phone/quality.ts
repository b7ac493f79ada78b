/** A second of a call: milliseconds, packets since its beginning, levels in thousandths. All are whole numbers. */
export interface Sample {
  Rtt: number;
  Jitter: number;
  Received: number;
  Lost: number;
  Input: number;
  Output: number;
}

/** Samples a connection once a second. */
export class Quality {
  private readonly timer: number;

  constructor(connection: RTCPeerConnection, sample: (sample: Sample) => void) {
    this.timer = window.setInterval(() => {
      connection.getStats().then(
        (report) => sample(read(report)),
        () => undefined,
      );
    }, 1000);
  }

  stop(): void {
    window.clearInterval(this.timer);
  }
}

function read(report: RTCStatsReport): Sample {
  const sample: Sample = { Rtt: 0, Jitter: 0, Received: 0, Lost: 0, Input: 0, Output: 0 };
  report.forEach((stats) => {
    switch (stats.type) {
      case "candidate-pair":
        if (stats.nominated && stats.currentRoundTripTime !== undefined) {
          sample.Rtt = Math.round(stats.currentRoundTripTime * 1000);
        }
        break;
      case "inbound-rtp":
        sample.Jitter = Math.round((stats.jitter || 0) * 1000);
        sample.Received = stats.packetsReceived || 0;
        sample.Lost = stats.packetsLost || 0;
        sample.Output = level(stats, sample.Output);
        break;
      case "track":
        // Chromium before 79 reports the levels here.
        if (stats.remoteSource) {
          sample.Output = level(stats, sample.Output);
        } else {
          sample.Input = level(stats, sample.Input);
        }
        break;
      case "media-source":
        sample.Input = level(stats, sample.Input);
        break;
    }
  });
  return sample;
}

/** The level in a report, or the one that another report had. */
function level({ audioLevel }: { audioLevel?: number }, otherwise: number): number {
  return audioLevel === undefined ? otherwise : Math.round(audioLevel * 1000);
}
