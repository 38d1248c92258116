import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/report/document';
import { dateText, factsOf } from '../../src/report/facts';
import { ReportPlace } from '../../src/report/report-place';
import { cutWords, sectionsOf, unprintedWords } from '../../src/report/sections';
import { readInfo } from '../../src/results/info';
import { Input } from '../../src/results/input';
import { Job } from '../../src/state/job.svelte';
import type { JobType } from '../../src/wire/messages';
import { carried, empty, factor, report } from './data';

const job = (type: JobType, more = {}) => ({ ...report().job, type, ...more });

describe("a report's data", () => {
  test('are read from their element', () => {
    expect(readReport(JSON.stringify(report())).job.algorithm).toBe('CART');
  });

  test('that are none, or of a later page, are refused in words', () => {
    expect(() => readReport('  ')).toThrow('has no data');
    expect(() => readReport('[1]')).toThrow('damaged');
    expect(() => readReport(JSON.stringify(report({ format: 2 })))).toThrow('format 2');
  });

  test('may have any names', async () => {
    const told = readReport('{"format":1,"job":{},"tables":{"__proto__":null},"documents":{"__proto__":{"x":1}}}');
    expect(Object.keys(told.documents)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('results in a report', () => {
  const told = report({
    documents: { summary: { description: 'd' }, record: { available: false, reason: 'too_large', bytes: 5_000_000 }, metrics: {} },
    tables: {
      predictions: carried({ split: factor(['test', 'test']), predicted: factor(['a', 'b']) }, { rows: 9, kept: 2, taken: 'even' }),
      roc: empty,
      varimp: carried({ variable: factor(['x']), importance: Float64Array.of(1) }),
      session: carried({ label: factor(['Train']) }, { extra: { colors: { train: '#808080' } } }),
    },
  });
  const { source } = new ReportPlace(told).results();

  test('come as from a server', async () => {
    expect(await source.document('summary')).toEqual({ document: { description: 'd' } });
    expect(await source.document('record')).toMatchObject({ unavailable: { reason: 'too_large' } });
    await expect(source.document('raw')).rejects.toThrow('this report has no raw');
    expect(await source.table('predictions', { limit: 0 })).toEqual({ stream: null, total: 2, columns: ['split', 'predicted'], colors: {} });
    expect((await source.table('session', {})).colors).toEqual({ train: '#808080' });
    expect(await source.table('loadings', {})).toMatchObject({ total: 0, columns: [] });
    expect(await source.window('loadings', {})).toMatchObject({ rows: 0 });
  });

  test('make the sections that there is something for', async () => {
    const info = await readInfo(new ReportPlace(told).results(), 'train');
    expect(sectionsOf(info, told).map((s) => s.id)).toEqual(['overview', 'predictions', 'importance', 'timeline', 'record']);
  });

  test('say what is not printed', () => {
    expect(unprintedWords('predictions', told)).toBe('The table of its 2 rows is not printed.');
    expect(unprintedWords('metrics', told)).toBeNull();
  });

  test('say what was cut', () => {
    expect(cutWords('predictions', told)).toBe('This report has 2 of 9 rows, taken at equal distances.');
    expect(cutWords('importance', told)).toBeNull();
    expect(cutWords('record', told)).toBeNull();
    const first = report({ tables: { session: carried({ a: Float64Array.of(1) }, { rows: 3000, taken: 'first' }) } });
    expect(cutWords('timeline', first)).toBe('This report has the first 1 of 3,000 rows.');
  });
});

describe('a report of clusters', () => {
  const assignments = carried({ cluster: Int32Array.of(1, 2) });
  const clustering = (input: typeof assignments | null) => report({ job: job('cluster'), documents: { record: {} }, tables: { assignments }, input });
  const told = async (of: ReturnType<typeof clustering>) => sectionsOf(await readInfo(new ReportPlace(of).results(), 'cluster'), of).map((s) => s.id);

  test('shows the points where it has the table', async () => {
    const of = clustering(carried({ x: Float64Array.of(1, 2) }));
    expect(await told(of)).toEqual(['overview', 'scatter', 'sizes', 'table', 'record']);
    expect(new ReportPlace(of).input(new Job(of.job), 2)).toBeInstanceOf(Input);
  });

  test('goes without them where it has not', async () => {
    expect(await told(clustering(null))).toEqual(['overview', 'sizes', 'table', 'record']);
    expect(new ReportPlace(clustering(null)).input(new Job(job('cluster')), 2)).toMatch('written without the table');
    expect(new ReportPlace(clustering(carried({ x: Float64Array.of(1) }))).input(new Job(job('cluster')), 2)).toMatch('written without the table');
  });
});

describe('the model of a prediction', () => {
  const place = new ReportPlace(report({ job: job('predict', { data_handle: 'd' }), model: job('train', { job_id: 'm', data_handle: 'd' }) }));

  test('is named, but leads nowhere', () => {
    expect(place.model(new Job(job('predict', { data_handle: 'd' })), 'm')).toEqual({ title: 'CART on iris', href: null, sameTable: true });
    expect(place.model(new Job(job('predict')), 'other')).toBeNull();
  });
});

describe('the facts above a report', () => {
  const record = {
    provenance: { engine: 'native', engine_version: '0.1.0', rtemis_version: '1.3.7', data_training: { n_rows: 150, n_cols: 5, column_names: ['a', 'Species'] } },
    outer_resampling_config: { seed: 1 },
    execution_config: { seed: 2 },
  };
  const texts = (facts: ReturnType<typeof factsOf>) => facts.map((f) => [f.term, f.text, f.more].filter(Boolean).join('|'));

  test('say on what, when and by what it was made', () => {
    expect(texts(factsOf(report().job, record, null))).toEqual([
      'Task|Supervised learning', 'Table|iris|150 × 5', 'Outcome|Species', `Finished|${dateText('2026-11-28T09:00:12Z')}`, 'Took|12 s', 'Seed|1 (resampling)|2 (run)', 'Engine|native 0.1.0|rtemis 1.3.7',
    ]);
  });

  test('leave out what is not known', () => {
    const unknown = job('cluster', { completed_at: null, engine: undefined, data_name: undefined });
    expect(texts(factsOf(unknown, null, null))).toEqual(['Task|Clustering']);
  });

  test('have the version of R where R ran it, and the outcome of a prediction', () => {
    const made = { provenance: { rtemis_version: '1.3.7', r_version: 'R version 4.2.2 Patched (2022-11-10 r83330)' } };
    const facts = factsOf(job('predict', { engine: 'r' }), made, { outcome: 'mpg' });
    expect(facts.find((f) => f.term === 'Outcome')?.text).toBe('mpg');
    expect(facts.find((f) => f.term === 'Engine')).toMatchObject({ text: 'r', more: 'rtemis 1.3.7, R 4.2.2' });
  });
});
