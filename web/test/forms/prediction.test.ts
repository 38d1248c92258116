import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { fitnessWords, readStart, suits } from '../../src/forms/model';
import { PredictionForm } from '../../src/forms/prediction.svelte';
import { ServerError } from '../../src/wire/errors';
import type { DataEntry, JobRequest } from '../../src/wire/messages';
import type { Api } from '../../src/wire/methods';

const kfold = { type: 'KFold', n_resamples: 5 };
const requests: Record<string, JobRequest> = {
  single: { method: 'train', params: { data_handle: 'iris', algorithm: 'CART', outer_resampling_config: null } },
  resampled: { method: 'train', params: { data_handle: 'iris', algorithm: 'CART', outer_resampling_config: kfold } },
  earlier: { method: 'predict', params: { job_id: 'single', data_handle: 'wide', question: 'Which ones?' } },
  orphan: { method: 'predict', params: { job_id: 'deleted', data_handle: 'wide' } },
};

const tables: Record<string, Record<string, readonly (number | string)[]>> = {
  iris: { length: [1.5], width: [2.5], Species: ['setosa'] },
  wide: { Species: ['setosa'], more: [1.5], width: [2.5], length: [1.5] },
  unlabelled: { length: [1.5], width: [2.5] },
  narrow: { length: [1.5] },
  typed: { length: ['long'], width: [2.5] },
};
const entries = (...names: string[]): DataEntry[] => names.map((name) => ({ data_handle: name, name, rows: 1, cols: 1 }));

/** A server with these jobs and tables; what it was asked to predict. */
function server(submit: () => void = () => undefined): { api: Api; submitted: unknown[] } {
  const submitted: unknown[] = [];
  const found = <T>(of: Record<string, T>, name: unknown): T => {
    const one = of[String(name)];
    if (!one) throw new ServerError({ code: 'not_found', message: `Unknown '${String(name)}'.` });
    return one;
  };
  const answer = (method: string, params: Record<string, unknown>) => {
    switch (method) {
      case 'job.request':
        return { result: found(requests, params['job_id']), payload: null };
      case 'job.result':
        return { result: { provenance: { data_training: { column_names: ['length', 'width', 'Species'] } } }, payload: null };
      case 'data.preview': {
        const columns = found(tables, params['data_handle']);
        const names = Object.keys(columns);
        return { result: { rows: 1, columns: names.length === 1 ? names[0] : names }, payload: tableToIPC(tableFromArrays(columns), 'stream') };
      }
      default:
        submitted.push({ method, params });
        submit();
        return { result: { job_id: 'job-1', status: 'running' }, payload: null };
    }
  };
  return { api: { call: (async (method: string, params: Record<string, unknown>) => answer(method, params)) as unknown as Api['call'] }, submitted };
}

async function opened(from: string, names: string[], table = '', submit?: () => void) {
  const { api, submitted } = server(submit);
  const form = new PredictionForm(api);
  await form.open(table, from, entries(...names));
  const words = () => form.candidates(entries(...names)).map(({ table: t, fitness }) => (fitness && form.model ? [suits(fitness), fitnessWords(form.model, t.data_handle, fitness)] : null));
  return { form, submitted, words };
}

describe('a model', () => {
  it('wants the columns that its training table had before preprocessing, but for the outcome', async () => {
    const { model } = await readStart(server().api, 'single');
    expect(model).toEqual({ job: 'single', algorithm: 'CART', table: 'iris', features: new Map([['length', 'number'], ['width', 'number']]), outcome: 'Species' });
  });

  it('of resamples is not kept, and the form says so', async () => {
    const { form } = await opened('resampled', ['iris']);
    expect(form.model).toBeNull();
    expect(form.trouble).toBe('It keeps no model to predict with: only a job without outer resampling does.');
  });

  it('that was deleted cannot predict again', async () => {
    expect((await opened('orphan', ['iris'])).form.trouble).toBe("Unknown 'deleted'.");
  });
});

describe('a new prediction', () => {
  it('tells how each table suits the model', async () => {
    const { words } = await opened('single', ['iris', 'wide', 'unlabelled', 'narrow', 'typed']);
    expect(words()).toEqual([
      [true, 'The model learned from it: expect worse on new data.'],
      [true, 'It has Species: the predictions are compared with it.'],
      [true, 'Without Species: there are predictions, but nothing to compare them with.'],
      [false, 'Unsuitable: it lacks 1 column of the model: width.'],
      [false, 'Unsuitable: length has another type than the model learned from.'],
    ]);
  });

  it('is of the newest table that suits, before the one that the model learned from', async () => {
    expect((await opened('single', ['wide', 'unlabelled', 'iris', 'narrow'])).form.table).toBe('unlabelled');
    expect((await opened('single', ['iris', 'narrow'])).form.table).toBe('iris');
    expect((await opened('single', ['narrow'])).form.table).toBe('');
    expect((await opened('single', ['wide', 'unlabelled'], 'wide')).form.table).toBe('wide');
  });

  it('cannot be of a table that does not suit', async () => {
    const { form } = await opened('single', ['wide', 'narrow']);
    form.choose('narrow');
    expect(form.table).toBe('wide');
  });

  it('takes a table that came later', async () => {
    const { form } = await opened('single', ['narrow']);
    await form.assess('unlabelled');
    form.choose('unlabelled');
    expect(form.table).toBe('unlabelled');
  });

  it('is sent as it is shown', async () => {
    const { form, submitted } = await opened('single', ['wide']);
    expect(form.request.params).toEqual({ job_id: 'single', data_handle: 'wide' });
    form.question = ' Who? ';
    const shown = form.request;
    expect(await form.submit()).toEqual({ job_id: 'job-1', status: 'running' });
    expect(submitted).toEqual([shown]);
    expect(shown.params.question).toBe('Who?');
  });

  it('begins with what an earlier one had', async () => {
    const { form } = await opened('earlier', ['wide', 'unlabelled']);
    expect([form.model?.job, form.table, form.question]).toEqual(['single', 'wide', 'Which ones?']);
  });

  it('that the server refuses says why', async () => {
    const { form } = await opened('single', ['wide'], '', () => {
      throw new ServerError({ code: 'invalid_params', message: 'There is no model to predict with.' });
    });
    expect(await form.submit()).toBeNull();
    expect(form.trouble).toBe('There is no model to predict with.');
    expect(form.submitting).toBe(false);
  });
});
