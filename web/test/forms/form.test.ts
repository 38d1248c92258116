import { describe, expect, it } from 'vitest';
import { JobForm } from '../../src/forms/form.svelte';
import { Catalog } from '../../src/state/catalog';
import { ServerError } from '../../src/wire/errors';
import type { ColumnInfo, JobRequest } from '../../src/wire/messages';
import type { Api } from '../../src/wire/methods';
import { catalog } from './catalog';

const column = (name: string, type: ColumnInfo['type'], unique = 30): ColumnInfo => ({ name, type, n_missing: 0, n_unique: unique, summary: null });
const tables: Record<string, ColumnInfo[]> = {
  iris: [column('length', 'double'), column('width', 'double'), column('Species', 'factor', 3)],
  mtcars: [column('cyl', 'integer'), column('mpg', 'double')],
};

interface Submitted {
  method: string;
  params: unknown;
}

/** A server of rtemis's recorded catalogue; `submit` answers a job. */
function server(options: { request?: JobRequest; submit?: () => never } = {}): { api: Api; submitted: Submitted[] } {
  const submitted: Submitted[] = [];
  const entries = (names: string[]) => ({ algorithms: names.map((name) => ({ name, description: name, supports_classification: true, supports_regression: true, applicable: true })) });
  const answer = (method: string, params: Record<string, unknown>): unknown => {
    const name = String(params['name']);
    switch (method) {
      case 'algorithms':
        return entries(params['engine'] === 'r' ? ['CART', 'GLMNET'] : ['GLM', 'CART', 'GLMNET']);
      case 'decomp.algorithms':
        return entries(['PCA']);
      case 'cluster.algorithms':
        return entries(['KMeans']);
      case 'algorithm.describe':
        return { name, description: '', hyperparameters: catalog.train[name]?.filter((p) => params['engine'] !== 'r' || p.name !== 'minsplit') };
      case 'decomp.algorithm.describe':
        return { name, description: '', hyperparameters: catalog.decomp[name] };
      case 'cluster.algorithm.describe':
        return { name, description: '', hyperparameters: catalog.cluster[name] };
      case 'resampler.describe':
        return { parameters: catalog.resampler };
      case 'preprocessor.describe':
        return { parameters: catalog.preprocessor };
      case 'info':
        return { engines: [] };
      case 'job.request':
        return options.request;
      case 'data.describe': {
        const columns = tables[String(params['data_handle'])];
        if (!columns) throw new ServerError({ code: 'not_found', message: 'There is no such table.' });
        return { rows: 30, cols: columns.length, columns };
      }
      default:
        submitted.push({ method, params });
        options.submit?.();
        return { job_id: 'job-1', status: 'running' };
    }
  };
  const call = (async (method: string, params: Record<string, unknown>) => ({ result: answer(method, params), payload: null })) as unknown as Api['call'];
  return { api: { call }, submitted };
}

async function opened(type: 'train' | 'decomp' | 'cluster', table: string, from = '', options: Parameters<typeof server>[0] = {}) {
  const { api, submitted } = server(options);
  const form = new JobForm(api, new Catalog(api), type);
  await form.open(table, from);
  return { form, submitted };
}

describe('a new job', () => {
  it('can be sent as soon as it is there, and is tested on cases that it has not seen', async () => {
    const { form, submitted } = await opened('train', 'iris');
    expect(form.task?.words).toBe('Classification of Species (3 classes)');
    expect(await form.submit()).toEqual({ job_id: 'job-1', status: 'running' });
    expect(submitted).toEqual([
      { method: 'train', params: { data_handle: 'iris', algorithm: 'CART', outer_resampling_config: { type: 'KFold', n_resamples: 10 } } },
    ]);
  });

  it('of clusters takes the numeric columns', async () => {
    const { form, submitted } = await opened('cluster', 'iris');
    await form.submit();
    expect(submitted).toEqual([{ method: 'cluster', params: { data_handle: 'iris', algorithm: 'KMeans', features: ['length', 'width'] } }]);
  });

  it('names no columns where all are taken', async () => {
    const { form } = await opened('decomp', 'mtcars');
    expect(form.built.params).toEqual({ data_handle: 'mtcars', algorithm: 'PCA' });
  });

  it('leaves an algorithm that another table does not suit', async () => {
    const { form } = await opened('train', 'mtcars');
    await form.chooseAlgorithm('GLM');
    await form.chooseTable('iris');
    expect(form.state.algorithm).toBe('CART');
  });

  it('forgets the options of the algorithm before, not how it is validated', async () => {
    const { form } = await opened('train', 'mtcars');
    form.type('options', 'maxdepth', '3');
    form.chooseResampler('outer', 'Bootstrap');
    await form.chooseAlgorithm('GLMNET');
    expect(form.built.params).toEqual({ data_handle: 'mtcars', algorithm: 'GLMNET', outer_resampling_config: { type: 'Bootstrap', n_resamples: 10 } });
  });

  it('of another engine has what that one offers, and keeps what it has too', async () => {
    const { form, submitted } = await opened('train', 'mtcars');
    await form.chooseAlgorithm('CART');
    form.type('options', 'maxdepth', '3');
    form.type('options', 'minsplit', '4');
    await form.chooseEngine('r');
    expect(form.entries.map((e) => e.name)).toEqual(['CART', 'GLMNET']);
    await form.submit();
    expect(submitted[0]?.params).toMatchObject({ engine: 'r', algorithm: 'CART', hyperparameters: { maxdepth: 3 } });
    await form.chooseEngine('');
    await form.chooseAlgorithm('GLM');
    await form.chooseEngine('r');
    expect(['CART', 'GLMNET']).toContain(form.state.algorithm);
  });

  it('with a problem is not sent', async () => {
    const { form, submitted } = await opened('train', 'iris');
    form.type('options', 'maxdepth', 'deep');
    expect(form.problems.get('options.maxdepth')).toBe('Maximum depth must be a whole number.');
    expect(await form.submit()).toBeNull();
    expect(submitted).toEqual([]);
  });

  it('that the server refuses says so at the field until that is changed', async () => {
    const submit = (): never => {
      throw new ServerError({ code: 'invalid_params', message: 'Could not build training config: <rtemis::CARTHyperparameters> object properties are invalid:\n- @maxdepth must be <= 30.' });
    };
    const { form } = await opened('train', 'iris', '', { submit });
    form.type('options', 'maxdepth', '50');
    expect(await form.submit()).toBeNull();
    expect(form.problems.get('options.maxdepth')).toBe('Maximum depth must be <= 30.');
    form.type('options', 'cp', '0.1');
    expect(form.problems.has('options.maxdepth')).toBe(true);
    form.type('options', 'maxdepth', '5');
    expect(form.problems.has('options.maxdepth')).toBe(false);
  });

  const request: JobRequest = { method: 'train', params: { data_handle: 'iris', algorithm: 'CART', hyperparameters: { maxdepth: 4 }, verbosity: 2 } };

  it('from an earlier one asks for the same, until what has no field is left out', async () => {
    const { form } = await opened('train', '', 'job-0', { request });
    expect(form.built.params).toEqual(request.params);
    expect(form.keptNames).toEqual(['verbosity']);
    form.dropKept();
    expect(form.built.params).not.toHaveProperty('verbosity');
  });

  it('from an earlier one whose table is gone asks for another', async () => {
    const gone = { ...request, params: { ...request.params, data_handle: 'gone' } };
    const { form } = await opened('train', '', 'job-0', { request: gone });
    expect(form.trouble).toBe('There is no such table.');
    expect(form.built.problems.map((p) => p.field)).toEqual(['table']);
    await form.chooseTable('iris');
    expect(form.trouble).toBe('');
    expect(form.built.params).toEqual(request.params);
  });
});
