import { expect, test } from 'vitest';
import { rocCurves, thinned } from '../../src/results/roc';
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
