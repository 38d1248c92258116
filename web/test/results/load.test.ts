import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { numbers } from '../../src/results/columns';
import { readInfo, tabsOf } from '../../src/results/info';
import { colorBy, coloring, firstColoring, Input } from '../../src/results/input';
import { Results } from '../../src/results/load';
import { metricsCsv } from '../../src/results/metrics-file';
import { readMetrics } from '../../src/results/metrics';
import { ServerResult, ServerTable } from '../../src/results/server-source';
import type { ColumnInfo, JobType } from '../../src/wire/messages';
import type { Api, MethodName, ParamsOf, Reply } from '../../src/wire/methods';
import { recorded } from './data';

interface Asked {
  method: string;
  params: { slice?: string; offset?: number; limit?: number; columns?: string[] };
}

/** A server with the given documents, and tables of numbers from 0. */
function server(documents: Record<string, unknown>, tables: Record<string, { rows: number; columns: string[] }>, log: Asked[] = []): Api {
  const answer = (method: string, params: Asked['params']) => {
    log.push({ method, params });
    const slice = method === 'data.preview' ? 'input' : (params.slice ?? '');
    const table = tables[slice];
    if (!table) {
      if (!(slice in documents)) throw new Error(`no ${slice}`);
      return { result: documents[slice], payload: null };
    }
    const { offset = 0, limit = table.rows } = params;
    const rows = Math.max(0, Math.min(limit, table.rows - offset));
    const columns = params.columns ?? table.columns;
    const result = { rows, cols: columns.length, columns: columns.length === 1 ? columns[0] : columns, total_rows: table.rows, format: 'arrow-ipc' };
    if (rows === 0) return { result, payload: null };
    const cells = Float64Array.from({ length: rows }, (_, i) => offset + i);
    return { result, payload: tableToIPC(tableFromArrays(Object.fromEntries(columns.map((c) => [c, cells]))), 'stream') };
  };
  return { call: <M extends MethodName>(method: M, params: ParamsOf<M>) => new Promise<Reply<M>>((resolve) => resolve(answer(method, params as Asked['params']) as Reply<M>)) };
}

const resultsOf = (api: Api): Results => new Results(new ServerResult(api, 'j'));

const none = { rows: 0, columns: [] };

describe('results', () => {
  test('are asked for once', async () => {
    const log: Asked[] = [];
    const results = resultsOf(server({ record: { a: 1 } }, { assignments: { rows: 10, columns: ['cluster'] } }, log));
    await Promise.all([results.document('record'), results.document('record'), results.sample('assignments'), results.sample('assignments')]);
    expect(log.map((l) => l.params.slice)).toEqual(['record', 'assignments', 'assignments']);
  });

  test('are asked for again after a failure', async () => {
    const documents: Record<string, unknown> = {};
    const results = resultsOf(server(documents, {}));
    await expect(results.document('summary')).rejects.toThrow('no summary');
    documents['summary'] = { description: 'x' };
    expect(await results.document('summary')).toEqual({ description: 'x' });
  });

  test('that are too large to be told are null', async () => {
    expect(await resultsOf(server({ summary: { available: false, reason: 'too_large', bytes: 9 } }, {})).document('summary')).toBeNull();
  });

  test('of a million rows are never read whole', async () => {
    const log: Asked[] = [];
    const sample = await resultsOf(server({}, { predictions: { rows: 1_000_000, columns: ['actual'] } }, log)).sample('predictions');
    expect(sample).toMatchObject({ rows: 20_000, total: 1_000_000 });
    expect(log.reduce((sum, l) => sum + (l.params.limit ?? Infinity), 0)).toBe(20_000);
    expect(numbers(sample.columns, 'actual').at(-1)).toBe(999_999);
  });

  test('and the columns of their table are read at the same places', async () => {
    const api = server({}, { transformed: { rows: 50_000, columns: ['PC1'] }, input: { rows: 50_000, columns: ['x', 'y'] } });
    const scores = await resultsOf(api).sample('transformed', 400);
    const columns = await new Input(new ServerTable(api, 'data'), { rows: 50_000, cols: 2 }).sample(['y'], 400);
    expect(numbers(columns.columns, 'y')).toEqual(numbers(scores.columns, 'PC1'));
    expect([...columns.columns.keys()]).toEqual(['y']);
  });
});

describe('the tabs', () => {
  const ids = async (documents: Record<string, unknown>, tables: Record<string, { rows: number; columns: string[] }>, type: JobType) =>
    tabsOf(await readInfo(resultsOf(server(documents, tables)), type)).map((t) => t.id);

  test('of a tuned classification', async () => {
    const pima = recorded('cart-pima-grid');
    const tables = { predictions: { rows: 200, columns: ['split', 'actual', 'predicted', 'prob_Yes'] }, roc: { rows: 3, columns: ['split'] }, varimp: { rows: 6, columns: ['variable'] } };
    expect(await ids({ metrics: pima.document('metrics'), record: pima.document('record') }, tables, 'train')).toEqual([
      'overview', 'metrics', 'confusion', 'roc', 'predictions', 'importance', 'tuning',
    ]);
  });

  test('of a regression without importance', async () => {
    const tables = { predictions: { rows: 32, columns: ['split', 'actual', 'predicted'] }, roc: none, varimp: none };
    const metrics = { training: recorded('metrics-glm-mtcars-kfold5').document('training') };
    expect(await ids({ metrics, record: {} }, tables, 'train')).toEqual(['overview', 'metrics', 'predictions']);
  });

  test('of a prediction are those of a training, as far as the outcome is known', async () => {
    const predictions = { rows: 150, columns: ['actual', 'predicted', 'prob_a', 'prob_b'] };
    const metrics = { test: recorded('cart-iris').document('metrics')['training'] };
    const documents = { summary: { job_id: 'job-1', metrics_test: {} }, metrics, record: {} };
    expect(await ids(documents, { predictions, roc: { rows: 3, columns: ['split'] } }, 'predict')).toEqual(['overview', 'metrics', 'confusion', 'roc', 'predictions']);
    const unknown = { rows: 150, columns: ['predicted', 'prob_a', 'prob_b'] };
    // There is no slice `metrics` to ask for.
    expect(await ids({ summary: { job_id: 'job-1' }, record: {} }, { predictions: unknown, roc: none }, 'predict')).toEqual(['overview', 'predictions']);
  });

  test('of a decomposition without loadings', async () => {
    expect(await ids({ record: { metrics: recorded('pca-iris').document('metrics') } }, { transformed: { rows: 9, columns: ['a', 'b'] }, loadings: none }, 'decomp')).toEqual(['scatter', 'scree', 'table', 'metrics']);
    expect(await ids({ record: {} }, { transformed: { rows: 9, columns: ['a'] }, loadings: none }, 'decomp')).toEqual(['scree', 'table']);
  });

  test('of a clustering', async () => {
    expect(await ids({ record: {} }, { assignments: { rows: 9, columns: ['cluster'] } }, 'cluster')).toEqual(['scatter', 'sizes', 'table']);
  });
});

describe('colours', () => {
  const column = (name: string, type: ColumnInfo['type'], n_unique: number): ColumnInfo => ({ name, type, n_unique, n_missing: 0, summary: null });

  test('are of groups where values are few, else on a scale', () => {
    expect(coloring(column('a', 'factor', 3))).toBe('groups');
    expect(coloring(column('a', 'integer', 4))).toBe('groups');
    expect(coloring(column('a', 'integer', 400))).toBe('numbers');
    expect(coloring(column('a', 'double', 400))).toBe('numbers');
    expect(coloring(column('a', 'date', 4))).toBeNull();
  });

  test('are at first of a factor that did not go into the result', () => {
    const columns = [column('x', 'double', 9), column('used', 'factor', 2), column('outcome', 'factor', 3), column('id', 'factor', 900)];
    expect(firstColoring(columns, ['x', 'used'])).toBe('outcome');
    expect(firstColoring(columns.slice(0, 1), [])).toBeNull();
  });

  test('have numbered groups in their order and what is missing as the rest', () => {
    const sample = { columns: new Map([['g', ['10', '9', null]]]), spans: [], rows: 3, total: 3 };
    expect(colorBy(column('g', 'factor', 2), sample)).toEqual({ kind: 'groups', name: 'g', values: ['10', '9', 'missing'], levels: ['9', '10', 'missing'], rest: 'missing' });
  });
});

test('all metrics are written one a line', () => {
  const lines = metricsCsv(readMetrics(recorded('cart-iris').document('metrics'))).trim().split('\r\n');
  expect(lines[0]).toBe('split,resample,class,metric,value,sd');
  expect(lines).toContain('training,,,balanced_accuracy,0.9733,');
  expect(lines).toContain('training,,setosa,f1,1,');
  expect(lines).toHaveLength(1 + 3 + 3 * 6);
});
