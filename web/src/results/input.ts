import type { GridWindow } from '../ui/grid-window';
import type { ColumnInfo, WindowParams } from '../wire/messages';
import { numbers, texts } from './columns';
import type { ColorBy } from './charts/scatter';
import { readSample, type Sample } from './load';
import { once } from '../state/once';
import { mostPoints } from './sample';
import type { TableSource } from './source';

/** The table that a job was made of, as long as it is there and its rows are those of the result. */
export class Input {
  readonly #table: TableSource;
  readonly #answers = new Map<string, Promise<unknown>>();
  readonly rows: number;
  readonly cols: number;

  constructor(table: TableSource, { rows, cols }: { rows: number; cols: number }) {
    this.#table = table;
    this.rows = rows;
    this.cols = cols;
  }

  columns(): Promise<ColumnInfo[]> {
    return once(this.#answers, 'columns', () => this.#table.columns());
  }

  bytes(params: WindowParams, signal?: AbortSignal): Promise<Uint8Array | null> {
    return this.#table.bytes(params, signal);
  }

  window(params: WindowParams, signal?: AbortSignal): Promise<GridWindow> {
    return this.#table.window(params, signal);
  }

  /** Columns at the places at which a result's sample of the same `most` was read. */
  sample(names: readonly string[], most = mostPoints): Promise<Sample> {
    return once(this.#answers, JSON.stringify([names, most]), () => readSample(this.rows, most, (span) => this.window({ ...span, columns: [...names] })));
  }
}

const fewValues = 8;

/** How a column colours points: few different values are groups, other numbers a scale; dates and many levels are not used. */
export function coloring({ type, n_unique }: ColumnInfo): 'groups' | 'numbers' | null {
  if (type === 'logical') return 'groups';
  if (type === 'factor') return n_unique <= 200 ? 'groups' : null;
  if (type === 'integer') return n_unique <= fewValues ? 'groups' : 'numbers';
  return type === 'double' ? (n_unique <= 2 ? 'groups' : 'numbers') : null;
}

/** The column to colour by at first: the first one of a few groups that did not go into the result. */
export function firstColoring(columns: readonly ColumnInfo[], used: readonly string[]): string | null {
  const few = columns.filter((c) => c.type === 'factor' && c.n_unique > 1 && c.n_unique <= fewValues);
  return (few.find((c) => !used.includes(c.name)) ?? few[0])?.name ?? null;
}

const missing = 'missing';

/** A column's cells as colours of points. */
export function colorBy(column: ColumnInfo, sample: Sample): ColorBy {
  const { name } = column;
  if (coloring(column) === 'numbers') return { kind: 'numbers', name, values: numbers(sample.columns, name) };
  const values = texts(sample.columns, name).map((v) => v || missing);
  return { kind: 'groups', name, values, levels: [...new Set(values)].sort(byName), rest: missing };
}

const byName = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
