import { element, part } from "./element.js";
import { showItems } from "./list.js";
import { withQuery } from "./query.js";
import { text } from "./texts.js";

/** How often the list is made again, in milliseconds: nobody tells when another tab goes. */
const PERIOD = 1000;

// A lock of the console's own, held for as long as the tab lives. By it, tabs know each other's age and themselves.
const ownLock = `console ${Date.now()} ${Math.random()}`;

/**
 * The tabs that share a connection, and whether this one is to. sdk() is the instance, null without one; calls changed()
 * where a person chooses otherwise, which a new instance is needed for. The choice stands in the page's URL.
 */
export function showTabs({ sdk, changed }) {
  const box = element("input", { "type": "checkbox", "data-testid": "share" });
  const role = element("span", { "class": "pill", "role": "status", "data-testid": "tab-role" });
  const list = element("ul", { "class": "tabs-list", "tabindex": "-1", "aria-label": text("tabs"), "data-testid": "tabs" });
  const link = element("a", { "class": "another", "target": "_blank", "rel": "noopener", "data-testid": "another-tab" }, `${text("anotherTab")} ↗`);
  const own = element("div", { "data-testid": "tabs-own", "hidden": "" }, list, link);
  part("tabs-card").append(
    element("div", { class: "heading" }, element("h2", {}, text("tabs")), role),
    element("label", { class: "share" }, box, text("share")),
    own,
  );
  const query = new URLSearchParams(location.search);
  const { locks } = navigator;
  box.checked = query.get("share") === "on" && !!locks;
  box.addEventListener("change", () => {
    history.replaceState(null, "", withQuery("share", box.checked ? "on" : ""));
    changed();
  });
  locks?.request(ownLock, () => new Promise(() => {}));

  const show = async () => {
    const name = sdk()?.tabRole ?? "";
    own.hidden = !name;
    role.textContent = name && text(`tab.${name}`);
    showItems(list, name ? sharing((await locks.query()).held) : [], tabItem);
  };
  setInterval(show, PERIOD);

  return {
    get shared() {
      return box.checked;
    },
    /** Whether the choice is open: an instance keeps its own. */
    enable(on) {
      box.disabled = !on || !locks;
    },
    show,
    /** Sets where the link to another tab of the agent leads, once the URL names the agent. */
    showLink() {
      link.href = withQuery("share", "on");
    },
  };
}

/**
 * The tabs that share the connection with this one, by the locks that are held: each tab has one of its own behind the name of
 * the place where they meet, and the tab that leads has the place's.
 */
function sharing(held) {
  const own = held.find(({ name }) => name === ownLock)?.clientId;
  const places = held.map(({ name, clientId }) => ({ clientId, place: /^(udesk-ccpaas [0-9a-f]{64})( [0-9a-f]{32})?$/.exec(name) }));
  const place = places.find((one) => one.place?.[2] && one.clientId === own)?.place[1];
  const leader = places.find((one) => one.place?.[0] === place)?.clientId;
  return places
    .filter((one) => one.place?.[1] === place && one.place[2])
    .map(({ clientId }) => ({
      opened: Number(held.find((one) => one.clientId === clientId && one.name.startsWith("console "))?.name.split(" ")[1] ?? 0),
      own: clientId === own,
      leads: clientId === leader,
    }))
    .sort((a, b) => a.opened - b.opened);
}

function tabItem({ opened, own, leads }) {
  const at = new Date(opened);
  const time = at.toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  return element(
    "li",
    { "data-testid": "tab", ...(own && { "aria-current": "true" }) },
    element("span", {}, opened ? text("tabOpened", time) : text("otherPage")),
    ...(own ? [element("span", { class: "hint" }, text("thisTab"))] : []),
    element("span", { class: "pill" }, text(leads ? "tab.leader" : "tab.follower")),
  );
}
