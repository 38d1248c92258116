import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/format/json';
import { unavailableOf } from '../../src/format/json-slice';
import { readRecord, searchRecord, type Entry, type RecordSection } from '../../src/jobs/record';
import { recorded } from './data';

const tuned = readRecord(recorded<JsonObject>('record-tuned'));

function section(sections: RecordSection[], id: string): Entry[] {
  const found = sections.find((s) => s.id === id);
  if (!found) throw new Error(`There is no section ${id}.`);
  return found.entries;
}

function group(entries: readonly Entry[], name: string): Entry[] {
  const found = entries.find((e) => e.name === name);
  if (found?.entry !== 'group') throw new Error(`There is no group ${name}.`);
  return found.entries;
}

describe('the record of a tuned, resampled run', () => {
  it('has its parts in the order in which a reader asks', () => {
    expect(tuned.map((s) => s.id)).toEqual(['run', 'settings', 'data', 'preprocessing', 'decomposition', 'resampling', 'tuning', 'execution', 'metrics', 'folds', 'provenance']);
  });

  it('names what was set first, with its origin, and keeps the defaults together', () => {
    const settings = section(tuned, 'settings');
    expect(settings[0]).toEqual({ entry: 'value', name: 'maxdepth', label: 'maxdepth', text: 'candidates 1, 2, 3, 5', origin: 'user' });
    const defaults = group(settings, 'defaults');
    expect(defaults).toHaveLength(13);
    expect(defaults).toContainEqual({ entry: 'value', name: 'cp', label: 'cp', text: '0.01', origin: 'default' });
  });

  it('tells the data with its hash', () => {
    expect(section(tuned, 'data')).toMatchObject([
      { name: 'n_rows', text: '200' },
      { name: 'n_cols', text: '8' },
      { name: 'column_names', text: 'npreg, glu, bp, skin, bmi, ped, age, type' },
      { name: 'hash', label: 'Hash (sha256, r-serialize-v3)', text: 'ccfbe962aee19828c4fab5a088be082acb9d57ec186f0777ab9fde90037955c2' },
    ]);
  });

  it('has metrics as mean and spread by part of the data', () => {
    const [table] = section(tuned, 'metrics');
    expect(table).toMatchObject({ entry: 'table', columns: ['Metric', 'Training', 'Test'] });
    if (table?.entry !== 'table') throw new Error('It is no table.');
    expect(table.rows).toContainEqual(['Balanced accuracy', '0.7749 ± 0.0668', '0.6846 ± 0.0634']);
  });

  it('has what tuning chose in each fold', () => {
    const folds = section(tuned, 'folds');
    expect(folds.map((f) => f.label)).toEqual(['Fold 1', 'Fold 2', 'Fold 3']);
    const first = group(folds, 'fold_1');
    expect(group(first, 'hyperparameters')[0]).toEqual({ entry: 'value', name: 'maxdepth', label: 'maxdepth', text: '3', origin: 'tuned' });
    const tuning = group(first, 'tuning');
    expect(group(tuning, 'best')).toMatchObject([{ name: 'maxdepth', text: '3' }]);
    expect(tuning.find((e) => e.name === 'validation')).toMatchObject({ entry: 'table', rows: expect.arrayContaining([expect.arrayContaining(['0.6631'])]) as unknown });
  });

  it('says how long it took, and leaves the data to its own part', () => {
    const provenance = section(tuned, 'provenance');
    expect(provenance).toContainEqual({ entry: 'value', name: 'elapsed_seconds', label: 'Elapsed', text: '8.3 s' });
    expect(provenance.some((e) => e.name === 'data_training')).toBe(false);
  });

  it('is found by names and by values', () => {
    expect(searchRecord(tuned, '  ')).toHaveLength(tuned.length);
    expect(searchRecord(tuned, 'ccfbe9').map((s) => s.id)).toEqual(['data']);
    expect(searchRecord(tuned, 'minbucket').map((s) => s.id)).toEqual(['settings', 'folds']);
    expect(searchRecord(tuned, 'no such thing')).toEqual([]);
    const [settings] = searchRecord(tuned, 'minbucket');
    expect(group(settings?.entries ?? [], 'defaults').map((e) => e.name)).toEqual(['minbucket']);
  });
});

describe('the record of other runs', () => {
  it('of a regression has its metrics', () => {
    const [table] = section(readRecord(recorded<JsonObject>('record-regression')), 'metrics');
    expect(table).toMatchObject({ rows: [['Mean absolute error', '1.577 ± 0.2492', '3.239 ± 1.446'], expect.anything(), expect.anything(), expect.anything()] });
  });

  it('of a decomposition has its settings and no folds', () => {
    const sections = readRecord(recorded<JsonObject>('record-pca'));
    expect(sections.map((s) => s.id)).toEqual(['run', 'settings', 'data', 'metrics', 'provenance']);
    expect(section(sections, 'settings').map((e) => e.name)).toEqual(['k', 'center', 'scale', 'tol']);
    expect(section(sections, 'metrics')).toMatchObject([{ entry: 'table' }]);
  });

  it('of a clustering names its algorithm and k', () => {
    const sections = readRecord(recorded<JsonObject>('record-kmeans'));
    expect(section(sections, 'run')[0]).toMatchObject({ text: 'KMeans' });
    expect(section(sections, 'settings')[0]).toMatchObject({ name: 'k', text: '3' });
  });

  it('of a prediction names the job of its model and has its metrics, and no settings', () => {
    const sections = readRecord(recorded<JsonObject>('record-prediction'));
    expect(sections.map((s) => s.id)).toEqual(['run', 'data', 'metrics', 'provenance']);
    expect(section(sections, 'run')[0]).toMatchObject({ label: 'Job of the model', text: 'job-1' });
    expect(section(sections, 'metrics').map((e) => [e.entry, e.label])).toEqual([['table', 'Overall'], ['table', 'By class'], ['table', 'Confusion matrix']]);
  });

  it('of a prediction without the outcome has no metrics', () => {
    expect(section(readRecord({ job_id: 'job-1', algorithm: 'CART', metrics: null }), 'metrics')).toEqual([]);
  });

  it('of nothing at all is still read', () => {
    expect(readRecord({}).every((s) => s.entries.length <= 1)).toBe(true);
  });
});

describe('a record that is not available', () => {
  it('is told in words', () => {
    expect(unavailableOf({ available: false, reason: 'too_large', bytes: 3_145_728 }).words).toMatch(/too large.*3 MB/);
    expect(unavailableOf({ available: false, reason: 'not_kept' }).words).toMatch(/not kept/);
    expect(unavailableOf({ available: false }).words).toBe('It is not available.');
  });
});
