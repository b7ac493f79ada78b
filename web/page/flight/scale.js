/** How high a row is at least, in pixels; rows of the same moment stand below each other. */
export const rowHeight = 26;

/** How much further apart rows may stand than their order alone asks for: what a long silence is cut to. */
const longest = 4000;

/**
 * Where each entry stands, from the top, in pixels. perSecond is the zoom: 0 shows the order alone, and the greater it
 * is the more room time takes. The result never falls.
 */
export function positions(entries, perSecond) {
  const tops = [];
  let top = 0;
  let before = entries[0]?.at ?? 0;
  for (const { at } of entries) {
    const room = Math.min(((at - before) / 1000) * perSecond, longest);
    top += tops.length ? Math.max(rowHeight, room) : 0;
    tops.push(top);
    before = at;
  }
  return tops;
}

/** The index of the first top that is not above y. */
export function firstFrom(tops, y) {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tops[middle] < y) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Where a moment stands between the entries around it. */
export function topOf(entries, tops, at) {
  const next = firstFrom(entries.map((entry) => entry.at), at);
  if (next === 0 || entries.length === 0) {
    return 0;
  }
  if (next === entries.length) {
    return tops.at(-1) + rowHeight;
  }
  const [a, b] = [entries[next - 1], entries[next]];
  const part = b.at === a.at ? 1 : (at - a.at) / (b.at - a.at);
  return tops[next - 1] + part * (tops[next] - tops[next - 1]);
}
