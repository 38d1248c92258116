import type { FetchWindow, GridSort } from '../ui/grid-window';
import type { Api } from '../wire/methods';
import { decodeWindow } from './arrow-window';
import type { ReadStreams } from './table-file';

const mostCells = 200_000;
const mostRows = 200;
/** Columns that are shown at a time: decoding more is felt. */
export const mostColumns = 500;

/** Rows of a block for a table of so many columns. */
export function blockRowsFor(columns: number): number {
  return Math.max(20, Math.min(mostRows, Math.floor(mostCells / Math.max(1, columns))));
}

/** The rows of a table for a grid, in the order that `sort` gives at the time; of the columns named, or of all. */
export function previewOf(api: Api, handle: string, sort: () => GridSort | null, columns: readonly string[] | null = null): FetchWindow {
  return async (offset, limit, signal) => {
    const order = sort();
    const params = {
      data_handle: handle,
      offset,
      limit,
      ...(columns ? { columns: [...columns] } : {}),
      ...(order ? { sort: [{ column: order.column, descending: order.descending }] } : {}),
    };
    const { result, payload } = await api.call('data.preview', params, { signal });
    return decodeWindow(payload, result.total_rows ?? result.rows);
  };
}

/** The rows of a table as they come, to be written to a file. */
export function previewStreams(api: Api, handle: string): ReadStreams {
  return async (offset, limit, signal) => [(await api.call('data.preview', { data_handle: handle, offset, limit }, signal ? { signal } : {})).payload];
}
