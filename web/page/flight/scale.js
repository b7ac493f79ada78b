/** The minimum height of a row, in pixels; rows of the same moment are below each other. */
export const rowHeight = 26;

/** The maximum extra distance between rows, beyond their minimum: a long silence is cut to it. */
const longest = 4000;

/**
 * The distance of each entry from the top, in pixels. perSecond is the zoom: 0 shows only the order, and a greater zoom
 * gives time more space. The result never decreases.
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

/** The position of a moment between the entries around it. */
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
