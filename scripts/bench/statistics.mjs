// Statistics of many readings.

/** The value below which that share of the values lies, interpolated. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at));
}

export const median = (values) => quantile(values, 0.5);

export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The median of each reading over the rounds, by its name; rounds that lack the reading do not count. */
export function medians(rounds) {
  const names = [...new Set(rounds.flatMap(Object.keys))];
  return Object.fromEntries(names.map((name) => [name, median(rounds.map((round) => round[name]).filter((value) => value !== undefined))]));
}
