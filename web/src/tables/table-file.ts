import { decodeWindow } from './arrow-window';
import { fullText, missing, type Cell, type WindowColumn } from '../ui/grid-window';

export type FileFormat = 'csv' | 'arrow';

/** Reads rows next to each other as Arrow streams; several stand side by side. */
export type ReadStreams = (offset: number, limit: number, signal?: AbortSignal) => Promise<(Uint8Array | null)[]>;

export interface TableSize {
  rows: number;
  cols: number;
}

export interface DownloadOptions {
  /** Rows that are done. */
  onprogress?: (rows: number) => void;
  signal?: AbortSignal;
  /** Cells of a window. */
  cells?: number;
}

const cellsOfWindow = 500_000;

/** A whole table as a file, window by window; each is written and forgotten before the next is read. */
export function tableFile(read: ReadStreams, size: TableSize, format: FileFormat, options: DownloadOptions = {}): Promise<Blob> {
  const windows = readWindows(read, size, options);
  return format === 'csv' ? csvFile(windows) : arrowFile(windows);
}

async function* readWindows(read: ReadStreams, { rows, cols }: TableSize, { onprogress, signal, cells = cellsOfWindow }: DownloadOptions): AsyncGenerator<Uint8Array[]> {
  const limit = Math.max(1, Math.floor(cells / Math.max(1, cols)));
  for (let offset = 0; offset < rows; offset += limit) {
    signal?.throwIfAborted();
    const streams = (await read(offset, limit, signal)).filter((s) => s !== null);
    if (streams.length === 0) return;
    yield streams;
    onprogress?.(Math.min(rows, offset + limit));
  }
}

async function csvFile(windows: AsyncIterable<Uint8Array[]>): Promise<Blob> {
  const parts: Blob[] = [];
  for await (const streams of windows) {
    const beside = await Promise.all(streams.map((s) => decodeWindow(s)));
    const columns = beside.flatMap((w) => w.columns);
    const head = parts.length === 0 ? line(columns.map((c) => quoted(c.name))) : '';
    // As a blob the browser may keep it outside of the page's memory.
    parts.push(new Blob([head, csvRows(columns, beside[0]?.rows ?? 0)]));
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

function csvRows(columns: readonly WindowColumn[], rows: number): string {
  let text = '';
  for (let r = 0; r < rows; r++) text += line(columns.map((c) => csvCell(c.values[r] ?? null)));
  return text;
}

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

// A text that reads like a missing value is quoted, so that it is told from one.
function csvCell(value: Cell): string {
  if (typeof value !== 'string') return typeof value === 'number' && Number.isInteger(value) ? String(value) : fullText(value);
  return value === '' || value === missing ? `"${value}"` : quoted(value);
}

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

async function arrowFile(windows: AsyncIterable<Uint8Array[]>): Promise<Blob> {
  const { RecordBatchStreamWriter, tableFromIPC } = await import('apache-arrow');
  const writer = new RecordBatchStreamWriter();
  const parts: Blob[] = [];
  const written = (async () => {
    for await (const part of writer) parts.push(new Blob([part as Uint8Array<ArrayBuffer>]));
  })();
  for await (const streams of windows) {
    const [first, ...others] = streams.map((s) => tableFromIPC(s));
    const beside = others.reduce((all, next) => all?.assign(next), first);
    // A window has the levels that occur in it: its dictionaries take the place of those before.
    for (const batch of beside?.batches ?? []) writer.write(batch);
  }
  writer.finish();
  await written;
  return new Blob(parts, { type: 'application/vnd.apache.arrow.stream' });
}
