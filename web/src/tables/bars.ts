import type { ColumnInfo, FactorDistribution, NumberDistribution } from '../wire/messages';
import { isoDay, isoTime } from './iso';
import { count, percent, short } from './words';

export interface Bar {
  /** Height, from 0 to 1: the tallest has 1. */
  height: number;
  /** What it stands for, with its count. */
  label: string;
  /** All levels that have no bar of their own; drawn no higher than the commonest one. */
  isRest?: boolean;
}

export interface Bars {
  kind: 'histogram' | 'levels';
  bars: Bar[];
  /** All of it in a sentence, for those who cannot see it. */
  text: string;
}

/** Levels with a bar of their own. */
const mostLevels = 8;

/** How a column is spread, to be drawn small; null when that is not known. */
export function barsOf(column: ColumnInfo): Bars | null {
  const { distribution, summary } = column;
  if (distribution && 'breaks' in distribution) return histogram(distribution, writer(column));
  if (distribution && 'levels' in distribution) return levels(distribution);
  if (!summary || !('n_true' in summary)) return null;
  return levels({ levels: [{ level: 'TRUE', count: summary.n_true }, { level: 'FALSE', count: summary.n_false }], other: 0 });
}

function histogram({ breaks, counts }: NumberDistribution, write: (value: number) => string): Bars | null {
  const most = Math.max(...counts);
  const [first, last] = [breaks[0], breaks.at(-1)];
  if (counts.length === 0 || most <= 0 || first === undefined || last === undefined) return null;
  const range = (i: number) => `${write(breaks[i] ?? NaN)} to ${write(breaks[i + 1] ?? NaN)}`;
  const bars = counts.map((n, i) => ({ height: n / most, label: `${range(i)}: ${count(n)}` }));
  const text = first === last ? `All are ${write(first)}` : `From ${write(first)} to ${write(last)}, most often ${range(counts.indexOf(most))}`;
  return { kind: 'histogram', bars, text };
}

function levels({ levels: all, other }: FactorDistribution): Bars | null {
  const shown = all.slice(0, mostLevels);
  const rest = other + all.slice(mostLevels).reduce((sum, l) => sum + l.count, 0);
  const total = shown.reduce((sum, l) => sum + l.count, rest);
  if (total === 0) return null;
  const most = Math.max(1, ...shown.map((l) => l.count));
  const bar = (level: string, n: number): Bar => ({ height: Math.min(1, n / most), label: `${level}: ${count(n)} (${percent(n, total)})` });
  const text = shown.slice(0, 3).map((l) => `${l.level} ${percent(l.count, total)}`);
  return {
    kind: 'levels',
    bars: [...shown.map((l) => bar(l.level, l.count)), ...(rest > 0 ? [{ ...bar('all others', rest), isRest: true }] : [])],
    text: text.join(', ') + (shown.length > 3 || rest > 0 ? ', …' : ''),
  };
}

function writer(column: ColumnInfo): (value: number) => string {
  if (column.type === 'date') return (days) => isoDay(Math.round(days));
  return column.type === 'datetime' ? (seconds) => isoTime(Math.round(seconds) * 1e6, false) : short;
}
