/** Where the script's other files are, and how a page's policy lets them in. */
export interface Place {
  /** The module's two forms. */
  current: string;
  lowered: string;
  phone: string;
  /** The web phone's hash, "" where it may have been minified again. */
  integrity: string;
  nonce: string;
  /** Whether anything told where the script is; else the files are looked for beside the page. */
  known: boolean;
}

/** The place of files whose addresses `at` makes from their names. */
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
 * Finds out where the classic script comes from, while it is evaluated: from its element, from the stack, from the
 * browser's list of what it loaded. The first that tells is right: an element's src is not the script's own where a
 * loader evaluates the script's text.
 */
export function findScript(): void {
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
        return;
      }
    } catch (error) {
      // Nothing is beside a blob: or data: URL, and an old browser has no list of what it loaded.
    }
  }
  place.nonce = nonce;
}

/** The nonce of the script's element, or of another that the page's policy let in. */
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

/** The innermost frame of the stack, which is in this script, "" where there is none to read. */
function ownFrame(): string {
  const stack: unknown = new Error().stack;
  const lines = typeof stack === "string" ? stack.split("\n") : [];
  return (lines[0] === "Error" ? lines[1] || "" : lines[0] || "").trim();
}

/** The address in a frame, "" where that is the page's own: a loader put the script's text into the page. */
function addressIn(frame: string): string {
  const [, url = ""] = /(?:[@(]|at |^)([a-z][\w+.-]*:\/\/\S+?)(?::\d+)+\)?$/i.exec(frame) || [];
  return url.split("#")[0] === document.URL.split("#")[0] ? "" : url;
}

/** The script's address among what the page has loaded, under its own name or its hashed one. */
function loadedScript(): string {
  let last = "";
  for (const { name } of window.performance.getEntriesByType("resource")) {
    if (/\/call-center-class[^/?#]*\.js([?#]|$)/.test(name)) {
      last = name;
    }
  }
  return last;
}
