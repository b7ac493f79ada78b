import { loadScript, scriptAt } from "./extra";
import type { Options } from "./options";
import { askToken } from "./provider";
import { besideScript } from "./script";
import type { Share, Way } from "./tabs/host";

/** The link to a core that tabs share or, if they cannot share one, to this tab's own core. */
export function sharedRuntime(own: Way, options: Options, log: (message: string) => void): Promise<Way> {
  return loadTabs().then(
    (share) => share(own, options, askToken),
    ({ detail }) => {
      log(`ShareConnection is off: ${TABS_FILE} (${detail})`);
      return own;
    },
  );
}

/** What the script of shared tabs leaves. A bundler ships it as a chunk. */
function loadTabs(): Promise<Share> {
  if (HAS_CHUNKS) {
    return import(TABS_MODULE_FILE).then(({ made, build }) => {
      if (build !== BUILD_ID) {
        throw { detail: "of another build" };
      }
      return made;
    });
  }
  const url = besideScript().phone.replace(PHONE_FILE, TABS_FILE);
  return scriptAt(url, (watch) => loadScript<Share>(url, watch, TABS_INTEGRITY));
}
