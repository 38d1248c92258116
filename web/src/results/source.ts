import type { Unavailable } from '../format/json-slice';
import type { JsonObject } from '../format/json';
import type { GridWindow } from '../ui/grid-window';
import type { ColumnInfo, JsonSlice, TableSlice, WindowParams } from '../wire/messages';

/** Rows next to each other, and of what table. */
export interface TableAnswer {
  /** An Arrow stream, or null when there are no rows. */
  stream: Uint8Array | null;
  /** Rows of the table. */
  total: number;
  /** Names of the columns that were asked for. */
  columns: readonly string[];
  /** Slice `session`: the colour of each kind of step. */
  colors: Readonly<Record<string, string>>;
}

/** What the views of a complete job read: on the server, or in a report. */
export interface ResultSource {
  /** A document, or why it is not available. */
  document(slice: JsonSlice, signal?: AbortSignal): Promise<{ document: JsonObject } | { unavailable: Unavailable }>;
  /** Rows of a table in its own order. */
  table(slice: TableSlice, params: WindowParams, signal?: AbortSignal): Promise<TableAnswer>;
  /** Rows of a table, ready to be shown, in any order. */
  window(slice: TableSlice, params: WindowParams, signal?: AbortSignal): Promise<GridWindow>;
}

/** The table that a job was made of, wherever it is. */
export interface TableSource {
  columns(): Promise<ColumnInfo[]>;
  /** Rows as an Arrow stream, or null when there are none. */
  bytes(params: WindowParams, signal?: AbortSignal): Promise<Uint8Array | null>;
  window(params: WindowParams, signal?: AbortSignal): Promise<GridWindow>;
}
