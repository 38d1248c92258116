import type { ConfusionCount } from './metrics';

/** True classes are rows, predicted ones columns. */
export interface ConfusionMatrix {
  classes: string[];
  counts: number[][];
  /** Of the cases of a true class, the part that was predicted as each; null of a class without cases. */
  shares: (number | null)[][];
  rowTotals: number[];
  columnTotals: number[];
  total: number;
  /** Cases on the diagonal. */
  correct: number;
}

/** The matrix of counts by class; classes in the order in which they occur as true ones. */
export function confusionMatrix(cells: readonly ConfusionCount[]): ConfusionMatrix {
  const classes = [...new Set([...cells.map((c) => c.reference), ...cells.map((c) => c.predicted)])];
  const at = new Map(classes.map((c, i) => [c, i]));
  const counts = classes.map(() => classes.map(() => 0));
  for (const { reference, predicted, n } of cells) {
    const row = counts[at.get(reference) ?? -1];
    const column = at.get(predicted);
    if (row && column !== undefined) row[column] = (row[column] ?? 0) + n;
  }
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const rowTotals = counts.map(sum);
  const columnTotals = classes.map((_, i) => sum(counts.map((row) => row[i] ?? 0)));
  return {
    classes,
    counts,
    shares: counts.map((row, i) => row.map((n) => (rowTotals[i] ? n / rowTotals[i] : null))),
    rowTotals,
    columnTotals,
    total: sum(rowTotals),
    correct: sum(counts.map((row, i) => row[i] ?? 0)),
  };
}
