import { expect, test } from 'vitest';
import { predictedHistogramFigure, probabilityFigure } from '../../src/results/charts/histogram';
import { histogram, inBins } from '../../src/results/histogram';
import { fits, probabilities, probabilityLevels, splitsOf } from '../../src/results/predictions';
import { recorded } from './data';

const regression = recorded('glm-mtcars-kfold5').table('predictions');

test('predictions of numbers come by split, test first, with residuals', () => {
  const both = fits(regression);
  expect(both.map((f) => [f.split, f.actual.length])).toEqual([['test', 32], ['training', 128]]);
  const training = both[1];
  expect(training?.residuals[0]).toBeCloseTo(21 - 22.282561925651976, 12);
});

test('cases without both numbers are left out', () => {
  const columns = new Map([['split', ['test', 'test']], ['actual', [1, null]], ['predicted', [2, 3]]]);
  expect(fits(columns)).toEqual([{ split: 'test', actual: [1], predicted: [2], residuals: [-1] }]);
});

test('a prediction has no parts, and tells what it can where the truth is not known', () => {
  const known = new Map([['actual', [1, null]], ['predicted', [2, 3]]]);
  expect(splitsOf(known)).toEqual(['test']);
  expect(fits(known)).toEqual([{ split: 'test', actual: [1], predicted: [2], residuals: [-1] }]);
  expect(fits(new Map([['predicted', [2, 3]]]))).toEqual([]);
  const classes = new Map([['predicted', ['Yes', 'No']], ['prob_Yes', [0.9, 0.2]]]);
  expect(probabilities(classes, 'test', 'Yes')).toEqual({ split: 'test', level: 'Yes', byClass: [{ level: '', values: [0.9, 0.2] }] });
  const figure = probabilityFigure(probabilities(classes, 'test', 'Yes'), null);
  expect(figure.summary).toBe('Predicted probabilities of Yes: mean 0.55 of 2 cases.');
  expect(predictedHistogramFigure([1, 2, 3], null).summary).toBe('Histogram of 3 predictions: mean 2, standard deviation 1.');
});

test('probabilities are told by true class', () => {
  const table = recorded('glm-pima').table('predictions');
  expect(probabilityLevels([...table.keys()])).toEqual(['Yes']);
  expect(splitsOf(table)).toEqual(['training']);
  const { byClass } = probabilities(table, 'training', 'Yes');
  expect(byClass.map((c) => [c.level, c.values.length])).toEqual([['No', 132], ['Yes', 68]]);
  const mean = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length;
  expect(mean(byClass[1]?.values ?? [])).toBeGreaterThan(mean(byClass[0]?.values ?? []));
});

test('bins are round, hold every value, and the last takes its upper break', () => {
  const { breaks, counts } = histogram([0, 0.1, 0.55, 1], 10);
  expect(breaks).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  expect(counts.reduce((a, b) => a + b, 0)).toBe(4);
  expect(counts.at(-1)).toBe(1);
});

test('equal values make one bin and none make none', () => {
  expect(histogram([3, 3, 3])).toEqual({ breaks: [3, 6], counts: [3] });
  expect(histogram([0, 0])).toEqual({ breaks: [0, 1], counts: [2] });
  expect(histogram([NaN])).toEqual({ breaks: [], counts: [] });
  expect(inBins([-1, 0.5, 2], [0, 1])).toEqual({ breaks: [0, 1], counts: [1] });
});
