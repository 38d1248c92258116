import { toCsv, type CsvCell } from '../format/csv';
import { classSd, type SplitMetrics, type Values } from './metrics';

/** All metrics, one a line: overall, by class, by resample, and by class in each resample. */
export function metricsCsv(metrics: readonly SplitMetrics[]): string {
  const rows = metrics.flatMap((m) => [
    ...lines(m.split, null, null, m.overall, (name) => m.sd?.get(name) ?? null),
    ...m.classes.flatMap((c) => lines(m.split, null, c.level, c.values, (name) => classSd(m, c.level, name))),
    ...m.folds.flatMap((f) => [...lines(m.split, f.name, null, f.overall, () => null), ...f.classes.flatMap((c) => lines(m.split, f.name, c.level, c.values, () => null))]),
  ]);
  return toCsv(['split', 'resample', 'class', 'metric', 'value', 'sd'], rows);
}

const lines = (split: string, fold: string | null, level: string | null, values: Values, sd: (name: string) => number | null): CsvCell[][] =>
  [...values].map(([name, value]) => [split, fold, level, name, value, sd(name)]);
