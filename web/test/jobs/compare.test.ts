import { describe, expect, it } from 'vitest';
import { importanceOf, metricRows, rankRows, settingRows, sizeRows, type Compared } from '../../src/jobs/compare';
import { comparisonCsv } from '../../src/jobs/compare-file';
import type { JsonObject } from '../../src/format/json';
import { betterWhen, bestOf, mainMetric } from '../../src/format/metrics';
import { spreadScale } from '../../src/jobs/spread-chart';
import type { JobRequest } from '../../src/wire/messages';
import { columnsOf, recorded, summary } from './data';

const tuned: Compared = {
  summary: summary('CART'),
  request: {
    method: 'train',
    params: {
      data_handle: 'data-1',
      algorithm: 'CART',
      hyperparameters: { maxdepth: { candidates: [1, 2, 3, 5] } },
      outer_resampling_config: { type: 'KFold', n_resamples: 3, seed: 5 },
    },
  },
  record: recorded<JsonObject>('record-tuned'),
  importance: importanceOf(columnsOf('varimp-tuned')),
};

const linear: Compared = {
  summary: summary('GLM', 'train', { job_id: 'job-2', data_name: 'mtcars' }),
  request: { method: 'train', params: { data_handle: 'data-2', algorithm: 'GLM', outer_resampling_config: { type: 'KFold', n_resamples: 5, seed: 5 } } },
  record: recorded<JsonObject>('record-regression'),
  importance: new Map([
    ['(Intercept)', 12],
    ['glu', -4],
    ['age', 4],
    ['wt', 1],
  ]),
};

const tableName = (job: { data_name?: string }) => job.data_name ?? '';

describe('settings side by side', () => {
  const rows = settingRows([tuned, linear], tableName);
  const row = (name: string) => rows.find((r) => r.name === name);

  it('tell what differs from what does not', () => {
    expect(row('algorithm')).toMatchObject({ values: ['CART', 'GLM'], differs: true });
    expect(row('table')).toMatchObject({ values: ['pima', 'mtcars'], differs: true });
    expect(row('outer_resampling_config.n_resamples')).toMatchObject({ label: 'Resampling: n resamples', values: ['3', '5'], differs: true });
    expect(row('outer_resampling_config.seed')).toMatchObject({ values: ['5', '5'], differs: false });
  });

  it('show candidates, and that the other job has none', () => {
    expect(row('hyperparameters.maxdepth')).toMatchObject({ label: 'maxdepth', values: ['candidates 1, 2, 3, 5', null], differs: true });
  });

  it('leave handles and absent questions out', () => {
    expect(row('data_handle')).toBeUndefined();
    expect(row('question')).toBeUndefined();
  });

  it('do not take a setting that is null for one that differs from none', () => {
    const asked: JobRequest = { method: 'train', params: { algorithm: 'GLM', weights: null } };
    expect(settingRows([{ ...linear, request: asked }, { ...linear, request: { method: 'train', params: { algorithm: 'GLM' } } }], tableName).some((r) => r.differs)).toBe(false);
  });
});

describe('metrics side by side', () => {
  it('have mean and spread, and gaps where a job has no such metric', () => {
    const rows = metricRows([tuned, linear], 'test');
    expect(rows.find((r) => r.name === 'balanced_accuracy')).toMatchObject({ label: 'Balanced accuracy', means: [0.6846, null], sds: [0.0634, null] });
    expect(rows.find((r) => r.name === 'rmse')).toMatchObject({ means: [null, 4.0739], sds: [null, 1.9095] });
  });

  it('of decompositions are theirs, without those that nobody has', () => {
    const jobs = ['pca', 'ica'].map((name): Compared => ({ ...tuned, summary: summary(name, 'decomp'), record: recorded<JsonObject>(`record-${name}`) }));
    const names = metricRows(jobs, 'training').map((r) => r.name);
    expect(names).toContain('explained_variance_ratio');
    expect(names).not.toContain('reconstruction_gap');
    expect(metricRows(jobs, 'test')).toEqual([]);
    expect(sizeRows(jobs)).toMatchObject([
      { name: 'n_rows', values: ['150', '150'], differs: false },
      { name: 'n_cols', values: ['4', '4'] },
      { name: 'k', values: ['3', '3'] },
    ]);
  });

  it('of predictions are those of their own table', () => {
    const classes: Compared = { ...tuned, summary: summary('CART', 'predict'), record: recorded<JsonObject>('record-prediction') };
    const numbers: Compared = { ...classes, record: { metrics: { sample: 'Test', metrics: [{ rmse: 2 }] } } };
    expect(metricRows([classes, numbers], 'training')).toEqual([]);
    expect(metricRows([classes, numbers], 'test').map((r) => [r.name, ...r.means])).toEqual([['balanced_accuracy', 0.9733, null], ['f1', 0.9733, null], ['accuracy', 0.9733, null], ['rmse', null, 2]]);
  });

  it('are missing where the record is', () => {
    expect(metricRows([{ ...tuned, record: null }], 'test')).toEqual([]);
  });
});

describe('the best', () => {
  it('is the greatest of what is better when greater, the least of errors', () => {
    expect([...bestOf('auc', [0.7, 0.9, null])]).toEqual([1]);
    expect([...bestOf('rmse', [4, 9, 4.5])]).toEqual([0]);
    expect([...bestOf('brier_score', [0.2, 0.1])]).toEqual([1]);
  });

  it('is shared by equals, but nobody where all are equal or alone', () => {
    expect([...bestOf('f1', [0.9, 0.9, 0.1])]).toEqual([0, 1]);
    expect(bestOf('f1', [0.9, 0.9]).size).toBe(0);
    expect(bestOf('f1', [0.9, null]).size).toBe(0);
  });

  it('is not told of what has no better', () => {
    expect(betterWhen('effective_dimensionality')).toBeNull();
    expect(betterWhen('oos_relative_reconstruction_error')).toBe('lower');
    expect(bestOf('effective_dimensionality', [1, 2]).size).toBe(0);
  });

  it('is looked at by the main metric first', () => {
    expect(mainMetric(['sensitivity', 'balanced_accuracy'])).toBe('balanced_accuracy');
    expect(mainMetric(['mae', 'mse', 'rmse', 'rsq'])).toBe('rsq');
    expect(mainMetric(['odd'])).toBe('odd');
    expect(mainMetric([])).toBeNull();
  });
});

describe('importance', () => {
  it('is the mean over folds', () => {
    const columns = new Map<string, unknown[]>([
      ['variable', ['a', 'b', 'a']],
      ['fold', ['1', '1', '2']],
      ['importance', [1, 5, 3]],
    ]);
    expect(importanceOf(columns)).toEqual(new Map([['a', 2], ['b', 5]]));
    expect(importanceOf(new Map()).size).toBe(0);
  });

  it('is ranked by size without the intercept; equals share a rank, absent variables have none', () => {
    const rows = rankRows([tuned, linear]);
    expect(rows.some((r) => r.variable === '(Intercept)')).toBe(false);
    expect(rows.find((r) => r.variable === 'glu')?.ranks).toEqual([1, 1]);
    expect(rows.find((r) => r.variable === 'age')?.ranks[1]).toBe(1);
    expect(rows.find((r) => r.variable === 'wt')?.ranks).toEqual([null, 3]);
    expect(rows[0]?.variable).toBe('glu');
  });
});

describe('the chart of a metric', () => {
  it('has round ends around all values with their spread', () => {
    const scale = spreadScale([
      { mean: 0.66, sd: 0.08 },
      { mean: 0.97, sd: null },
    ]);
    expect(scale.ticks).toEqual([0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    expect(scale.at(0.5)).toBeCloseTo(0);
    expect(scale.at(1)).toBeCloseTo(1);
  });

  it('has room for values that are all the same, or none', () => {
    expect(spreadScale([{ mean: 0, sd: null }]).ticks.length).toBeGreaterThan(1);
    expect(spreadScale([]).at(0.5)).toBeCloseTo(0.5);
  });
});

describe('the comparison as a file', () => {
  it('has a row for all that is compared, with full numbers', () => {
    const jobs = [tuned, linear];
    const text = comparisonCsv({
      names: ['CART', 'GLM, "new"'],
      settings: settingRows(jobs, tableName),
      sizes: [],
      metrics: [{ part: 'test', rows: metricRows(jobs, 'test') }],
      ranks: rankRows(jobs),
      durations: [8343.7, null],
    });
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toBe('part,name,CART,"GLM, ""new"""');
    expect(lines).toContain('duration,seconds,8.3437,');
    expect(lines).toContain('test,balanced_accuracy,0.6846,');
    expect(lines).toContain('test,balanced_accuracy (sd),0.0634,');
    expect(lines).toContain('importance rank,glu,1,1');
  });
});
