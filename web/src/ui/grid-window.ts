/** What a column's cells are: decides how they are aligned and written. */
export type CellKind = 'number' | 'text' | 'logical' | 'date';

/** A cell; null is a missing value. Dates are texts already. */
export type Cell = number | string | boolean | bigint | null;

export interface WindowColumn {
  readonly name: string;
  readonly kind: CellKind;
  readonly values: ArrayLike<Cell>;
}

/** Some rows of a table, next to each other, by column. */
export interface GridWindow {
  readonly rows: number;
  readonly columns: readonly WindowColumn[];
  /** Rows of the whole table, where the source says so. */
  readonly total?: number;
}

/** Fetches `limit` rows from `offset` on, fewer at the end of the table. */
export type FetchWindow = (offset: number, limit: number, signal: AbortSignal) => Promise<GridWindow>;

export interface GridSort {
  column: string;
  descending: boolean;
}

/** How missing values are written: R's word. */
export const missing = 'NA';

/** A cell as it is shown: numbers with up to six significant digits. */
export function cellText(value: Cell): string {
  if (value === null) return missing;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

/** A cell in full, for a title or a file. */
export function fullText(value: Cell): string {
  return typeof value === 'number' && !Number.isInteger(value) ? notFinite(value) ?? String(value) : cellText(value);
}

function numberText(value: number): string {
  if (Number.isInteger(value)) return Math.abs(value) < 1e15 ? String(value) : value.toExponential();
  return notFinite(value) ?? String(Number(value.toPrecision(6)));
}

function notFinite(value: number): string | undefined {
  if (Number.isNaN(value)) return 'NaN';
  return Number.isFinite(value) ? undefined : value > 0 ? 'Inf' : '-Inf';
}
