// The quality of the current call: four small charts of the last minute, each with its name, its current value, and the
// line beyond which it is poor.

import { element, part } from "./element.js";
import { text } from "./texts.js";

/** How many seconds a chart shows. */
const span = 60;

/**
 * The charts: the name of a figure in the Data, its decimal places, the range that is always shown, and the threshold of
 * poor quality. The first three thresholds are those of the SDK's warnings; below 3.6 most people are dissatisfied
 * (ITU-T G.107, annex B).
 */
const charts = [
  { name: "RoundTripTime", digits: 0, from: 0, to: 400, poor: 300 },
  { name: "Jitter", digits: 0, from: 0, to: 40, poor: 30 },
  { name: "PacketLoss", digits: 1, from: 0, to: 4, poor: 3 },
  { name: "Mos", digits: 1, from: 1, to: 4.5, poor: 3.6, low: true },
];

/** The size of a chart's drawing in its own units, and the space that the last point needs. */
const width = 180;
const height = 44;
const margin = 3;

const svg = (tag, attributes, ...children) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
};

/** Shows the quality of calls in the card of the web phone. */
export function showCharts() {
  let seconds = [];
  const drawn = charts.map((chart) => drawChart(chart));
  part("charts").append(...drawn.map(({ figure }) => figure));

  return {
    /** Shows the Data of CallQuality. */
    add(data) {
      seconds = [...seconds, data].slice(-span);
      const silent = data.Warning === "NoMedia";
      drawn.forEach((one) => one.draw(seconds, silent));
      // Screen readers do not read it every second, only on request.
      part("quality").textContent = silent
        ? text("qualityNone")
        : text("quality", data.Mos.toFixed(1), Math.round(data.RoundTripTime), Math.round(data.Jitter), data.PacketLoss.toFixed(1));
    },
    clear() {
      seconds = [];
      drawn.forEach((one) => one.draw([], false));
      part("quality").textContent = "";
    },
  };
}

function drawChart({ name, digits, from, to, poor, low = false }) {
  const value = element("output", { class: "chart-value", "data-testid": `quality-${name}` });
  const line = svg("path", { class: "chart-line" });
  const dot = svg("circle", { class: "chart-dot", r: "3" });
  const threshold = svg("line", { class: "chart-poor", x1: "0", x2: String(width) });
  const limit = svg("text", { class: "chart-limit", x: "0" }, text(low ? "quality.below" : "quality.above", poor));
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img" }, threshold, limit, line, dot);
  const figure = element(
    "figure",
    { class: "chart", "data-testid": `chart-${name}` },
    element("figcaption", {}, element("span", { class: "hint" }, text(`quality.${name}`)), value),
    picture,
  );

  const draw = (seconds, silent) => {
    // A second without data is not drawn.
    const known = seconds.map((data) => (data.Warning === "NoMedia" ? null : data[name]));
    const figures = known.filter((figure) => figure !== null);
    const top = Math.max(to, ...figures);
    const x = (at) => ((span - known.length + at) / (span - 1)) * (width - margin);
    const y = (figure) => height - margin - ((figure - from) / (top - from)) * (height - 2 * margin);
    const points = known.map((figure, at) => figure !== null && `${x(at).toFixed(1)},${y(figure).toFixed(1)}`);
    // A line from point to point, which restarts after a gap.
    line.setAttribute("d", points.map((point, at) => (point ? (points[at - 1] ? "L" : "M") + point : "")).join(""));
    for (const end of ["y1", "y2"]) {
      threshold.setAttribute(end, y(poor).toFixed(1));
    }
    // On the side that the line rarely reaches.
    limit.setAttribute("y", (y(poor) + (low ? 12 : -4)).toFixed(1));

    const now = silent || figures.length === 0 ? null : figures.at(-1);
    const isPoor = now !== null && (low ? now < poor : now > poor);
    figure.dataset.state = silent || isPoor ? "poor" : "good";
    dot.setAttribute("visibility", now === null ? "hidden" : "visible");
    if (now === null) {
      value.textContent = silent ? text("quality.none") : "";
      picture.setAttribute("aria-label", text(`quality.${name}`) + (silent ? `: ${text("quality.none")}` : ""));
      return;
    }
    const [cx, cy] = points.at(-1).split(",");
    dot.setAttribute("cx", cx);
    dot.setAttribute("cy", cy);
    const shown = (figure) => text(`quality.${name}.value`, figure.toFixed(digits));
    value.textContent = shown(now) + (isPoor ? ` · ${text("quality.poor")}` : "");
    picture.setAttribute(
      "aria-label",
      text("quality.read", text(`quality.${name}`), shown(now), shown(Math.min(...figures)), shown(Math.max(...figures)), shown(poor)),
    );
  };
  draw([], false);
  return { figure, draw };
}
