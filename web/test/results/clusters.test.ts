import { expect, test } from 'vitest';
import { clusterLabel, clusterSizes, separation } from '../../src/results/clusters';
import { recorded } from './data';

test('clusters are counted, noise last', () => {
  const sizes = clusterSizes(recorded('dbscan-iris').table('assignments'));
  expect(sizes.reduce((sum, s) => sum + s.n, 0)).toBe(150);
  expect(sizes.at(-1)?.cluster).toBe(0);
  expect(clusterLabel(0)).toBe('Noise');
  expect(sizes.reduce((sum, s) => sum + s.share, 0)).toBeCloseTo(1, 12);
});

test('a column that is one value a cluster separates them wholly, one that ignores them not at all', () => {
  expect(separation([1, 1, 5, 5, 99], [1, 1, 2, 2, 0])).toBe(1);
  expect(separation([1, 5, 1, 5], [1, 1, 2, 2])).toBe(0);
  expect(separation([3, 3], [1, 2])).toBe(0);
});
