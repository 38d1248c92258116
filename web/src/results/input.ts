import { decodeWindow } from '../tables/arrow-window';
import type { GridWindow } from '../ui/grid-window';
import type { ColumnInfo, TablePointer, WindowParams } from '../wire/messages';
import type { Api } from '../wire/methods';
import { numbers, texts } from './columns';
import type { ColorBy } from './charts/scatter';
import { readSample, type Sample } from './load';
import { once } from '../state/once';
import { mostPoints } from './sample';

/** The table that a job was made of, as long as the session has it and its rows are those of the result. */
export class Input {
  readonly #api: Api;
  readonly #handle: string;
  readonly #answers = new Map<string, Promise<unknown>>();
  readonly rows: number;

  constructor(api: Api, handle: string, rows: number) {
    this.#api = api;
    this.#handle = handle;
    this.rows = rows;
  }

  columns(): Promise<ColumnInfo[]> {
    return once(this.#answers, 'columns', async () => (await this.#api.call('data.describe', { data_handle: this.#handle })).result.columns);
  }

  async bytes(params: WindowParams, signal?: AbortSignal): Promise<Uint8Array | null> {
    const { payload } = await this.#api.call('data.preview', { data_handle: this.#handle, ...params }, signal ? { signal } : {});
    return payload && payload.length > 0 ? payload : null;
  }

  async window(params: WindowParams, signal?: AbortSignal): Promise<GridWindow> {
    const { result, payload } = await this.#api.call('data.preview', { data_handle: this.#handle, ...params }, signal ? { signal } : {});
    return decodeWindow(payload && payload.length > 0 ? payload : null, (result as TablePointer).total_rows);
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
