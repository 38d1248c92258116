type Known = readonly (number | null)[];

const known = (values: Known): number[] => values.filter((v): v is number => v !== null && Number.isFinite(v));

/** The mean of what is known; null when nothing is. */
export function meanOf(values: Known): number | null {
  const all = known(values);
  return all.length === 0 ? null : all.reduce((sum, v) => sum + v, 0) / all.length;
}

/** The standard deviation of what is known, with n - 1; null of fewer than two. */
export function sdOf(values: Known): number | null {
  const all = known(values);
  const mean = meanOf(all);
  if (mean === null || all.length < 2) return null;
  return Math.sqrt(all.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (all.length - 1));
}
