import { expect, test } from 'vitest';
import { readSample } from '../../src/results/load';
import { evenSpans, sampleNote } from '../../src/results/sample';

test('a table that is small enough is read whole', () => {
  expect(evenSpans(20_000)).toEqual([{ offset: 0, limit: 20_000 }]);
  expect(evenSpans(0)).toEqual([]);
});

test('of a large one windows at equal distances are read, the first and the last rows among them', () => {
  const spans = evenSpans(1_000_000);
  expect(spans.reduce((sum, s) => sum + s.limit, 0)).toBe(20_000);
  expect(spans[0]?.offset).toBe(0);
  expect((spans.at(-1)?.offset ?? 0) + (spans.at(-1)?.limit ?? 0)).toBe(1_000_000);
  spans.forEach((s, i) => expect(s.offset).toBeGreaterThanOrEqual(i === 0 ? 0 : (spans[i - 1]?.offset ?? 0) + (spans[i - 1]?.limit ?? 0)));
});

test('windows never overlap where there are hardly more rows than points', () => {
  const spans = evenSpans(20_001);
  spans.slice(1).forEach((s, i) => expect(s.offset).toBeGreaterThanOrEqual((spans[i]?.offset ?? 0) + (spans[i]?.limit ?? 0)));
});

test('what is read is joined in the order of the table', async () => {
  const sample = await readSample(1000, 100, ({ offset, limit }) =>
    Promise.resolve({ rows: limit, columns: [{ name: 'row', kind: 'number' as const, values: Float64Array.from({ length: limit }, (_, i) => offset + i) }] }),
  );
  const rows = Array.from(sample.columns.get('row') ?? []) as number[];
  expect(rows).toHaveLength(80);
  expect(sample).toMatchObject({ rows: 80, total: 1000 });
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
});

test('it is said when a chart does not show all', () => {
  expect(sampleNote(20_000, 1_000_000)).toBe('Drawn from 20,000 of 1,000,000 rows, taken at equal distances.');
  expect(sampleNote(10, 10)).toBeNull();
});
