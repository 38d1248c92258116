import { ServerError } from '../wire/errors';
import type { ColumnInfo, ColumnType } from '../wire/messages';
import type { Api } from '../wire/methods';
import { decodeWindow } from './arrow-window';
import type { CellKind } from '../ui/grid-window';

/** A column as far as it is known: of very wide tables no more than name and type. */
export interface DescribedColumn {
  name: string;
  type: ColumnType;
  facts: ColumnInfo | null;
}

export interface Description {
  rows: number;
  columns: DescribedColumn[];
}

const types: Record<CellKind, ColumnType> = { number: 'double', text: 'factor', logical: 'logical', date: 'date' };

/** What a table's columns are. An answer has a greatest size: wide tables are described without distributions, then without statistics. */
export async function describeTable(api: Api, handle: string, signal: AbortSignal): Promise<Description> {
  for (const distribution of [true, false]) {
    try {
      const { result } = await api.call('data.describe', { data_handle: handle, distribution }, { signal });
      return { rows: result.rows, columns: result.columns.map((facts) => ({ name: facts.name, type: facts.type, facts })) };
    } catch (error) {
      if (!(error instanceof ServerError && error.code === 'too_many')) throw error;
    }
  }
  const { result, payload } = await api.call('data.preview', { data_handle: handle, limit: 1 }, { signal });
  const window = await decodeWindow(payload);
  return { rows: result.total_rows ?? result.rows, columns: window.columns.map(({ name, kind }) => ({ name, type: types[kind], facts: null })) };
}
