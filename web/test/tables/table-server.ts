import { Field, RecordBatch, Schema, Struct, Table, makeData, tableToIPC, vectorFromArray, Dictionary, Utf8, Int32, Float64 } from 'apache-arrow';
import { ServerError } from '../../src/wire/errors';
import type { Api, CallOptions, MethodName, ParamsOf, Reply } from '../../src/wire/methods';
import type { WindowParams } from '../../src/wire/messages';

export interface Cells {
  x: (number | null)[];
  f: (string | null)[];
}

/** A server with one table in memory, which answers as the real one does: a window's dictionary has the levels that occur in it. */
export class TableServer implements Api {
  readonly windows: WindowParams[] = [];
  /** Calls of `data.describe` that are refused as too large. */
  tooLarge: (distribution: boolean) => boolean = () => false;
  readonly #cells: Cells;

  constructor(cells: Cells) {
    this.#cells = cells;
  }

  async call<M extends MethodName>(method: M, params: ParamsOf<M>, options: CallOptions = {}): Promise<Reply<M>> {
    options.signal?.throwIfAborted();
    await Promise.resolve();
    if (method === 'data.describe') return this.#describe((params as { distribution?: boolean }).distribution ?? false) as Reply<M>;
    if (method === 'data.preview') return this.#preview(params as WindowParams) as Reply<M>;
    throw new Error(`Nobody expected ${method}.`);
  }

  #describe(distribution: boolean): Reply<'data.describe'> {
    if (this.tooLarge(distribution)) throw new ServerError({ code: 'too_many', message: 'The answer is too large.' });
    const facts = (name: string, type: 'double' | 'factor') => ({ name, type, n_missing: 0, n_unique: 1, summary: null, ...(distribution ? { distribution: null } : {}) });
    return { result: { rows: this.#cells.x.length, cols: 2, columns: [facts('x', 'double'), facts('f', 'factor')] }, payload: null };
  }

  #preview(params: WindowParams): Reply<'data.preview'> {
    this.windows.push(params);
    const { offset = 0, limit = 100, sort } = params;
    const rows = this.#cells.x.map((_, i) => i);
    if (sort?.[0]?.descending) rows.reverse();
    const shown = rows.slice(offset, offset + limit);
    const x = shown.map((i) => this.#cells.x[i] ?? null);
    const f = shown.map((i) => this.#cells.f[i] ?? null);
    const result = { rows: shown.length, cols: 2, columns: ['x', 'f'], format: 'arrow-ipc' as const, total_rows: rows.length };
    return { result, payload: shown.length > 0 ? stream(x, f) : null };
  }
}

function stream(x: (number | null)[], f: (string | null)[]): Uint8Array {
  const schema = new Schema([new Field('x', new Float64(), true), new Field('f', new Dictionary(new Utf8(), new Int32(), 0), true)]);
  const children = [vectorFromArray(x, new Float64()).data[0], vectorFromArray(f, new Dictionary(new Utf8(), new Int32(), 0)).data[0]];
  const batch = new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: x.length, children: children as never }));
  return tableToIPC(new Table(batch), 'stream');
}
