import { tableFromIPC } from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { ReportTable } from '../../src/report/report-table';
import { carried, empty, factor } from './data';

const table = () =>
  new ReportTable(
    carried({
      x: Float64Array.of(3, NaN, 1, 2, 3),
      level: factor(['low', 'high', 'mid', null, 'low']),
      n: Int32Array.of(10, 20, 30, 40, 50),
    }),
  );

const column = async (of: ReportTable, name: string, params = {}) => Array.from((await of.window(params)).columns.find((c) => c.name === name)?.values ?? []);

describe('a table in a report', () => {
  test('is cut into windows as the server does it', async () => {
    const window = await table().window({ offset: 1, limit: 2, columns: ['n', 'x'] });
    expect(window).toMatchObject({ rows: 2, total: 5 });
    expect(window.columns.map((c) => [c.name, Array.from(c.values)])).toEqual([['n', [20, 30]], ['x', [NaN, 1]]]);
    expect((await table().window({ offset: 4, limit: 10 })).rows).toBe(1);
    expect((await table().window({ offset: 9, limit: 10 })).rows).toBe(0);
  });

  test('is sorted by size, with what is missing last in both directions, and equal rows in their order', async () => {
    expect(await column(table(), 'n', { sort: [{ column: 'x' }] })).toEqual([30, 40, 10, 50, 20]);
    expect(await column(table(), 'n', { sort: [{ column: 'x', descending: true }] })).toEqual([10, 50, 40, 30, 20]);
  });

  test('is sorted by the order of the levels, not of the alphabet', async () => {
    expect(await column(table(), 'level', { sort: [{ column: 'level' }] })).toEqual(['low', 'low', 'high', 'mid', null]);
    expect(await column(table(), 'level', { sort: [{ column: 'level', descending: true }], limit: 2 })).toEqual(['mid', 'high']);
  });

  test('gives its rows as an Arrow stream, whole or in part', async () => {
    const read = async (params: object) => tableFromIPC((await table().bytes(params)) ?? undefined).getChild('n')?.toArray();
    expect(await read({})).toEqual(Int32Array.of(10, 20, 30, 40, 50));
    expect(await read({ offset: 3, limit: 10 })).toEqual(Int32Array.of(40, 50));
    expect(await table().bytes({ limit: 0 })).toBeNull();
    expect(await table().bytes({ offset: 5 })).toBeNull();
  });

  test('tells of its columns what colouring by them needs', async () => {
    expect(await table().columns()).toEqual([
      { name: 'x', type: 'double', n_missing: 0, n_unique: 4, summary: null },
      { name: 'level', type: 'factor', n_missing: 1, n_unique: 3, summary: null },
      { name: 'n', type: 'integer', n_missing: 0, n_unique: 5, summary: null },
    ]);
  });

  test('without columns has no rows to show', async () => {
    expect(await new ReportTable(empty).window({})).toMatchObject({ rows: 0, columns: [] });
    expect(await new ReportTable(empty).bytes({})).toBeNull();
  });
});
