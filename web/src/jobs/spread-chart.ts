import { roundStep } from '../format/round-step';

/** Where a chart of values with spread puts what, from 0 (left) to 1 (right). */
export interface SpreadScale {
  at: (value: number) => number;
  ticks: number[];
}

export interface Spread {
  mean: number;
  sd: number | null;
}

/** A scale with round ends around all values with their spread. Nothing to show: from 0 to 1. */
export function spreadScale(values: readonly Spread[]): SpreadScale {
  const ends = values.flatMap(({ mean, sd }) => [mean - (sd ?? 0), mean + (sd ?? 0)]);
  let low = ends.length > 0 ? Math.min(...ends) : 0;
  let high = ends.length > 0 ? Math.max(...ends) : 1;
  if (high - low < 1e-12) {
    const room = Math.abs(high) * 0.05 || 0.5;
    low -= room;
    high += room;
  }
  const step = roundStep((high - low) / 4);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  const size = (last - first) * step;
  // Multiples, not sums: 0.1 added three times is not 0.3.
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return { at: (value) => (value - first * step) / size, ticks };
}
