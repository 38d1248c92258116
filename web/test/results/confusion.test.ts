import { expect, test } from 'vitest';
import { confusionMatrix } from '../../src/results/confusion';
import { readMetrics } from '../../src/results/metrics';
import { recorded } from './data';

test('true classes are rows and predicted ones columns', () => {
  const matrix = confusionMatrix(readMetrics(recorded('cart-pima-grid').document('metrics'))[0]?.confusion ?? []);
  expect(matrix.classes).toEqual(['Yes', 'No']);
  expect(matrix.counts).toEqual([[53, 15], [38, 94]]);
  expect([matrix.rowTotals, matrix.columnTotals, matrix.total, matrix.correct]).toEqual([[68, 132], [91, 109], 200, 147]);
  expect(matrix.shares[0]?.[0]).toBeCloseTo(53 / 68, 12);
});

test('shares of a class add up to one, of several classes too', () => {
  const matrix = confusionMatrix(readMetrics(recorded('cart-iris').document('metrics'))[0]?.confusion ?? []);
  expect(matrix.total).toBe(150);
  for (const row of matrix.shares) expect(row.reduce((a, b) => (a ?? 0) + (b ?? 0), 0)).toBeCloseTo(1, 12);
});

test('a class that is never true has no shares', () => {
  const matrix = confusionMatrix([{ reference: 'a', predicted: 'b', n: 2 }]);
  expect(matrix.classes).toEqual(['a', 'b']);
  expect(matrix.shares).toEqual([[0, 1], [null, null]]);
});

test('no cells make an empty matrix', () => {
  expect(confusionMatrix([])).toMatchObject({ classes: [], total: 0, correct: 0 });
});
