import { roundStep } from '../format/round-step';
import { extentOf } from './extent';

export interface Histogram {
  /** One more than counts. */
  breaks: number[];
  counts: number[];
}

/** Counts in bins of equal, round width, at most about `most`; each takes its lower break, the last its upper one too. */
export function histogram(values: readonly number[], most = 24): Histogram {
  const extent = extentOf(values);
  if (!extent) return { breaks: [], counts: [] };
  const { low, high } = extent;
  const step = high > low ? roundStep((high - low) / most) : Math.abs(low) || 1;
  const first = Math.floor(low / step);
  const bins = Math.max(1, Math.ceil(high / step) - first);
  return inBins(values, Array.from({ length: bins + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12))));
}

/** Counts between the given breaks, which are at equal distances. */
export function inBins(values: readonly number[], breaks: readonly number[]): Histogram {
  const counts = Array.from({ length: Math.max(0, breaks.length - 1) }, () => 0);
  const [first = 0] = breaks;
  const last = breaks.at(-1) ?? first;
  for (const value of values) {
    if (!(value >= first && value <= last)) continue;
    const bin = Math.min(counts.length - 1, Math.floor(((value - first) / (last - first)) * counts.length));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { breaks: [...breaks], counts };
}
