import { fullText, missing, type Cell, type GridWindow } from '../ui/grid-window';
import type { Api } from '../wire/methods';
import { decodeWindow } from './arrow-window';
import type { OnProgress } from './read/progress';

export type FileFormat = 'csv' | 'arrow';

/** Cells of a window: few enough that decoding one is not felt. */
const mostCells = 100_000;

export interface DownloadOptions {
  rows: number;
  cols: number;
  /** Rows that are done, of all. */
  onprogress?: OnProgress;
  signal?: AbortSignal;
  windowCells?: number;
}

/** A whole table as a file, fetched by windows; each is written and forgotten before the next. */
export async function tableFile(api: Api, handle: string, format: FileFormat, options: DownloadOptions): Promise<Blob> {
  const windows = fetchWindows(api, handle, options);
  return format === 'csv' ? csvFile(windows) : arrowFile(windows);
}

async function* fetchWindows(api: Api, handle: string, { rows, cols, onprogress, signal, windowCells = mostCells }: DownloadOptions): AsyncGenerator<Uint8Array> {
  const limit = Math.max(1, Math.floor(windowCells / Math.max(1, cols)));
  for (let offset = 0; offset < rows; offset += limit) {
    const { payload } = await api.call('data.preview', { data_handle: handle, offset, limit }, signal ? { signal } : {});
    if (!payload) return;
    yield payload;
    onprogress?.(Math.min(rows, offset + limit), rows);
  }
}

async function csvFile(windows: AsyncIterable<Uint8Array>): Promise<Blob> {
  const parts: Blob[] = [];
  for await (const bytes of windows) {
    const window = await decodeWindow(bytes);
    const head = parts.length === 0 ? `${window.columns.map((c) => quoted(c.name)).join(',')}\n` : '';
    // As a blob the browser may keep it outside of the page's memory.
    parts.push(new Blob([head, csvRows(window)]));
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

function csvRows({ rows, columns }: GridWindow): string {
  let text = '';
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns.length; c++) text += (c > 0 ? ',' : '') + csvCell(columns[c]?.values[r] ?? null);
    text += '\n';
  }
  return text;
}

function csvCell(value: Cell): string {
  if (value === null) return missing;
  if (typeof value === 'number' && Number.isInteger(value)) return String(value);
  return typeof value === 'string' ? quoted(value) : fullText(value);
}

// A text that looks like a missing value is quoted as well, as R does.
function quoted(text: string): string {
  return text === '' || text === missing || /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

async function arrowFile(windows: AsyncIterable<Uint8Array>): Promise<Blob> {
  const { RecordBatchReader, RecordBatchStreamWriter } = await import('apache-arrow');
  const writer = new RecordBatchStreamWriter();
  const parts: BlobPart[] = [];
  const collected = (async () => {
    for await (const part of writer) parts.push(new Blob([part as Uint8Array<ArrayBuffer>]));
  })();
  // A window has the levels that occur in it: its dictionaries take the place of those before.
  for await (const bytes of windows) for (const batch of RecordBatchReader.from(bytes)) writer.write(batch);
  writer.finish();
  await collected;
  return new Blob(parts, { type: 'application/vnd.apache.arrow.stream' });
}
