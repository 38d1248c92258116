import type { Api } from '../wire/methods';
import type { TableSlice } from '../wire/messages';
import { isObject } from './json';

export interface ResultTable {
  columns: ReadonlyMap<string, ArrayLike<unknown>>;
  /** Slice `session`: the colour of each kind. */
  colors: Readonly<Record<string, string>>;
}

/** A table of a job's result, column by column; empty when it has no rows. */
export async function resultColumns(api: Api, job: string, slice: TableSlice, signal?: AbortSignal): Promise<ResultTable> {
  const { result, payload } = await api.call('job.result', { job_id: job, slice }, signal ? { signal } : {});
  const told = 'colors' in result && isObject(result.colors) ? result.colors : {};
  const colors = Object.fromEntries(Object.entries(told).filter((e): e is [string, string] => typeof e[1] === 'string'));
  if (!payload || payload.length === 0) return { columns: new Map(), colors };
  const { tableFromIPC } = await import('apache-arrow');
  const table = tableFromIPC(payload);
  return { columns: new Map(table.schema.fields.map((f, i) => [f.name, table.getChildAt(i)?.toArray() ?? []])), colors };
}
