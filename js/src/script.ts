const file = "udesk-ccpaas.wasm";

let here = "";

/** Notes where the script is, while that can be told. */
export function scriptIsAt(url: string): void {
  here = url;
}

/** Where the module is unless an option says otherwise: beside the script. */
export function besideScript(): string {
  return here ? new URL(file, here).href : file;
}
