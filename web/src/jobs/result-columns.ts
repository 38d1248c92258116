import { decodeWindow } from '../tables/arrow-window';
import type { TableSlice } from '../wire/messages';
import type { Api } from '../wire/methods';
import { isObject } from '../format/json';

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
  const { columns } = await decodeWindow(payload && payload.length > 0 ? payload : null);
  return { columns: new Map(columns.map((c) => [c.name, c.values])), colors };
}
