import { tableFromArrays, tableFromIPC, tableToIPC, Dictionary, Int32, Table, Utf8, vectorFromArray } from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { tableFile, type ReadStreams } from '../../src/tables/table-file';

const names = ['a', 'b', 'NA', 'with, comma', 'with "quotes"', '', 'b', 'line\nbreak', 'é', 'a'];
const values = [1, 2.5, null, -0.1, 1e20, 0, 7, 8, 9, 10];

// As the server sends windows: each with the levels that occur in it.
const read: ReadStreams = (offset, limit) => {
  const part = <T>(all: readonly T[]) => all.slice(offset, offset + limit);
  const columns = { name: vectorFromArray(part(names), new Dictionary(new Utf8(), new Int32(), 0)), value: vectorFromArray(part(values)) };
  return Promise.resolve([part(values).length > 0 ? tableToIPC(new Table(columns), 'stream') : null]);
};

const size = { rows: 10, cols: 2 };

describe('a table as CSV', () => {
  test('is quoted as RFC 4180 asks, with full numbers, whatever the windows', async () => {
    const whole = await (await tableFile(read, size, 'csv')).text();
    expect(whole.split('\r\n')).toEqual([
      'name,value',
      'a,1',
      'b,2.5',
      '"NA",NA',
      '"with, comma",-0.1',
      '"with ""quotes""",100000000000000000000',
      '"",0',
      'b,7',
      '"line\nbreak",8',
      'é,9',
      'a,10',
      '',
    ]);
    expect(await (await tableFile(read, size, 'csv', { cells: 6 })).text()).toBe(whole);
  });

  test('tells how far it is and stops when it is told to', async () => {
    const seen: number[] = [];
    await tableFile(read, size, 'csv', { cells: 6, onprogress: (rows) => seen.push(rows) });
    expect(seen).toEqual([3, 6, 9, 10]);
    const control = new AbortController();
    await expect(tableFile(read, size, 'csv', { cells: 6, signal: control.signal, onprogress: () => control.abort() })).rejects.toThrow(/abort/i);
  });

  test('of no rows is empty', async () => {
    expect((await tableFile(read, { rows: 0, cols: 2 }, 'csv')).size).toBe(0);
  });
});

describe('a table as Arrow', () => {
  test('has the same cells when it is read again, also where windows have other levels', async () => {
    const file = await tableFile(read, size, 'arrow', { cells: 6 });
    const table = tableFromIPC(new Uint8Array(await file.arrayBuffer()));
    expect(table.schema.fields.map((f) => f.name)).toEqual(['name', 'value']);
    expect(table.toArray().map((row) => row?.toJSON())).toEqual(names.map((name, i) => ({ name, value: values[i] })));
  });

  test('puts tables side by side', async () => {
    const clusters = Int32Array.from({ length: 10 }, (_, i) => i % 3);
    const beside: ReadStreams = async (offset, limit) => [tableToIPC(tableFromArrays({ cluster: clusters.slice(offset, offset + limit) }), 'stream'), ...(await read(offset, limit))];
    const table = tableFromIPC(new Uint8Array(await (await tableFile(beside, { rows: 10, cols: 3 }, 'arrow', { cells: 12 })).arrayBuffer()));
    expect(table.schema.fields.map((f) => f.name)).toEqual(['cluster', 'name', 'value']);
    expect(Array.from(table.getChild('cluster')?.toArray() as Int32Array)).toEqual([...clusters]);
    expect([...(table.getChild('name') ?? [])]).toEqual(names);
  });
});
