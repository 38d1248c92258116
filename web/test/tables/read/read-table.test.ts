import { readFile } from 'node:fs/promises';
import { Float64, Table, Utf8, RecordBatchFileWriter, tableFromIPC, tableToIPC, vectorFromArray } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { decodeWindow } from '../../../src/tables/arrow-window';
import { ReadError } from '../../../src/tables/read/read-error';
import { readTable } from '../../../src/tables/read/read-table';

const nothing = () => undefined;
const fixture = async (name: string) => new Blob([new Uint8Array(await readFile(new URL(`../fixtures/${name}`, import.meta.url)))]);
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

describe('a Parquet file', () => {
  it.each(['uncompressed', 'snappy', 'gzip', 'brotli', 'zstd', 'lz4_raw'])('that is %s is read with all its types, over its row groups', async (codec) => {
    const seen: [number, number][] = [];
    const result = await readTable(await fixture(`${codec}.parquet`), 'x.parquet', (done, total) => seen.push([done, total]));
    expect(result).toMatchObject({ rows: 400, cols: 9, warnings: [] });
    const window = await decodeWindow(await bytesOf(result.stream));
    const columns = Object.fromEntries(window.columns.map((c) => [c.name, Array.from(c.values)]));
    const rows = Array.from({ length: 400 }, (_, i) => i);
    const some = (value: (i: number) => unknown) => rows.map((i) => (i % 10 === 9 ? null : value(i)));
    expect(columns['whole']).toEqual(some((i) => i - 200));
    expect(columns['long']).toEqual(rows.map((i) => i * (i > 300 ? 1e10 : 1)));
    expect(columns['small long']).toEqual(rows);
    expect(columns['real']).toEqual(some((i) => i / 4));
    expect(columns['single']).toEqual(rows.map((i) => i / 2));
    expect(columns['yes']).toEqual(some((i) => i % 3 === 0));
    expect(columns['größe']).toEqual(some((i) => ['klein', 'mittel', 'groß'][i % 3]));
    expect(columns['day']?.slice(58, 61)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
    expect(columns['time']?.slice(7, 11)).toEqual(['2024-01-01T07:00:00.25Z', '2024-01-01T08:00:00.25Z', null, '2024-01-01T10:00:00.25Z']);
    expect(tableFromIPC(await bytesOf(result.stream)).schema.fields.map((f) => String(f.type))).toEqual([
      'Int32',
      'Float64',
      'Int32',
      'Float64',
      'Float64',
      'Bool',
      'Dictionary<Int32, Utf8>',
      'Date32<DAY>',
      'Timestamp<MICROSECOND, UTC>',
    ]);
    expect(seen).toHaveLength(27);
    expect(seen.every(([done, total], i) => done <= total && done >= (seen[i - 1]?.[0] ?? 0))).toBe(true);
  });

  it('with records in its cells is refused by the name of the column', async () => {
    await expect(readTable(await fixture('nested.parquet'), 'x', nothing)).rejects.toThrow("Column 'tags' holds lists or records");
  });

  it('that is cut off is refused', async () => {
    const whole = await fixture('snappy.parquet');
    const refused = readTable(whole.slice(0, whole.size - 100), 'x.parquet', nothing);
    await expect(refused).rejects.toBeInstanceOf(ReadError);
    await expect(refused).rejects.toThrow('The Parquet file cannot be read');
  });
});

describe('an Arrow file', () => {
  const table = new Table({ x: vectorFromArray([1.5, null, 3], new Float64()), f: vectorFromArray(['a', 'b', 'a']), t: vectorFromArray(['u', null, 'v'], new Utf8()) });
  const stream = tableToIPC(table, 'stream') as Uint8Array<ArrayBuffer>;
  const rows = (t: Table) => t.toArray().map((r) => ({ ...(r as object) }));

  /** As the format has it: magic, stream, footer, the footer's length, magic. */
  function file(): Blob {
    const footer = new Uint8Array(64).fill(7);
    const length = new Uint8Array(new Int32Array([footer.length]).buffer);
    return new Blob(['ARROW1\0\0', stream, footer, length, 'ARROW1']);
  }

  it('is sent as the stream inside it', async () => {
    const result = await readTable(file(), 'x.feather', nothing);
    expect(result).toMatchObject({ rows: null, cols: null });
    expect(await bytesOf(result.stream)).toEqual(new Uint8Array(stream));
  });

  it('whose schema stands in the footer alone is written anew', async () => {
    const other = new Blob([RecordBatchFileWriter.writeAll(table).toUint8Array(true) as Uint8Array<ArrayBuffer>]);
    const bytes = await bytesOf((await readTable(other, 'x.arrow', nothing)).stream);
    expect([...bytes.subarray(0, 4)]).toEqual([0xff, 0xff, 0xff, 0xff]);
    expect(rows(tableFromIPC(bytes))).toEqual(rows(table));
  });

  it('that is cut off is refused', async () => {
    const whole = file();
    await expect(readTable(whole.slice(0, whole.size - 1), 'x.arrow', nothing)).rejects.toThrow('not complete');
    await expect(readTable(whole.slice(0, 12), 'x.arrow', nothing)).rejects.toThrow('not complete');
  });

  it('in the streaming format is passed on as it is', async () => {
    const result = await readTable(new Blob([stream]), 'anything', nothing);
    expect(await bytesOf(result.stream)).toEqual(new Uint8Array(stream));
  });
});

describe('a file', () => {
  it.each([
    ['data.xlsx', 'PK\u0003\u0004rest', 'an Excel file. In Excel, save the sheet as CSV'],
    ['renamed.csv', 'PK\u0003\u0004rest', 'an Excel file'],
    ['model.RDS', '\u001f\u008b\u0008\0', 'an R file'],
    ['data.csv.gz', '\u001f\u008b\u0008\0', 'Unpack it first'],
    ['study.sav', '$FL2@(#)', 'an SPSS file'],
    ['picture.csv', '\u0089PNG\0\0', 'not a table'],
    ['old.feather', 'FEA1....', 'version 1'],
    ['nothing.csv', '', 'The file is empty.'],
  ])('that is no table is refused with what to do: %s', async (name, text, message) => {
    const blob = new Blob([Uint8Array.from([...text].map((c) => c.charCodeAt(0)))]);
    const refused = readTable(blob, name, nothing);
    await expect(refused).rejects.toBeInstanceOf(ReadError);
    await expect(refused).rejects.toThrow(message);
  });

  it('that is too large is refused before it is read', async () => {
    const huge = Object.create(Blob.prototype, { size: { value: 2 ** 31 } }) as Blob;
    await expect(readTable(huge, 'huge.csv', nothing)).rejects.toThrow('The file is too large: 2.0 GiB; 2 GiB are the most.');
  });

  it('ending in .tsv has tabs between its cells, whatever is in them', async () => {
    const result = await readTable(new Blob(['a;x\tb\n1;2\t3\n']), 'x.TSV', nothing);
    expect(tableFromIPC(await bytesOf(result.stream)).schema.names).toEqual(['a;x', 'b']);
  });
});
