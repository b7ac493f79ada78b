// A flight recording as a sequence diagram between page, SDK and gateway. Everything stays in the browser: nothing is
// sent anywhere.

import { drawCharts } from "./charts.js";
import { Diagram } from "./diagram.js";
import { make } from "./make.js";
import { readRecording } from "./read.js";
import { texts } from "./texts.js";

/** The groups of entries that can be shown or hidden. */
const groups = ["calls", "events", "frames", "phone", "connection", "other"];

/** The zoom at first, in pixels for a second. */
const zoomAtFirst = 40;
const zoomMost = 400;

/**
 * Shows the diagram of a recording in a place, or an area to drop one on. language is "en-US" or "zh-CN";
 * codePage(code) is the URL of the explanation of a code.
 */
export function showFlight(place, { language = "en-US", recording = "", codePage = (code) => `/docs/${language === "zh-CN" ? "zh/" : ""}codes.html#code-${code}` }) {
  const text = (name, ...values) => (texts[language] ?? texts["en-US"])[name].replace(/\{(\d)\}/g, (_, index) => values[index]);
  place.classList.add("flight");
  place.lang = language;

  const load = (recorded) => {
    try {
      show(readRecording(recorded));
    } catch (unreadable) {
      ask(text("bad"));
    }
  };
  const readFile = async (file) => file && load(await file.text());

  const fileButton = (name) => {
    const input = make("input", { type: "file", accept: ".jsonl,.json,.txt,.log", "data-testid": "flight-file" });
    input.addEventListener("change", () => readFile(input.files[0]));
    return make("label", { class: "flight-file" }, text(name), input);
  };
  const ask = (complaint = "") =>
    place.replaceChildren(
      make(
        "div",
        { class: "flight-drop" },
        make("p", {}, text("drop")),
        fileButton("choose"),
        make("p", { role: "alert", class: "flight-bad", "data-testid": "flight-bad" }, complaint),
      ),
    );
  place.addEventListener("dragover", (event) => event.preventDefault());
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    readFile(event.dataTransfer.files[0]);
  });

  const show = (read) => {
    const detail = make("section", { class: "flight-detail", "aria-label": text("detail"), "aria-live": "polite", "data-testid": "flight-detail" });
    const showEntry = (entry) => {
      const frame = make("pre", { tabindex: "0", role: "group", "aria-label": entry.label });
      frame.textContent = JSON.stringify(entry.raw, null, 2);
      const link = /^\d{4}$/.test(entry.code) && make("a", { href: codePage(entry.code), target: "_blank", rel: "noopener" }, text("explain", entry.code));
      detail.replaceChildren(make("h3", {}, entry.label), make("p", {}, `${(entry.at / 1000).toFixed(3)} s · ${entry.kind}`), ...(link ? [link] : []), frame);
    };
    detail.append(make("p", {}, text("pick")));

    const diagram = new Diagram(read, { text, showEntry });
    const status = make("p", { class: "flight-status", role: "status", "data-testid": "flight-status" });
    const search = make("input", { type: "search", "aria-label": text("search"), placeholder: text("search"), "data-testid": "flight-search" });
    const zoom = make("input", { type: "range", min: "0", max: String(zoomMost), step: "10", "data-testid": "flight-zoom" });
    zoom.value = String(zoomAtFirst);
    const boxes = [...groups.filter((group) => read.entries.some((entry) => entry.group === group)), "faults"].map((name) => {
      const box = make("input", { type: "checkbox", "data-testid": `flight-${name}` });
      box.checked = name !== "faults";
      box.addEventListener("change", () => filter());
      return { name, box, label: make("label", {}, box, text(name === "faults" ? name : `group.${name}`)) };
    });
    const filter = () => {
      const wanted = boxes.filter(({ box }) => box.checked).map(({ name }) => name);
      const sought = search.value.trim().toLowerCase();
      const shown = read.entries.filter(
        (entry) => wanted.includes(entry.group) && (!wanted.includes("faults") || entry.bad) && (sought === "" || entry.text.includes(sought)),
      );
      diagram.show(shown, Number(zoom.value));
      status.textContent = [
        text("shown", shown.length, read.entries.length, (read.length / 1000).toFixed(1)),
        read.head.AgentId && text("agent", read.head.AgentId),
        read.head.Dropped && text("dropped"),
      ].filter(Boolean).join(" · ");
    };
    search.addEventListener("input", filter);
    zoom.addEventListener("input", filter);
    const step = (name, direction) => {
      const button = make("button", { type: "button", "data-testid": `flight-${name}` }, text(name));
      button.addEventListener("click", () => diagram.toFault(direction));
      return button;
    };

    place.replaceChildren(
      make(
        "div",
        { class: "flight-bar" },
        search,
        make("fieldset", { "aria-label": text("filter") }, ...boxes.map(({ label }) => label)),
        make("label", {}, text("zoom"), zoom),
        ...(read.entries.some(({ bad }) => bad) ? [step("earlier", -1), step("later", 1)] : []),
        fileButton("another"),
      ),
      status,
      ...drawCharts(read, text),
      make("div", { class: "flight-body" }, diagram.place, detail),
    );
    filter();
  };

  if (recording) {
    load(recording);
  } else {
    ask();
  }
}
