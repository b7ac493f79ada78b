import { draw, make } from "./make.js";

const width = 600;
const height = 46;

/** A small chart of each measure of the calls' sound over time; none if the recording has no samples. */
export function drawCharts({ quality, length }, text) {
  if (quality.length === 0) {
    return [];
  }
  const charts = ["mos", "delay", "jitter", "loss"].map((measure) => {
    const values = quality.map((sample) => sample[measure]);
    const most = Math.max(...values, measure === "mos" ? 4.5 : 1);
    const points = quality.map(({ at }, i) => `${(at / length) * width},${height - (values[i] / most) * (height - 4) - 2}`).join(" ");
    const range = `${Math.min(...values)} – ${Math.max(...values)}`;
    return make(
      "figure",
      {},
      make("figcaption", {}, `${text(measure)}: ${range}`),
      draw("svg", { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", role: "img", "aria-label": `${text(measure)}: ${range}` }, draw("polyline", { points })),
    );
  });
  return [make("section", { class: "flight-charts", "aria-label": text("quality"), "data-testid": "flight-charts" }, ...charts)];
}
