import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/tables/read/csv';
import { samples } from '../../src/tables/samples/samples';

const read = async (name: string) => {
  const file = await samples.find((s) => s.name === name)?.load();
  if (!file) throw new Error(`There is no sample ${name}.`);
  return readCsv(file, null, () => undefined);
};

describe('a sample', () => {
  it.each([
    ['iris', 150, 5, 'Species', 'factor', ['setosa', 'versicolor', 'virginica']],
    ['mtcars', 32, 11, 'mpg', 'double', undefined],
    ['patients', 600, 10, 'response', 'factor', ['none', 'responder']],
  ])('%s has its outcome last and nothing missing', async (name, rows, cols, outcome, kind, levels) => {
    const table = await read(name);
    expect([table.rows, table.columns.length]).toEqual([rows, cols]);
    expect(table.columns.at(-1)).toMatchObject({ name: outcome, kind, ...(levels ? { levels } : {}) });
    expect(table.columns.every((c) => c.chunks.every((chunk) => chunk.missing === 0))).toBe(true);
    expect(table.warnings).toEqual([]);
  });

  it('of patients is the same every time, and has the effects that it claims', async () => {
    const table = await read('patients');
    const again = await read('patients');
    expect(again.columns.map((c) => c.chunks[0]?.values)).toEqual(table.columns.map((c) => c.chunks[0]?.values));

    const values = (name: string) => Array.from(table.columns.find((c) => c.name === name)?.chunks[0]?.values ?? [], Number);
    const response = values('response');
    const share = response.reduce((sum, r) => sum + r, 0) / response.length;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.7);
    expect(correlation(values('marker'), response)).toBeGreaterThan(0.3);
    expect(correlation(values('crp').map(Math.log), response)).toBeLessThan(-0.2);
    expect(correlation(values('age'), response)).toBeLessThan(-0.08);
    expect(Math.abs(correlation(values('bmi'), response))).toBeLessThan(0.1);
    expect(Math.abs(correlation(values('sex'), response))).toBeLessThan(0.1);
  });
});

function correlation(x: number[], y: number[]): number {
  const mean = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length;
  const [mx, my] = [mean(x), mean(y)];
  const sum = (f: (i: number) => number) => x.reduce((total, _, i) => total + f(i), 0);
  const dx = (i: number) => (x[i] ?? 0) - mx;
  const dy = (i: number) => (y[i] ?? 0) - my;
  return sum((i) => dx(i) * dy(i)) / Math.sqrt(sum((i) => dx(i) ** 2) * sum((i) => dy(i) ** 2));
}
