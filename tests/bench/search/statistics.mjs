// Medians and the like; null of nothing.

/** @param {Iterable<number>} values */
export function median(values) {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The smallest value that at least `part` of all do not exceed.
 * @param {Iterable<number>} values
 * @param {number} part
 */
export function percentile(values, part) {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length === 0) return null;
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
}
