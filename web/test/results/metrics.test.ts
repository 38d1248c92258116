import { describe, expect, test } from 'vitest';
import { headlines } from '../../src/results/headline';
import { classSd, foldValues, metricNames, readMetrics } from '../../src/results/metrics';
import { recorded } from './data';

const single = readMetrics(recorded('cart-pima-grid').document('metrics'));
const folds = readMetrics({ training: recorded('metrics-cart-iris-kfold5').document('training'), test: recorded('metrics-cart-iris-kfold5').document('test') });
const regression = readMetrics({ training: recorded('metrics-glm-mtcars-kfold5').document('training'), test: recorded('metrics-glm-mtcars-kfold5').document('test') });

describe('metrics', () => {
  test('of a single model have no spread', () => {
    expect(single.map((m) => m.split)).toEqual(['training']);
    const [training] = single;
    expect(training?.overall.get('balanced_accuracy')).toBe(0.7458);
    expect([training?.sd, training?.folds, training?.positive]).toEqual([null, [], 'Yes']);
    expect(training?.classes.map((c) => [c.level, c.values.get('sensitivity')])).toEqual([['Yes', 0.7794], ['No', 0.7121]]);
    expect(training?.confusion).toContainEqual({ reference: 'No', predicted: 'Yes', n: 38 });
  });

  test('of resamples come with what each fold had, test before training', () => {
    expect(folds.map((m) => m.split)).toEqual(['test', 'training']);
    const [test] = folds;
    const values = foldValues(test!, 'accuracy') as number[];
    expect(values).toHaveLength(5);
    expect(values.reduce((a, b) => a + b, 0) / 5).toBeCloseTo(test?.overall.get('accuracy') ?? NaN, 12);
  });

  test('of classes are means over folds', () => {
    const [test] = folds;
    const setosa = test?.classes.find((c) => c.level === 'setosa');
    const each = test!.folds.map((f) => f.classes.find((c) => c.level === 'setosa')?.values.get('f1') ?? NaN);
    expect(setosa?.values.get('f1')).toBeCloseTo(each.reduce((a, b) => a + b, 0) / each.length, 12);
    expect(classSd(test!, 'versicolor', 'f1')).toBeGreaterThan(0);
  });

  test('keep their names in order', () => {
    expect(metricNames(regression)).toEqual(['mae', 'mse', 'rmse', 'rsq']);
  });

  test('that are not there give nothing', () => {
    expect(readMetrics({})).toEqual([]);
  });
});

describe('headlines', () => {
  test('are of the test part, with training beside it', () => {
    const told = headlines(regression);
    expect(told?.split).toBe('test');
    expect(told?.items.map((i) => i.name)).toEqual(['rsq', 'rmse', 'mae']);
    expect(told?.items[0]?.training).toBeCloseTo(0.8848945270028914, 12);
    expect(told?.items[0]?.sd).toBeCloseTo(0.4855757636262504, 12);
    expect(told?.items[0]?.folds).toHaveLength(5);
  });

  test('are of training where there is nothing else, and say so', () => {
    const told = headlines(single);
    expect(told?.split).toBe('training');
    expect(told?.items.map((i) => i.name)).toEqual(['balanced_accuracy', 'auc', 'f1', 'accuracy', 'sensitivity', 'specificity']);
    expect(told?.items.every((i) => i.training === null)).toBe(true);
  });

  test('of several classes are those that there are', () => {
    expect(headlines(folds)?.items.map((i) => i.name)).toEqual(['balanced_accuracy', 'f1', 'accuracy']);
  });
});
