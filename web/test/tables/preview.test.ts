import { describe, expect, it } from 'vitest';
import { decodeWindow } from '../../src/tables/arrow-window';
import { describeTable } from '../../src/tables/description';
import { tableFile } from '../../src/tables/table-file';
import { blockRowsFor, previewOf, previewStreams } from '../../src/tables/preview';
import { readCsv } from '../../src/tables/read/csv';
import { TableServer } from './table-server';

const rows = 6000;
const x = Array.from({ length: rows }, (_, i) => (i % 7 === 0 ? null : i / 4));
const f = Array.from({ length: rows }, (_, i) => (i < 4 ? (['a, "b"', null, 'NA', ' c\n'][i] ?? null) : `l${Math.floor(i / 1000)}`));

describe('a table that is saved', () => {
  it('as CSV is fetched by windows and has all cells', async () => {
    const server = new TableServer({ x, f });
    const progress: number[] = [];
    const file = await tableFile(previewStreams(server, 'data-1'), { rows, cols: 2 }, 'csv', { cells: 5000, onprogress: (done) => progress.push(done) });
    expect(server.windows.map((w) => [w.offset, w.limit])).toEqual([0, 1, 2].map((i) => [i * 2500, 2500]));
    expect(progress).toEqual([2500, 5000, 6000]);
    const text = await file.text();
    expect(text.startsWith('x,f\r\nNA,"a, ""b"""\r\n0.25,NA\r\n0.5,"NA"\r\n0.75," c\n"\r\n1,l0\r\n')).toBe(true);
    const back = await readCsv(file, null, () => undefined);
    expect(back.rows).toBe(rows);
    expect(back.columns.map((c) => c.kind)).toEqual(['double', 'factor']);
    expect(back.columns[1]?.levels).toContain('l5');
  });

  it('as an Arrow stream is one stream, though every window has levels of its own', async () => {
    const file = await tableFile(previewStreams(new TableServer({ x, f }), 'data-1'), { rows, cols: 2 }, 'arrow', { cells: 5000 });
    const window = await decodeWindow(new Uint8Array(await file.arrayBuffer()));
    expect(window.rows).toBe(rows);
    for (const i of [0, 1, 2, 3, 4, 2499, 2500, 4999, 5000, rows - 1]) {
      expect(window.columns.map((c) => c.values[i])).toEqual([x[i], f[i]]);
    }
  });

  it('can be given up', async () => {
    const controller = new AbortController();
    const server = new TableServer({ x, f });
    const file = tableFile(previewStreams(server, 'data-1'), { rows, cols: 2 }, 'csv', { cells: 5000, signal: controller.signal, onprogress: () => controller.abort() });
    await expect(file).rejects.toThrow(controller.signal.reason as Error);
    expect(server.windows).toHaveLength(1);
  });
});

describe('a preview', () => {
  it('has the rows that are asked for, in the order of the time', async () => {
    const server = new TableServer({ x: [1, 2, 3], f: ['a', 'b', 'c'] });
    let sort: { column: string; descending: boolean } | null = null;
    const fetch = previewOf(server, 'data-1', () => sort);
    const { signal } = new AbortController();
    const window = await fetch(1, 2, signal);
    expect(window).toMatchObject({ rows: 2, total: 3 });
    expect(Array.from(window.columns[1]?.values ?? [])).toEqual(['b', 'c']);
    sort = { column: 'x', descending: true };
    expect(Array.from((await fetch(0, 1, signal)).columns[0]?.values ?? [])).toEqual([3]);
    expect(server.windows[1]?.sort).toEqual([{ column: 'x', descending: true }]);
    await previewOf(server, 'data-1', () => null, ['f'])(0, 1, signal);
    expect(server.windows.map((w) => w.columns)).toEqual([undefined, undefined, ['f']]);
  });

  it('takes fewer rows at a time of wide tables', () => expect([1, 1000, 4000, 100_000].map(blockRowsFor)).toEqual([200, 200, 50, 20]));
});

describe('a description', () => {
  const { signal } = new AbortController();

  it.each([
    ['with distributions', () => false, { distribution: null }],
    ['without distributions where they are too large', (distribution: boolean) => distribution, { n_missing: 0 }],
  ])('comes %s', async (_, tooLarge, facts) => {
    const server = new TableServer({ x: [1], f: ['a'] });
    server.tooLarge = tooLarge;
    expect(await describeTable(server, 'data-1', signal)).toMatchObject({ rows: 1, columns: [{ name: 'x', type: 'double', facts }, { name: 'f', type: 'factor', facts }] });
  });

  it('has names and types alone where even that is too large', async () => {
    const server = new TableServer({ x: [1, 2], f: ['a', 'b'] });
    server.tooLarge = () => true;
    expect(await describeTable(server, 'data-1', signal)).toEqual({
      rows: 2,
      columns: [
        { name: 'x', type: 'double', facts: null },
        { name: 'f', type: 'factor', facts: null },
      ],
    });
  });
});
