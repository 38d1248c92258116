/** The least and the greatest finite value; null when there is none. A loop, since there may be more values than a call takes arguments. */
export function extentOf(values: Iterable<number>): { low: number; high: number } | null {
  let low = Infinity;
  let high = -Infinity;
  for (const v of values) {
    if (!Number.isFinite(v)) continue;
    if (v < low) low = v;
    if (v > high) high = v;
  }
  return low <= high ? { low, high } : null;
}
