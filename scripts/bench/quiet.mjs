// Waits until the machine is idle.
import { cpus } from "node:os";

const sample = 500;
const busyLimit = 0.08;

/** quietMachine waits for a sample in which the processors were idle, `patience` ms at most; returns whether it came. */
export async function quietMachine(patience) {
  const end = Date.now() + patience;
  for (;;) {
    const before = times();
    await new Promise((resolve) => setTimeout(resolve, sample));
    const after = times();
    if ((after.busy - before.busy) / (after.all - before.all) < busyLimit) {
      return true;
    }
    if (Date.now() >= end) {
      return false;
    }
  }
}

function times() {
  const total = { busy: 0, all: 0 };
  for (const { times } of cpus()) {
    const all = Object.values(times).reduce((sum, time) => sum + time, 0);
    total.all += all;
    total.busy += all - times.idle;
  }
  return total;
}
