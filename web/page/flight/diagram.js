import { make } from "./make.js";
import { firstFrom, positions, rowHeight, topOf } from "./scale.js";

/** How much is drawn above and below the visible part, in pixels. */
const margin = 400;

/** Padding for the first and the last row. */
const pad = 8;

/**
 * The diagram itself: rows from top to bottom in the order of time, of which only the visible ones are in the document,
 * and beside them the stretches of connection and calls. Up, Down, Home and End choose an entry.
 */
export class Diagram {
  #read;
  #tell;
  #text;
  #shown = [];
  #tops = [];
  #chosen = -1;
  #scroll = make("div", { class: "flight-scroll", tabindex: "0", role: "listbox", "data-testid": "flight-diagram" });
  #sheet = make("div", { class: "flight-sheet", role: "presentation" });
  #rows = make("div", { role: "presentation" });
  #bands = make("div", { "aria-hidden": "true" });

  constructor(read, { text, showEntry }) {
    this.#read = read;
    this.#text = text;
    this.#tell = showEntry;
    const lanes = make("div", { class: "flight-lanes", "aria-hidden": "true" }, ...["page", "sdk", "gateway"].map((lane) => make("span", { class: lane }, text(lane))));
    const lines = make("div", { class: "flight-lines", "aria-hidden": "true" }, ...["page", "sdk", "gateway"].map((lane) => make("span", { class: lane })));
    this.#sheet.append(lines, this.#bands, this.#rows);
    this.#scroll.setAttribute("aria-label", text("diagram"));
    this.#scroll.append(this.#sheet);
    this.#scroll.addEventListener("scroll", () => this.#draw(), { passive: true });
    this.#scroll.addEventListener("keydown", (event) => this.#key(event));
    this.place = make("div", { class: "flight-diagram" }, lanes, this.#scroll);
    new ResizeObserver(() => this.#draw()).observe(this.#scroll);
  }

  /** Shows these entries; perSecond is the zoom. The chosen entry stays chosen and visible. */
  show(entries, perSecond) {
    const chosen = this.#shown[this.#chosen];
    this.#shown = entries;
    this.#tops = positions(entries, perSecond);
    this.#chosen = entries.indexOf(chosen);
    this.#sheet.style.height = `${(this.#tops.at(-1) ?? 0) + rowHeight + 2 * pad}px`;
    this.#drawBands();
    if (this.#chosen >= 0) {
      this.#reveal(this.#chosen);
    }
    this.#draw();
  }

  /** Chooses the next or the previous fault. */
  toFault(direction) {
    for (let i = this.#chosen + direction; i >= 0 && i < this.#shown.length; i += direction) {
      if (this.#shown[i].bad) {
        this.#choose(i);
        return;
      }
    }
  }

  #key(event) {
    const last = this.#shown.length - 1;
    const to = { ArrowDown: this.#chosen + 1, ArrowUp: this.#chosen - 1, Home: 0, End: last }[event.key];
    if (to !== undefined && last >= 0) {
      event.preventDefault();
      this.#choose(Math.min(Math.max(to, 0), last));
    }
  }

  #choose(index) {
    this.#chosen = index;
    this.#reveal(index);
    this.#draw();
    this.#tell(this.#shown[index]);
  }

  #reveal(index) {
    const top = this.#tops[index];
    const { scrollTop, clientHeight } = this.#scroll;
    if (top < scrollTop || top + rowHeight + pad > scrollTop + clientHeight) {
      this.#scroll.scrollTop = top - clientHeight / 2;
    }
  }

  #draw() {
    const { scrollTop, clientHeight } = this.#scroll;
    const first = firstFrom(this.#tops, scrollTop - margin);
    const end = firstFrom(this.#tops, scrollTop + clientHeight + margin);
    const rows = [];
    for (let i = first; i < end; i++) {
      rows.push(this.#row(i));
    }
    if (this.#shown.length === 0) {
      rows.push(make("p", { class: "flight-nothing" }, this.#text("nothing")));
    }
    this.#rows.replaceChildren(...rows);
    if (this.#chosen >= first && this.#chosen < end) {
      this.#scroll.setAttribute("aria-activedescendant", `flight-row-${this.#chosen}`);
    } else {
      this.#scroll.removeAttribute("aria-activedescendant");
    }
  }

  #row(index) {
    const { at, from, to, label, bad, group, kind } = this.#shown[index];
    const way = from === to ? "stays" : `${from}-${to}`;
    const row = make(
      "div",
      {
        class: `flight-row ${way} of-${group}${bad ? " bad" : ""}`,
        role: "option",
        id: `flight-row-${index}`,
        "aria-selected": String(index === this.#chosen),
        "data-testid": "flight-row",
        "data-kind": kind,
      },
      make("time", {}, (at / 1000).toFixed(3)),
      make("span", { class: "flight-arrow" }, make("span", { class: "flight-label" }, label)),
      // For users who do not see the arrow.
      make("span", { class: "flight-unseen" }, ` ${kind}, ${this.#text(from)}${from === to ? "" : ` → ${this.#text(to)}`}`),
    );
    row.style.top = `${this.#tops[index] + pad}px`;
    row.addEventListener("click", () => this.#choose(index));
    return row;
  }

  #drawBands() {
    const band = (kind, name, from, to) => {
      const top = topOf(this.#shown, this.#tops, from);
      const made = make("span", { class: `flight-band ${kind}`, "data-name": name, title: name });
      made.style.top = `${top + pad}px`;
      made.style.height = `${Math.max(topOf(this.#shown, this.#tops, to) - top, 3)}px`;
      return made;
    };
    this.#bands.replaceChildren(
      ...this.#read.states.map(({ state, from, to }) => band("state", state, from, to)),
      ...this.#read.calls.map(({ id, from, to }) => band("call", id, from, to)),
    );
  }
}
