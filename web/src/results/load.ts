import { jsonSlice } from '../format/json-slice';
import type { JsonObject } from '../format/json';
import type { Job } from '../state/job.svelte';
import { decodeWindow } from '../tables/arrow-window';
import type { GridWindow } from '../ui/grid-window';
import type { TablePointer, TableSlice, WindowParams } from '../wire/messages';
import type { Api } from '../wire/methods';
import { joined, type Columns } from './columns';
import { once } from '../state/once';
import { evenSpans, mostPoints, type Span } from './sample';

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
  readonly #api: Api;
  readonly #job: string;
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(api: Api, job: string) {
    this.#api = api;
    this.#job = job;
  }

  /** A document; null when the server cannot tell it, as it is too large. */
  document(slice: 'summary' | 'metrics' | 'record'): Promise<JsonObject | null> {
    return once(this.#answers, slice, async () => {
      const answer = await jsonSlice(this.#api, this.#job, slice);
      return 'document' in answer ? answer.document : null;
    });
  }

  /** Size and names of a table. */
  shape(slice: TableSlice): Promise<SliceShape> {
    return once(this.#answers, `shape ${slice}`, async () => {
      const { result } = await this.#api.call('job.result', { job_id: this.#job, slice, limit: 0 });
      const { total_rows, rows, columns } = result as TablePointer;
      return { rows: total_rows ?? rows, columns: [columns].flat() };
    });
  }

  /** Rows next to each other, as the server sends them: an Arrow stream, or null when there are none; not kept. */
  async bytes(slice: TableSlice, params: WindowParams, signal?: AbortSignal): Promise<{ stream: Uint8Array | null; total: number }> {
    const { result, payload } = await this.#api.call('job.result', { job_id: this.#job, slice, ...params }, signal ? { signal } : {});
    const { rows, total_rows } = result as TablePointer;
    return { stream: payload && payload.length > 0 ? payload : null, total: total_rows ?? rows };
  }

  /** Rows next to each other; not kept. */
  async window(slice: TableSlice, params: WindowParams, signal?: AbortSignal): Promise<GridWindow> {
    const { stream, total } = await this.bytes(slice, params, signal);
    return decodeWindow(stream, total);
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

const kept = new Map<Job, Results>();
const mostKept = 6;

/** The results of a job, with the answers that earlier views of it got. */
export function resultsOf(api: Api, job: Job): Results {
  const results = kept.get(job) ?? new Results(api, job.id);
  // Again the last: the first is the one that was looked at longest ago.
  kept.delete(job);
  kept.set(job, results);
  for (const old of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(old);
  }
  return results;
}
