// The processes that tabs are in.
import { readdirSync, readFileSync } from "node:fs";

import type { Driven } from "../phases.ts";

/** processesOf returns the ids of the tabs' processes. */
export async function processesOf(tabs: Driven[], browser: number): Promise<number[]> {
  const found: number[] = [];
  for (const tab of tabs) {
    found.push(await processOf(tab, browser));
  }
  return found;
}

/** A tab's process is the one of the browser's that works while the tab does. */
async function processOf(tab: Driven, browser: number): Promise<number> {
  const before = workOf(browser);
  await tab.evaluate("for (const began = performance.now(); performance.now() - began < 500; );");
  let found = 0;
  let most = 0;
  for (const [id, work] of workOf(browser)) {
    const more = work - (before.get(id) ?? work);
    if (id !== browser && more > most) {
      [found, most] = [id, more];
    }
  }
  return found;
}

/** The processor time of a process and its descendants, in ticks, by their ids. */
function workOf(process: number): Map<number, number> {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter((stat) => stat !== undefined);
  const found = new Map<number, number>();
  for (let added = [process]; added.length > 0; ) {
    for (const { id, work } of all) {
      if (added.includes(id)) {
        found.set(id, work);
      }
    }
    added = all.filter(({ id, parent }) => found.has(parent) && !found.has(id)).map(({ id }) => id);
  }
  return found;
}

/** A process's parent and processor time, undefined if it has ended. */
function statOf(name: string): { id: number; parent: number; work: number } | undefined {
  try {
    // The name of the program, in parentheses, may contain blanks.
    const fields = readFileSync(`/proc/${name}/stat`, "utf8").split(") ").pop()!.split(" ").map(Number);
    return { id: Number(name), parent: fields[1]!, work: fields[11]! + fields[12]! };
  } catch {
    return undefined;
  }
}
