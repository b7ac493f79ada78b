let module = MODULE_FILE;
let phone = { url: PHONE_FILE, integrity: "" };

/** Notes where the module is, while the script can tell. */
export function moduleIsAt(url: string): void {
  module = url;
}

/** Where the module is unless an option says otherwise: beside the script. */
export function besideScript(): string {
  return module;
}

/** Notes where the web phone's script is, and its hash, "" where it may have been written anew. */
export function phoneIsAt(url: string, integrity: string): void {
  phone = { url, integrity };
}

/** Where the web phone's script is unless an option says otherwise, beside the script, and its hash. */
export function phoneBesideScript(): { url: string; integrity: string } {
  return phone;
}
