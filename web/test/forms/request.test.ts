import { describe, expect, it } from 'vitest';
import { buildRequest } from '../../src/forms/request';
import { emptyState, type FormState } from '../../src/forms/state';
import { countFits } from '../../src/forms/tuning';
import { schemaFor } from './catalog';

const cart = schemaFor('train', 'CART');

function training(change: (state: FormState) => void, algorithm = 'CART'): FormState {
  const state = { ...emptyState('train'), table: 'data-1', algorithm };
  change(state);
  return state;
}

const params = (change: (state: FormState) => void) => buildRequest(training(change), cart).params;

describe('the request of a form', () => {
  it('has the table and the algorithm only while nothing else was chosen', () => {
    expect(params(() => undefined)).toEqual({ data_handle: 'data-1', algorithm: 'CART' });
  });

  it('leaves out what has its default', () => {
    expect(params((s) => (s.options = { maxdepth: '20', cp: '1e-2', minbucket: '7' }))).toEqual({
      data_handle: 'data-1',
      algorithm: 'CART',
      hyperparameters: { minbucket: 7 },
    });
  });

  it('says the type and the number of resamples', () => {
    expect(params((s) => (s.outer = { type: 'KFold', options: {} }))['outer_resampling_config']).toEqual({ type: 'KFold', n_resamples: 10 });
    expect(params((s) => (s.outer = { type: 'LOOCV', options: { n_resamples: '3' } }))['outer_resampling_config']).toEqual({ type: 'LOOCV' });
  });

  it('has only those options of a resampler that its type has', () => {
    const config = params((s) => (s.outer = { type: 'Bootstrap', options: { n_resamples: '25', train_p: '0.5', seed: '1' } }))['outer_resampling_config'];
    expect(config).toEqual({ type: 'Bootstrap', n_resamples: 25, seed: 1 });
  });

  it('has candidates in place of a value, and the search as it is by default without a word', () => {
    const request = params((s) => {
      s.options = { maxdepth: '3' };
      s.search = { maxdepth: '2, 4' };
    });
    expect(request).toEqual({ data_handle: 'data-1', algorithm: 'CART', hyperparameters: { maxdepth: { candidates: [2, 4] } } });
  });

  it('says which way a metric is better, and by which resamples', () => {
    const request = params((s) => {
      s.search = { maxdepth: '2, 4' };
      s.tuner = { inner: { type: 'KFold', options: { seed: '9' } }, metric: 'auc', randomized: '0.5' };
    });
    expect(request['tuner_config']).toEqual({
      type: 'GridSearch',
      config: { resampler_config: { type: 'KFold', n_resamples: 5, seed: 9 }, metric: 'auc', maximize: true, search_type: 'randomized', randomize_p: 0.5 },
    });
  });

  it('has no tuner where nothing is searched', () => {
    expect(params((s) => (s.tuner.metric = 'auc'))).not.toHaveProperty('tuner_config');
  });

  it('has a tuner for an algorithm that searches by itself', () => {
    const schema = schemaFor('train', 'GLMNET');
    const build = (lambda: string) =>
      buildRequest(
        training((s) => {
          s.tuner.metric = 'auc';
          if (lambda) s.options = { lambda };
        }, 'GLMNET'),
        schema,
      ).params;
    expect(build('')).toHaveProperty('tuner_config');
    expect(build('0.1')).not.toHaveProperty('tuner_config');
  });

  it('does not center when one says so, although scaling would', () => {
    expect(params((s) => (s.preprocessing = { scale: 'true', center: 'false' }))['preprocessor_config']).toEqual({ scale: true, center: false });
    expect(params((s) => (s.preprocessing = { scale: 'true' }))['preprocessor_config']).toEqual({ scale: true });
  });

  it('has the decomposition and its options', () => {
    const state = training((s) => (s.decomposition = { algorithm: 'PCA', options: { k: '4', scale: 'true' } }));
    expect(buildRequest(state, schemaFor('train', 'CART', 'PCA')).params['decomposition_config']).toEqual({ algorithm: 'PCA', config: { k: 4 } });
  });

  it('has who weighs, which class is positive, what is asked, and the seed', () => {
    const request = params((s) => {
      Object.assign(s, { weights: 'w', positiveClass: 'Yes', question: '  Why? ', engine: 'native' });
      s.execution = { seed: '42' };
    });
    expect(request).toEqual({
      data_handle: 'data-1',
      algorithm: 'CART',
      weights: 'w',
      positive_class: 'Yes',
      question: 'Why?',
      engine: 'native',
      execution_config: { seed: 42 },
    });
  });

  it('of an unsupervised job has its options and features', () => {
    const state = { ...emptyState('cluster'), table: 'data-1', algorithm: 'KMeans', options: { k: '4' }, features: ['a', 'b'] };
    const request = buildRequest(state, schemaFor('cluster', 'KMeans'));
    expect(request).toEqual({ method: 'cluster', params: { data_handle: 'data-1', algorithm: 'KMeans', config: { k: 4 }, features: ['a', 'b'] }, problems: [] });
  });
});

describe('the problems of a form', () => {
  it('name the field, and what is wrong is not sent', () => {
    const built = buildRequest(
      training((s) => {
        s.options = { cp: 'much', minbucket: '3' };
        s.search = { maxdepth: '2' };
        s.outer = { type: 'KFold', options: { n_resamples: '2.5' } };
        s.tuner.randomized = '2';
      }),
      cart,
    );
    expect(built.params['hyperparameters']).toEqual({ minbucket: 3 });
    expect(built.problems.map((p) => [p.field, p.text])).toEqual([
      ['options.cp', 'must be a number'],
      ['search.maxdepth', 'needs at least two values'],
      ['outer.n_resamples', 'must be a whole number'],
      ['tuner.randomized', 'must be more than 0 and less than 1'],
    ]);
  });

  it('are a table, an algorithm and columns that are missing', () => {
    const built = buildRequest({ ...emptyState('decomp'), features: [] }, schemaFor('decomp', 'PCA'));
    expect(built.problems.map((p) => p.field)).toEqual(['table', 'algorithm', 'features']);
  });

  it('are not told of options that a chosen resampler does not have', () => {
    expect(buildRequest(training((s) => (s.outer = { type: 'LOOCV', options: { train_p: 'x' } })), cart).problems).toEqual([]);
  });
});

describe('the number of fits', () => {
  const count = (change: (state: FormState) => void, rows: number | null = null) => countFits(training(change), cart, rows);

  it('is one without resampling', () => {
    expect(count(() => undefined)?.total).toBe(1);
  });

  it('is one a fold', () => {
    expect(count((s) => (s.outer = { type: 'KFold', options: { n_resamples: '5' } }))?.total).toBe(5);
    expect(count((s) => (s.outer = { type: 'LOOCV', options: {} }), 32)?.total).toBe(32);
    expect(count((s) => (s.outer = { type: 'LOOCV', options: {} }))).toBeNull();
  });

  it('is combinations by inner by outer, and the final fit of each outer fold', () => {
    const counted = count((s) => {
      s.search = { maxdepth: '1:4', cp: '0.1, 0.2, 0.3' };
      s.outer = { type: 'KFold', options: { n_resamples: '3' } };
    });
    expect(counted).toEqual({ combinations: 12, inner: 5, outer: 3, total: 183 });
  });

  it('is unknown while candidates are being typed', () => {
    expect(count((s) => (s.search = { maxdepth: '1,' }))).toBeNull();
  });
});
