import { expect, test } from 'vitest';
import { componentShares, decompositionMetrics, readLoadings } from '../../src/results/decomposition';
import { recorded } from './data';

const pca = recorded('pca-iris');

test('metrics that a decomposition cannot have are left out', () => {
  const metrics = decompositionMetrics({ metrics: pca.document('metrics') });
  expect(metrics.get('explained_variance_ratio')).toBe(0.99);
  expect(metrics.has('reconstruction_gap')).toBe(false);
});

test('shares fall and add up to what the whole explains', () => {
  const shares = componentShares(pca.table('transformed'), 0.9899860909984232);
  expect(shares.map((s) => s.component)).toEqual(['PC1', 'PC2', 'PC3']);
  expect(shares.at(-1)?.cumulative).toBeCloseTo(0.9899860909984232, 12);
  // R's prcomp says 0.7296, 0.2285 and 0.0367 of the scaled measurements' variance: here in the same proportions.
  const of = 0.9899860909984232 / (0.7296 + 0.2285 + 0.0367);
  [0.7296, 0.2285, 0.0367].forEach((share, i) => expect(shares[i]?.share).toBeCloseTo(share * of, 3));
});

test('without that metric shares are of the scores themselves', () => {
  expect(componentShares(pca.table('transformed'), null).at(-1)?.cumulative).toBeCloseTo(1, 12);
});

test('loadings keep variables and components in order', () => {
  const loadings = readLoadings(pca.table('loadings'));
  expect(loadings.variables).toEqual(['Sepal.Length', 'Sepal.Width', 'Petal.Length', 'Petal.Width']);
  expect(loadings.components).toEqual(['PC1', 'PC2', 'PC3']);
  expect(loadings.values[0]?.[0]).toBe(0.52106591467012);
  expect(loadings.largest).toBeGreaterThan(0.7);
});
