import { toCsv, type CsvCell } from '../format/csv';
import type { MetricPart, MetricRow, RankRow, SettingRow } from './compare';

export interface Comparison {
  /** What the columns are called, one a job. */
  names: string[];
  settings: SettingRow[];
  sizes: SettingRow[];
  metrics: { part: MetricPart; rows: MetricRow[] }[];
  ranks: RankRow[];
  /** Milliseconds of each run. */
  durations: (number | null)[];
}

/** The comparison as a table: full numbers, a row for each thing that is compared. */
export function comparisonCsv(c: Comparison): string {
  const rows: CsvCell[][] = [
    ...[...c.settings, ...c.sizes].map((r): CsvCell[] => ['setting', r.name, ...r.values]),
    ['duration', 'seconds', ...c.durations.map((ms) => (ms === null ? null : ms / 1000))],
    ...c.metrics.flatMap(({ part, rows }) =>
      rows.flatMap((r): CsvCell[][] => [
        [part, r.name, ...r.means],
        ...(r.sds.some((sd) => sd !== null) ? [[part, `${r.name} (sd)`, ...r.sds]] : []),
      ]),
    ),
    ...c.ranks.map((r): CsvCell[] => ['importance rank', r.variable, ...r.ranks]),
  ];
  return toCsv(['part', 'name', ...c.names], rows);
}
