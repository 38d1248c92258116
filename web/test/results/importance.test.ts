import { expect, test } from 'vitest';
import { importances, measures } from '../../src/results/importance';
import { recorded } from './data';

test('importance over folds has mean and spread, the largest in size first, without the intercept', () => {
  const table = recorded('glm-mtcars-kfold5').table('varimp');
  expect(measures([...table.keys()])).toEqual(['Coefficient']);
  const rows = importances(table, 'Coefficient');
  expect(rows).toHaveLength(10);
  expect(rows.map((r) => r.variable)).not.toContain('(Intercept)');
  const sizes = rows.map((r) => Math.abs(r.mean));
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  for (const row of rows) {
    expect(row.folds).toHaveLength(5);
    const mean = row.folds.reduce((sum, f) => sum + f.value, 0) / 5;
    expect(row.mean).toBeCloseTo(mean, 12);
    expect(row.sd).toBeCloseTo(Math.sqrt(row.folds.reduce((sum, f) => sum + (f.value - mean) ** 2, 0) / 4), 12);
  }
});

test('a variable that only some folds use is averaged over those', () => {
  const table = recorded('cart-pima-nested').table('varimp');
  const rows = importances(table, 'importance');
  expect(Math.min(...rows.map((r) => r.folds.length))).toBeLessThan(3);
  expect(rows.every((r) => r.folds.length > 0)).toBe(true);
});

test('a single model has no spread', () => {
  const rows = importances(recorded('cart-pima-grid').table('varimp'), 'importance');
  expect(rows[0]).toEqual({ variable: 'glu', mean: 19.624704103236212, sd: null, folds: [] });
});
