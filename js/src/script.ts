let modules = { current: MODULE_FILE, lowered: LOWERED_FILE };
let phone = { url: PHONE_FILE, integrity: "" };

/** Notes where the module is, in both its forms, while the script can tell. */
export function modulesAreAt(current: string, lowered: string): void {
  modules = { current, lowered };
}

/** Where the module's two forms are unless an option says otherwise: beside the script. */
export function modulesBesideScript(): { current: string; lowered: string } {
  return modules;
}

/** Notes where the web phone's script is, and its hash, "" where it may have been written anew. */
export function phoneIsAt(url: string, integrity: string): void {
  phone = { url, integrity };
}

/** Where the web phone's script is unless an option says otherwise, beside the script, and its hash. */
export function phoneBesideScript(): { url: string; integrity: string } {
  return phone;
}
