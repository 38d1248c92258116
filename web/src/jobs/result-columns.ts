import type { ResultSource } from '../results/source';
import { decodeWindow } from '../tables/arrow-window';
import type { TableSlice } from '../wire/messages';

export interface ResultTable {
  columns: ReadonlyMap<string, ArrayLike<unknown>>;
  /** Slice `session`: the colour of each kind. */
  colors: Readonly<Record<string, string>>;
}

/** A whole table of a job's result, column by column; empty when it has no rows. */
export async function resultColumns(source: ResultSource, slice: TableSlice, signal?: AbortSignal): Promise<ResultTable> {
  const { stream, colors } = await source.table(slice, {}, signal);
  const { columns } = await decodeWindow(stream);
  return { columns: new Map(columns.map((c) => [c.name, c.values])), colors };
}
