import type { Cell, GridWindow } from '../ui/grid-window';

/** A table, or some rows of one, by column. */
export type Columns = ReadonlyMap<string, ArrayLike<Cell>>;

export function columnsOf(window: GridWindow): Columns {
  return new Map(window.columns.map((c) => [c.name, c.values]));
}

/** Rows that follow each other, out of several windows. */
export function joined(windows: readonly GridWindow[]): Columns {
  const [first] = windows;
  if (windows.length <= 1) return first ? columnsOf(first) : new Map();
  return new Map(first?.columns.map((column, i) => [column.name, windows.flatMap((w) => Array.from(w.columns[i]?.values ?? []))]));
}

/** The cells of a column as texts; none when there is no such column. */
export function texts(columns: Columns, name: string): string[] {
  return Array.from(columns.get(name) ?? [], (v) => (v === null ? '' : String(v)));
}

/** The cells of a column as numbers; what is none, is NaN. */
export function numbers(columns: Columns, name: string): number[] {
  return Array.from(columns.get(name) ?? [], (v) => (typeof v === 'number' ? v : typeof v === 'bigint' ? Number(v) : NaN));
}
