/** Where the script's other files are, and what a page's policy needs to allow them. */
export interface Place {
  /** The module's two forms. */
  current: string;
  lowered: string;
  phone: string;
  /** The web phone's hash, "" if it may have been minified again. */
  integrity: string;
  nonce: string;
  /** Whether the script's address is known; otherwise the files are expected beside the page. */
  known: boolean;
}

/** The place of files; `at` makes their addresses from their names. */
const placed = (at: (name: string) => string, integrity: string, nonce: string, known: boolean): Place => ({
  current: at(MODULE_FILE),
  lowered: at(LOWERED_FILE),
  phone: at(PHONE_FILE),
  integrity,
  nonce,
  known,
});

let place = placed((name) => name, PHONE_INTEGRITY, "", false);

/** The place of the script's other files. */
export function besideScript(): Place {
  return place;
}

/** Notes where the ES module's files are. */
export function filesAre(found: Place): void {
  place = found;
}

/**
 * Finds the address of the classic script while it is evaluated: from its element, from the stack, or from the browser's
 * list of loaded resources. The first result is right; if a loader evaluates the script's text, the element's src is not
 * the script's own and is skipped. Returns whether to load the module now: its place is known, and the element has no
 * attribute data-lazy.
 */
export function findScript(): boolean {
  const element = scriptElement();
  const nonce = (element && element.nonce) || "";
  const frame = ownFrame();
  const evaluated = /eval at |> (eval|Function)|^(eval code|anonymous)@/.test(frame);
  const candidates = evaluated ? [] : [() => element && sourceOf(element), () => addressIn(frame)];
  for (const candidate of candidates.concat(loadedScript)) {
    try {
      const url = candidate();
      if (url) {
        place = placed((name) => new URL(name, url).href, PHONE_INTEGRITY, nonce, true);
        return !element || !element.hasAttribute("data-lazy");
      }
    } catch (error) {
      // No file is beside a blob: or data: URL, and an old browser has no list of loaded resources.
    }
  }
  place.nonce = nonce;
  return false;
}

/** The nonce of the script's element, or of another that the page's policy allowed. */
export function ownNonce(): string {
  const other = place.nonce ? null : document.querySelector<HTMLScriptElement>("script[nonce]");
  return place.nonce || (other && other.nonce) || "";
}

type ScriptElement = HTMLScriptElement | SVGScriptElement;

/** The element being evaluated. An element of the page that is named currentScript hides it. */
function scriptElement(): ScriptElement | null {
  const element = typeof document === "object" ? (document.currentScript as Element | null) : null;
  return element instanceof HTMLScriptElement || element instanceof SVGScriptElement ? element : null;
}

function sourceOf(element: ScriptElement): string {
  return element instanceof HTMLScriptElement ? element.src : element.href.baseVal && new URL(element.href.baseVal, element.baseURI).href;
}

/** The innermost frame of the stack, which is in this script; "" if there is no readable stack. */
function ownFrame(): string {
  const stack: unknown = new Error().stack;
  const lines = typeof stack === "string" ? stack.split("\n") : [];
  return (lines[0] === "Error" ? lines[1] || "" : lines[0] || "").trim();
}

/** The address in a frame, "" if it is the page's own: a loader put the script's text into the page. */
function addressIn(frame: string): string {
  const [, url = ""] = /(?:[@(]|at |^)([a-z][\w+.-]*:\/\/\S+?)(?::\d+)+\)?$/i.exec(frame) || [];
  return url.split("#")[0] === document.URL.split("#")[0] ? "" : url;
}

/** The script's address among the page's loaded resources, under its own name or its hashed one. */
function loadedScript(): string {
  let last = "";
  for (const { name } of window.performance.getEntriesByType("resource")) {
    if (/\/call-center-class[^/?#]*\.js([?#]|$)/.test(name)) {
      last = name;
    }
  }
  return last;
}
