import { parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet';
import { codecs } from './codecs';
import type { BuiltTable } from './column';
import { columnNames } from './names';
import { parquetColumn, parsers } from './parquet-column';
import type { OnProgress } from './progress';
import { ReadError } from './read-error';

/** Reads a Parquet file column by column, one row group at a time. */
export async function readParquet(blob: Blob, onprogress: OnProgress): Promise<BuiltTable> {
  try {
    return await read(blob, onprogress);
  } catch (error) {
    if (error instanceof ReadError || error instanceof RangeError) throw error;
    throw new ReadError(`The Parquet file cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

async function read(blob: Blob, onprogress: OnProgress): Promise<BuiltTable> {
  const file = { byteLength: blob.size, slice: (start: number, end?: number) => blob.slice(start, end).arrayBuffer() };
  const metadata = await parquetMetadataAsync(file);
  const fields = parquetSchema(metadata).children;
  const columns = fields.map(parquetColumn);
  const rows = Number(metadata.num_rows);
  if (fields.length === 0) throw new ReadError('The Parquet file has no columns.');
  if (rows === 0) throw new ReadError('The Parquet file has no rows.');

  let start = 0;
  let done = 0;
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows);
    for (const [i, field] of fields.entries()) {
      const column = columns[i];
      await parquetRead({
        file,
        metadata,
        columns: [field.element.name],
        rowStart: start,
        rowEnd: end,
        compressors: codecs,
        parsers,
        onChunk: ({ columnData }) => {
          for (let r = 0; r < columnData.length; r++) column?.add(columnData[r]);
        },
      });
      done += Number(group.columns[i]?.meta_data?.total_compressed_size ?? 0);
      onprogress(Math.min(done, blob.size), blob.size);
    }
    start = end;
  }

  const { names, warnings } = columnNames(fields.map((f) => f.element.name));
  const built = columns.map((column, i) => column.finish(names[i] ?? ''));
  for (const column of built) {
    const length = column.chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    if (length !== rows) throw new ReadError(`Column '${column.name}' of the Parquet file has ${length} values, but the file says ${rows} rows.`);
  }
  return { columns: built, rows, warnings };
}
