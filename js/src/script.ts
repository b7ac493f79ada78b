import type { MakePhone } from "./phone/host";

/** What the ES module imports when it is needed, so that a bundler ships it without being told. */
export interface Chunks {
  /** The module inside a script: base64 of its gzipped bytes. */
  module: () => Promise<{ default: string }>;
  phone: () => Promise<{ WebPhone: MakePhone; build: string }>;
}

type Place = () => string;

let modules: { current: Place; lowered: Place } = { current: () => MODULE_FILE, lowered: () => LOWERED_FILE };
let phone = { url: PHONE_FILE, integrity: "" };
let chunks: Chunks | undefined;

/** Notes where the module is, in both its forms. */
export function modulesAreAt(current: Place, lowered: Place): void {
  modules = { current: known(current), lowered: known(lowered) };
}

/** Where the module's two forms are unless an option says otherwise: beside the script; "" where the script cannot tell. */
export function modulesBesideScript(): { current: string; lowered: string } {
  return { current: modules.current(), lowered: modules.lowered() };
}

/** Notes where the web phone's script is, and its hash. */
export function phoneIsAt(url: string, integrity: string): void {
  phone = { url, integrity };
}

/** Where the web phone's script is unless an option says otherwise, beside the script, and its hash. */
export function phoneBesideScript(): { url: string; integrity: string } {
  return phone;
}

/** Notes what can be imported. */
export function chunksAre(importable: Chunks): void {
  chunks = importable;
}

/** What can be imported: nothing by the classic script. */
export function importableChunks(): Chunks | undefined {
  return chunks;
}

function known(place: Place): Place {
  return () => {
    try {
      return place();
    } catch (error) {
      return "";
    }
  };
}
