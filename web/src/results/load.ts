import type { JsonObject } from '../format/json';
import type { GridWindow } from '../ui/grid-window';
import type { TableSlice, WindowParams } from '../wire/messages';
import { joined, type Columns } from './columns';
import { once } from '../state/once';
import { evenSpans, mostPoints, type Span } from './sample';
import type { ResultSource } from './source';

export interface SliceShape {
  rows: number;
  columns: readonly string[];
}

/** Rows that stand for a table. */
export interface Sample {
  columns: Columns;
  /** Where they are from. */
  spans: readonly Span[];
  rows: number;
  /** Rows of the table. */
  total: number;
}

/** Windows that are asked for at a time. */
const abreast = 4;

/** What a complete job has to show. It never changes, so answers are kept. */
export class Results {
  readonly source: ResultSource;
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(source: ResultSource) {
    this.source = source;
  }

  /** A document; null when it cannot be told, as it is too large. */
  document(slice: 'summary' | 'metrics' | 'record'): Promise<JsonObject | null> {
    return once(this.#answers, slice, async () => {
      const answer = await this.source.document(slice);
      return 'document' in answer ? answer.document : null;
    });
  }

  /** Size and names of a table. */
  shape(slice: TableSlice): Promise<SliceShape> {
    return once(this.#answers, `shape ${slice}`, async () => {
      const { total, columns } = await this.source.table(slice, { limit: 0 });
      return { rows: total, columns };
    });
  }

  /** Rows next to each other as an Arrow stream, or null when there are none; not kept. */
  async bytes(slice: TableSlice, params: WindowParams, signal?: AbortSignal): Promise<Uint8Array | null> {
    return (await this.source.table(slice, params, signal)).stream;
  }

  /** Rows next to each other; not kept. */
  window(slice: TableSlice, params: WindowParams, signal?: AbortSignal): Promise<GridWindow> {
    return this.source.window(slice, params, signal);
  }

  /** A whole table where it has at most `most` rows, else rows of it at equal distances. */
  sample(slice: TableSlice, most = mostPoints): Promise<Sample> {
    return once(this.#answers, `sample ${slice} ${most}`, async () => {
      const { rows: total } = await this.shape(slice);
      return readSample(total, most, (span) => this.window(slice, span));
    });
  }
}

/** Reads a table of `total` rows at the same places for the same `most`. */
export async function readSample(total: number, most: number, read: (span: Span) => Promise<GridWindow>): Promise<Sample> {
  const spans = evenSpans(total, most);
  const windows: GridWindow[] = [];
  for (let i = 0; i < spans.length; i += abreast) windows.push(...(await Promise.all(spans.slice(i, i + abreast).map(read))));
  return { columns: joined(windows), spans, rows: windows.reduce((sum, w) => sum + w.rows, 0), total };
}
