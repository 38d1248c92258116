import { describe, expect, it } from 'vitest';
import { cautionOf, firstAlgorithm, obstaclesOf, taskOf, unsuitable } from '../../src/forms/task';
import type { ColumnInfo, DataDescription } from '../../src/wire/messages';

const column = (name: string, type: ColumnInfo['type'], more: Partial<ColumnInfo> = {}): ColumnInfo => ({ name, type, n_missing: 0, n_unique: 10, summary: null, ...more });
const table = (...columns: ColumnInfo[]): DataDescription => ({ rows: 100, cols: columns.length, columns });
const species = column('Species', 'factor', { n_unique: 3, summary: { top: { setosa: 50, virginica: 50, versicolor: 50 } } });
const response = column('response', 'factor', { n_unique: 2, summary: { top: { yes: 60, no: 40 } } });
const iris = table(column('x', 'double'), species);
const entry = (name: string) => ({ name, description: '', supports_classification: true, supports_regression: true });

describe('the task of a table', () => {
  it('is what its last column is', () => {
    expect(taskOf(iris)?.words).toBe('Classification of Species (3 classes)');
    expect(taskOf(table(species, column('mpg', 'integer')))?.words).toBe('Regression of mpg');
    expect(taskOf(table(column('x', 'double'), column('alive', 'logical')))).toBeNull();
    expect(taskOf(table(species))).toBeNull();
  });

  it('knows the classes in order where it was told all of them', () => {
    expect(taskOf(table(column('x', 'double'), response))?.levels).toEqual(['no', 'yes']);
    expect(taskOf(table(column('x', 'double'), { ...species, n_unique: 9 }))?.levels).toEqual([]);
  });

  it('is hindered by what the server would refuse', () => {
    expect(obstaclesOf(iris)).toEqual([]);
    expect(obstaclesOf(table(column('when', 'date'), column('flag', 'logical'), { ...response, n_missing: 2 }))).toEqual([
      'The outcome response has 2 missing values: remove those cases first.',
      'Only numbers and categories can be trained on; when (date), flag (logical) are neither.',
    ]);
  });
});

describe('an algorithm', () => {
  it('is not for a task that it does not do', () => {
    const task = taskOf(iris);
    expect(unsuitable({ ...entry('CART'), supports_classification: false }, task, iris)).toBe('not for classification');
    expect(unsuitable(entry('GLM'), task, iris)).toBe('for two classes only');
    expect(unsuitable(entry('CART'), task, iris)).toBeNull();
  });

  it('is chosen at first among those that suit', () => {
    expect(firstAlgorithm('train', [entry('GLM'), entry('CART')], taskOf(iris), iris)).toBe('CART');
    expect(firstAlgorithm('train', [entry('GLM'), entry('KNN')], taskOf(iris), iris)).toBe('KNN');
    expect(firstAlgorithm('cluster', [], null, null)).toBe('');
  });

  it('that does not take missing values warns of them until they are filled in', () => {
    const data = table(column('age', 'double', { n_missing: 3 }), response);
    expect(cautionOf('GLM', data, { imputed: false, weights: false })).toContain('age has some');
    expect(cautionOf('GLM', data, { imputed: true, weights: false })).toBeNull();
    expect(cautionOf('CART', data, { imputed: false, weights: false })).toBeNull();
  });
});
