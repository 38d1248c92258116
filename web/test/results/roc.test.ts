import { expect, test } from 'vitest';
import { aucRows, rocCurves, thinned, tprAt } from '../../src/results/roc';
import { recorded } from './data';

const nested = rocCurves(recorded('cart-pima-nested').table('roc'));

// The area under a curve of straight lines.
function area(points: [number, number][]): number {
  return points.slice(1).reduce((sum, [x, y], i) => sum + ((x - (points[i]?.[0] ?? 0)) * (y + (points[i]?.[1] ?? 0))) / 2, 0);
}

test('there is a curve for each split, class and fold', () => {
  expect(nested.map((c) => [c.split, c.fold])).toEqual([
    ['training', null],
    ['training', 'Fold_1'],
    ['training', 'Fold_2'],
    ['training', 'Fold_3'],
    ['test', null],
    ['test', 'Fold_1'],
    ['test', 'Fold_2'],
    ['test', 'Fold_3'],
  ]);
  expect(new Set(nested.map((c) => c.level))).toEqual(new Set(['Yes']));
});

test('the area under the points is what the curve says', () => {
  for (const curve of [...nested, ...rocCurves(recorded('cart-iris').table('roc'))]) expect(area(curve.points)).toBeCloseTo(curve.auc, 10);
});

test('each class of several has its own', () => {
  expect(rocCurves(recorded('cart-iris').table('roc')).map((c) => c.level)).toEqual(['setosa', 'versicolor', 'virginica']);
});

test('thinning keeps both ends', () => {
  const points = Array.from({ length: 10_001 }, (_, i) => i);
  const few = thinned(points, 11);
  expect(few).toEqual([0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000, 9000, 10_000]);
  expect(thinned([1, 2, 3], 11)).toEqual([1, 2, 3]);
});

test('between its points a curve is straight, and where it goes straight up the upper end counts', () => {
  const curve = { split: 'test' as const, level: 'a', fold: null, auc: 0, points: [[0, 0], [0, 0.5], [0.5, 0.7], [1, 1]] as [number, number][] };
  expect([0, 0.25, 0.5, 0.75, 1].map((x) => tprAt(curve, x))).toEqual([0.5, 0.6, 0.7, 0.85, 1]);
});

test('areas are listed by class, over all cases and of each resample', () => {
  const [row, ...others] = aucRows(nested.filter((c) => c.split === 'test'));
  expect(others).toEqual([]);
  expect(row?.folds).toHaveLength(3);
  expect((row?.folds.reduce((a, b) => a + b, 0) ?? 0) / 3).toBeCloseTo(0.6989, 4);
});
