import { streamOfFile } from './arrow-file';
import type { BuiltTable } from './column';
import { fileKind } from './file-kind';
import type { OnProgress } from './progress';
import { ReadError } from './read-error';
import type { ReadResult } from './result';

/** The most bytes of a table that the server takes, and of a file that is read: 2 GiB less one. */
export const mostBytes = 2 ** 31 - 1;

/** Reads a file of any kind that is known. What a kind needs is loaded when it is first met. */
export async function readTable(file: Blob, name: string, onprogress: OnProgress): Promise<ReadResult> {
  refuseLarge(file.size, 'The file');
  const kind = await fileKind(file, name);
  try {
    switch (kind) {
      case 'arrow-stream':
        return passedOn(file);
      case 'arrow-file':
        return passedOn(await streamOfFile(file));
      case 'parquet':
        return await built(await (await import('./parquet')).readParquet(file, onprogress));
      case 'csv':
        return await built(await (await import('./csv')).readCsv(file, name.toLowerCase().endsWith('.tsv') ? '\t' : null, onprogress));
    }
  } catch (error) {
    // What does not fit into memory is told as a range that is not valid.
    if (error instanceof RangeError) throw new ReadError("The table is too large for this browser's memory. Write it as an Arrow file, which is sent without being read.");
    throw error;
  }
}

function passedOn(stream: Blob): ReadResult {
  return { stream, rows: null, cols: null, warnings: [] };
}

async function built(table: BuiltTable): Promise<ReadResult> {
  const { writeStream } = await import('./write-stream');
  const stream = await writeStream(table.columns);
  refuseLarge(stream.size, 'The table');
  return { stream, rows: table.rows, cols: table.columns.length, warnings: table.warnings };
}

function refuseLarge(bytes: number, what: string): void {
  if (bytes > mostBytes) throw new ReadError(`${what} is too large: ${(bytes / 2 ** 30).toFixed(1)} GiB; 2 GiB are the most.`);
}
