import { tableFromIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { decodeWindow } from '../../../src/tables/arrow-window';
import { readCsv } from '../../../src/tables/read/csv';
import { ReadError } from '../../../src/tables/read/read-error';
import { writeStream } from '../../../src/tables/read/write-stream';

const nothing = () => undefined;
const read = (text: string | Uint8Array, delimiter: string | null = null, part?: number) => readCsv(new Blob([text as BlobPart]), delimiter, nothing, part);

/** Names, types and cells after the way through an Arrow stream. */
async function roundTrip(text: string | Uint8Array, delimiter: string | null = null) {
  const table = await read(text, delimiter);
  const stream = new Uint8Array(await (await writeStream(table.columns)).arrayBuffer());
  const window = await decodeWindow(stream);
  expect(window.rows).toBe(table.rows);
  return window.columns.map((c, i) => [c.name, table.columns[i]?.kind, Array.from(c.values)]);
}

describe('a text file', () => {
  it('has its types found from all its rows', async () => {
    expect(
      await roundTrip(
        'l,i,d,day,time,f\n' +
          'TRUE,1,1.5,2024-02-29,2024-02-29T12:30:00Z,b\n' +
          'F,-2147483647,-Inf,1969-12-31,2024-02-29 12:30,a\n' +
          ',NA,NaN,null,,\n' +
          'false,2147483647,1e-300,0001-01-01,2024-02-29T12:30:15.25+02:00,B\n',
      ),
    ).toEqual([
      ['l', 'logical', [true, false, null, false]],
      ['i', 'integer', [1, -2147483647, null, 2147483647]],
      ['d', 'double', [1.5, -Infinity, NaN, 1e-300]],
      ['day', 'date', ['2024-02-29', '1969-12-31', null, '0001-01-01']],
      ['time', 'datetime', ['2024-02-29T12:30:00Z', '2024-02-29T12:30:00Z', null, '2024-02-29T10:30:15.25Z']],
      ['f', 'factor', ['b', 'a', null, 'B']],
    ]);
  });

  it.each([
    ['1\n2147483648', 'double'],
    ['-2147483648\n0', 'double'],
    ['9007199254740993\n1', 'double'],
    ['1\n2.0', 'double'],
    ['1e3\n2', 'double'],
    ['007\n 8 ', 'integer'],
    ['NA\n""', 'logical'],
    ['TRUE\n1', 'factor'],
    ['0x1A\n2', 'factor'],
    ['1\n 0x1A', 'factor'],
    ['2024-02-30\n2024-01-01', 'factor'],
    ['2024-01-01\n2024-01-01T00:00:00', 'factor'],
    ['12:30\n13:30', 'factor'],
    ['1,5\n2', 'factor'],
    ['Infinity\n1', 'double'],
  ])('with the cells %j is of type %s', async (cells, kind) => {
    const table = await read(`x|y\n${cells.replaceAll('\n', '|a\n')}|a\n`, '|');
    expect(table.columns[0]?.kind).toBe(kind);
  });

  it('keeps the texts of a column that looked like numbers for long', async () => {
    const rows = 140_000;
    const lines = ['id,x'];
    for (let i = 0; i < rows; i++) lines.push(`0${i % 10},${i}`);
    lines.push('none,7');
    const text = `${lines.join('\n')}\n`;
    const table = await read(text, null, 100_000);
    expect(table.rows).toBe(rows + 1);
    expect(table.columns.map((c) => [c.kind, c.chunks.length])).toEqual([
      ['factor', 3],
      ['integer', 3],
    ]);
    expect(table.columns[0]?.levels).toEqual(['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', 'none']);
    const arrow = tableFromIPC(new Uint8Array(await (await writeStream(table.columns)).arrayBuffer()));
    expect(arrow.numRows).toBe(rows + 1);
    expect(arrow.getChild('id')?.get(123_456)).toBe('06');
    expect(arrow.getChild('id')?.get(rows)).toBe('none');
    expect(arrow.getChild('x')?.get(rows - 1)).toBe(rows - 1);
  });

  it('understands quotes, with delimiters, quotes and line ends inside', async () => {
    expect(await roundTrip('"a, b",c\r\n"x ""y""\r\nz",1\r\n"",2\r\n')).toEqual([
      ['a, b', 'factor', ['x "y"\nz', null]],
      ['c', 'integer', [1, 2]],
    ]);
  });

  it.each([1, 2, 3, 7, 64])('is the same table when it is read by %i bytes', async (part) => {
    const parts = await read('a,"b ""c""",größe\r\n1,"x\r\ny, z",é\r\n\r\n2,"""",名\r\n', ',', part);
    expect(parts.rows).toBe(2);
    expect(parts.columns.map((c) => c.name)).toEqual(['a', 'b "c"', 'größe']);
    expect(parts.columns.map((c) => c.levels)).toEqual([undefined, ['"', 'x\ny, z'], ['é', '名']]);
  });

  it.each([',', '\t', ';', '|'])('finds its delimiter: %j', async (d) => {
    expect(await roundTrip(`a${d}b\n1${d}x\n2${d}y\n`)).toEqual([
      ['a', 'integer', [1, 2]],
      ['b', 'factor', ['x', 'y']],
    ]);
  });

  it('may be of one column', async () => {
    expect(await roundTrip('weight\n1.5\n2.5')).toEqual([['weight', 'double', [1.5, 2.5]]]);
  });

  it('may have decimals behind a comma where semicolons part the cells', async () => {
    expect(await roundTrip('a;b\n1,5;x\n-0,25;y\n3;z\n')).toEqual([
      ['a', 'double', [1.5, -0.25, 3]],
      ['b', 'factor', ['x', 'y', 'z']],
    ]);
  });

  it.each([
    ['UTF-8 with a mark', new TextEncoder().encode('\ufeffgröße,名前\n1,é\n')],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from([...'größe,名前\n1,é\n'].map((c) => c.charCodeAt(0))).buffer)])],
  ])('may be %s', async (_, bytes) => {
    expect(await roundTrip(bytes)).toEqual([
      ['größe', 'integer', [1]],
      ['名前', 'factor', ['é']],
    ]);
  });

  it('that is not UTF-8 is read as Windows-1252, and says so', async () => {
    const table = await read(Uint8Array.from([...'größe,b\n1,2\n'].map((c) => c.charCodeAt(0))));
    expect(table.columns[0]?.name).toBe('größe');
    expect(table.warnings).toEqual([expect.stringContaining('Windows-1252')]);
  });

  it('gets names where it has none, and other names for repeated ones', async () => {
    const table = await read(',x,x, ,x.1,my name\n1,2,3,4,5,6\n');
    expect(table.columns.map((c) => c.name)).toEqual(['X', 'x', 'x.2', 'X.1', 'x.1', 'my name']);
    expect(table.warnings).toEqual(['2 columns have no name and are called X, X.1 and so on.', '1 column has the name of another and got a number behind it.']);
  });

  it('may have row names under no header, as R writes them', async () => {
    expect(await roundTrip('mpg cyl\nMazda 21 6\n', ' ')).toEqual([
      ['X', 'factor', ['Mazda']],
      ['mpg', 'integer', [21]],
      ['cyl', 'integer', [6]],
    ]);
  });

  it('may have empty lines between its rows', async () => {
    expect(await roundTrip('\na,b\n\n1,2\n\n\n3,4\n\n')).toEqual([
      ['a', 'integer', [1, 3]],
      ['b', 'integer', [2, 4]],
    ]);
  });

  it('may have very many columns', async () => {
    const columns = 5000;
    const line = (cell: (i: number) => unknown) => Array.from({ length: columns }, (_, i) => cell(i)).join(',');
    const table = await read(`${line((i) => `gene ${i}`)}\n${line((i) => i)}\n${line((i) => i / 2)}\n`);
    expect(table.columns).toHaveLength(columns);
    expect(table.columns[4999]).toMatchObject({ name: 'gene 4999', kind: 'double' });
    expect(tableFromIPC(new Uint8Array(await (await writeStream(table.columns)).arrayBuffer())).numCols).toBe(columns);
  });

  it('keeps missing values in their places over many chunks', async () => {
    const rows = 150_000;
    const text = `a,b\n${Array.from({ length: rows }, (_, i) => `${i % 3 === 0 ? '' : i},${i % 70_000 === 69_999 ? 'NA' : 'l' + (i % 5)}`).join('\n')}`;
    const [a, b] = await roundTrip(text);
    const cells = a?.[2] as unknown[];
    expect(cells.every((v, i) => v === (i % 3 === 0 ? null : i))).toBe(true);
    expect((b?.[2] as unknown[]).every((v, i) => v === (i % 70_000 === 69_999 ? null : `l${i % 5}`))).toBe(true);
  });

  it('sorts the levels of a factor as words are sorted', async () => {
    const table = await read('x\nb\nB\na\nÄ\n_z\nz\n10\n9a\n');
    expect(table.columns[0]?.levels).toEqual(['_z', '10', '9a', 'a', 'Ä', 'b', 'B', 'z']);
  });

  it.each([
    ['', 'The file is empty.'],
    ['\n\n', 'The file is empty.'],
    ['a,b\n', 'no rows below it'],
    ['1,2\n3,4\n', 'The first line holds numbers only'],
    ['a,b\n1,2\n"x\ny",2\n\n3\n', 'Line 6 has 1 cell, but there are 2 columns (cells are parted by a comma).'],
    ['a\tb\n1\t2\t3\t4\n', 'Line 2 has 4 cells, but there are 2 columns (cells are parted by a tab).'],
    ['a,b\n1,"open\n2,3\n', 'Line 2 has a quote that is not closed'],
  ])('is refused when it is %j', async (text, message) => {
    const refused = read(text);
    await expect(refused).rejects.toBeInstanceOf(ReadError);
    await expect(refused).rejects.toThrow(message);
  });

  it('tells the line of a bad row far down', async () => {
    const text = `a,b\n${'1,"x\ny"\n'.repeat(60_000)}oops\n`;
    await expect(read(text, null, 10_007)).rejects.toThrow('Line 120002 has 1 cell');
  });

  it('tells how far it is', async () => {
    const seen: number[] = [];
    const file = new Blob([`a,b\n${'12345,x\n'.repeat(10_000)}`]);
    await readCsv(file, null, (done, total) => seen.push(done / total), 10_000);
    expect(seen).toHaveLength(9);
    expect(seen.at(-1)).toBe(1);
    expect([...seen].sort((a, b) => a - b)).toEqual(seen);
  });
});
