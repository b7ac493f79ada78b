import { part } from "./element.js";
import { withQuery } from "./query.js";

/** The drawer with the developer's tools. Its state is in the page's URL; calls changed() after a change. */
export function showTools(changed) {
  const toggle = part("tools-toggle");
  const show = (open) => {
    part("tools").hidden = !open;
    document.body.dataset.tools = open ? "open" : "";
    toggle.setAttribute("aria-expanded", String(open));
  };
  show(new URLSearchParams(location.search).get("tools") === "open");
  toggle.addEventListener("click", () => {
    const open = part("tools").hidden;
    show(open);
    history.replaceState(null, "", withQuery("tools", open ? "open" : ""));
    changed();
  });
}
