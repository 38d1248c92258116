import { Table, tableFromIPC, tableToIPC, type Vector } from 'apache-arrow';
import { once } from '../state/once';
import type { TableSource } from '../results/source';
import { decodeWindow } from '../tables/arrow-window';
import type { Cell, CellKind, GridWindow, WindowColumn } from '../ui/grid-window';
import type { ColumnInfo, ColumnType, SortKey, WindowParams } from '../wire/messages';
import { bytesOf } from './base64';
import type { CarriedTable } from './document';
import { rowOrder, type Ranks } from './row-order';

/** A table that a report carries. Its windows are cut out of it as the server would. */
export class ReportTable implements TableSource {
  readonly #table: CarriedTable;
  #decoded: Uint8Array | null = null;
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(table: CarriedTable) {
    this.#table = table;
  }

  get rows(): number {
    return this.#table.kept;
  }

  get names(): readonly string[] {
    return this.#table.columns;
  }

  async columns(): Promise<ColumnInfo[]> {
    const { columns } = await this.#whole();
    return columns.map(({ name, kind, values }, i) => {
      const cells = Array.from(values);
      const present = cells.filter((v) => v !== null);
      return { name, type: this.#typeOf(i, kind), n_missing: cells.length - present.length, n_unique: new Set(present).size, summary: null };
    });
  }

  async bytes({ offset = 0, limit = this.rows }: WindowParams): Promise<Uint8Array | null> {
    const stream = this.#bytes();
    if (!stream || limit === 0 || offset >= this.rows) return null;
    if (offset === 0 && limit >= this.rows) return stream;
    const part = this.#arrow().slice(offset, offset + limit);
    return tableToIPC(new Table(part.schema, part.batches), 'stream');
  }

  async window({ offset = 0, limit = this.rows, columns, sort = [] }: WindowParams): Promise<GridWindow> {
    const whole = await this.#whole();
    const chosen = columns?.map((name) => whole.columns.find((c) => c.name === name)).filter((c) => c !== undefined) ?? whole.columns;
    const order = sort.length > 0 ? await this.#order(sort) : null;
    const end = Math.min(whole.rows, offset + limit);
    const cut = ({ values }: WindowColumn): ArrayLike<Cell> =>
      Array.from({ length: Math.max(0, end - offset) }, (_, i) => values[order ? (order[offset + i] ?? 0) : offset + i] ?? null);
    return { rows: Math.max(0, end - offset), columns: chosen.map((c) => ({ name: c.name, kind: c.kind, values: cut(c) })), total: whole.rows };
  }

  #whole(): Promise<GridWindow> {
    return once(this.#answers, 'whole', () => decodeWindow(this.#bytes()));
  }

  #order(sort: readonly SortKey[]): Promise<Uint32Array> {
    return once(this.#answers, JSON.stringify(sort), async () => {
      const { rows, columns } = await this.#whole();
      const keys = sort.flatMap(({ column, descending = false }): { ranks: Ranks; descending: boolean }[] => {
        const at = columns.findIndex((c) => c.name === column);
        const values = columns[at]?.values;
        return values ? [{ ranks: this.#levels(at) ?? values, descending }] : [];
      });
      return rowOrder(rows, keys);
    });
  }

  // A factor's cells are in the order of its levels.
  #levels(at: number): Ranks | null {
    const vector = this.#arrow().getChildAt(at) as Vector | null;
    const [data] = vector?.data ?? [];
    if (!vector || !data?.dictionary) return null;
    const codes = data.values as ArrayLike<number>;
    return Array.from({ length: vector.length }, (_, row) => (vector.isValid(row) ? (codes[row] ?? null) : null));
  }

  #typeOf(at: number, kind: CellKind): ColumnType {
    const type = this.#arrow().schema.fields[at]?.type;
    if (kind === 'logical') return 'logical';
    if (kind === 'number') return String(type).startsWith('Int') ? 'integer' : 'double';
    return kind === 'date' ? (String(type).startsWith('Date') ? 'date' : 'datetime') : 'factor';
  }

  #arrow(): Table {
    return tableFromIPC(this.#bytes());
  }

  #bytes(): Uint8Array | null {
    return (this.#decoded ??= this.#table.stream === null ? null : bytesOf(this.#table.stream));
  }
}
