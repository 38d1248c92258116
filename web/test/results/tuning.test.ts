import { expect, test } from 'vitest';
import { chosenSettings } from '../../src/results/settings';
import { optionValues, readTuning, triedOptions } from '../../src/results/tuning';
import { recorded } from './data';

const grid = readTuning(recorded('cart-pima-grid').document('record'));
const nested = readTuning(recorded('cart-pima-nested').document('record'));
const rounds = readTuning(recorded('lightgbm-pima-tuned').document('record'));

test('a search without outer resamples has one best combination', () => {
  expect(grid).toMatchObject({ searched: ['cp', 'maxdepth'], found: [], metric: 'balanced_accuracy', maximize: true });
  expect(grid?.searches.map((s) => [s.fold, s.combinations.length])).toEqual([[null, 12]]);
  const rows = triedOptions(grid!, 'balanced_accuracy');
  expect(rows.filter((r) => r.bestIn.length > 0).map((r) => r.values)).toEqual([[0.001, 1]]);
  expect(optionValues(rows, 0)).toEqual([0.001, 0.01, 0.05]);
  expect(optionValues(rows, 1)).toEqual([1, 2, 3, 5]);
});

test('each outer resample has its own best', () => {
  expect(nested?.searches.map((s) => s.fold)).toEqual([1, 2, 3]);
  const rows = triedOptions(nested!, 'balanced_accuracy');
  expect(rows).toHaveLength(4);
  expect(rows.flatMap((r) => r.bestIn).sort()).toEqual([0, 1, 2]);
  expect(rows[2]?.folds[0]).toBe(0.6631);
  for (const row of rows) expect(row.mean).toBeCloseTo(row.folds.reduce<number>((sum, v) => sum + (v ?? 0), 0) / 3, 12);
});

test('the best of a fold is the one with the highest metric', () => {
  const rows = triedOptions(nested!, nested?.metric ?? '');
  nested?.searches.forEach((_, at) => {
    const best = rows.find((r) => r.bestIn.includes(at));
    expect(best?.folds[at]).toBe(Math.max(...rows.map((r) => r.folds[at] ?? -Infinity)));
  });
});

test('what the search found on the way is not counted among what was searched', () => {
  expect(rounds).toMatchObject({ searched: ['num_leaves', 'learning_rate'], found: ['nrounds'] });
  const rows = triedOptions(rounds!, 'balanced_accuracy');
  expect(rows).toHaveLength(4);
  expect(rows[0]?.found[0]).toEqual([46]);
  expect(rows.flatMap((r) => r.bestIn).sort()).toEqual([0, 1, 2]);
});

test('a model that was not tuned has none', () => {
  expect(readTuning({ folds: [{ index: 1, metrics: {} }] })).toBeNull();
  expect(readTuning({})).toBeNull();
});

test('settings that were chosen are listed; of a single tuned model with what the tuner chose', () => {
  expect(chosenSettings(recorded('cart-pima-grid').document('record'))).toEqual([
    { name: 'cp', text: '0.001', tuned: true },
    { name: 'maxdepth', text: '1', tuned: true },
  ]);
  expect(chosenSettings(recorded('cart-pima-nested').document('record'))).toEqual([{ name: 'maxdepth', text: 'candidates 1, 2, 3, 5', tuned: true }]);
});
