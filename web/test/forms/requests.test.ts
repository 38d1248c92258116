import { describe, expect, it } from 'vitest';
import { buildRequest } from '../../src/forms/request';
import { algorithmsOf, restoreState } from '../../src/forms/restore';
import type { Json } from '../../src/forms/state';
import type { JobRequest, JsonValue, LearningType, ParameterInfo } from '../../src/wire/messages';
import { catalog, schemaFor } from './catalog';
import golden from './requests.json';

const requests = Object.entries(golden as Record<string, JobRequest<LearningType>>);

// What two requests that mean the same have in common: no defaults, no empty parts, one name for the options of an unsupervised job.
function meaning({ method, params }: JobRequest<LearningType>): Json {
  const { hyperparameters, config, ...rest } = params;
  const options = (config ?? hyperparameters ?? {}) as Json;
  const infos = catalog[method][String(params['algorithm'])] ?? [];
  const found: Json = { ...rest, options: differing(options, infos) };
  for (const [name, part] of [
    ['preprocessor_config', catalog.preprocessor.filter((p) => p.name !== 'center')],
    ['outer_resampling_config', catalog.resampler.filter((p) => p.name === 'train_p' || p.name === 'strat_n_bins')],
  ] as const)
    if (name in rest) found[name] = differing(rest[name] as Json, part);
  const decomposition = rest['decomposition_config'] as Json | undefined;
  if (decomposition) {
    const own = differing((decomposition['config'] ?? {}) as Json, catalog.decomp[String(decomposition['algorithm'])] ?? []);
    found['decomposition_config'] = { ...decomposition, config: own };
  }
  return Object.fromEntries(Object.entries(found).filter(([, v]) => v !== null && JSON.stringify(v) !== '{}'));
}

function differing(given: Json, infos: readonly ParameterInfo[]): Json {
  return Object.fromEntries(Object.entries(given).filter(([name, value]) => JSON.stringify(infos.find((i) => i.name === name)?.default) !== JSON.stringify(value)));
}

describe('a request of rtemis', () => {
  it.each(requests)('%s comes back from the form that it fills', (_, request) => {
    const { algorithm, decomposition } = algorithmsOf(request);
    const schema = schemaFor(request.method, algorithm, decomposition);
    const given = { method: request.method, params: { data_handle: 'data-1', ...request.params } };
    const built = buildRequest(restoreState(given, schema), schema);
    expect(built.problems).toEqual([]);
    expect(meaning(built)).toEqual(meaning(given));
  });
});

describe('what the form has no field for', () => {
  const roundTrip = (method: 'train' | 'cluster', params: Json): Json => {
    const schema = schemaFor(method, String(params['algorithm']));
    return buildRequest(restoreState({ method, params: { data_handle: 'data-1', ...params } }, schema), schema).params;
  };

  it.each<[string, Json]>([
    ['a member of the request', { verbosity: 2 }],
    ['a comment', { $schema: 'https://rtemis.org/schema.json' }],
    ['an unknown hyperparameter', { hyperparameters: { nope: 1, cp: 0.5 } }],
    ['a value of the wrong type', { hyperparameters: { cp: { a: 1 } } }],
    ['how workers are used', { execution_config: { backend: 'none', n_workers: 4, seed: 3 } }],
    ['an unknown resampler', { outer_resampling_config: { type: 'Nope', n_resamples: 3 } }],
    ['a metric whose direction is the other one', { hyperparameters: { cp: { candidates: [0.1, 0.2] } }, tuner_config: tuner({ metric: 'auc' }) }],
    ['how results of a search are combined', { hyperparameters: { cp: { candidates: [0.1, 0.2] } }, tuner_config: tuner({ metrics_aggregate_fn: 'median' }) }],
    ['the columns that a decomposition takes', { decomposition_config: { algorithm: 'PCA', features: ['a', 'b'] } }],
  ])('is sent along: %s', (_, part) => {
    expect(roundTrip('train', { algorithm: 'CART', ...part })).toEqual({ data_handle: 'data-1', algorithm: 'CART', ...part });
  });

  it('is not what a record has nested', () => {
    const params = roundTrip('train', { algorithm: 'CART', hyperparameters: { algorithm: 'CART', hyperparameters: { maxdepth: 3 } } });
    expect(params['hyperparameters']).toEqual({ maxdepth: 3 });
  });

  it('takes a metric and its direction into its own field where they agree', () => {
    const schema = schemaFor('train', 'CART');
    const state = restoreState({ method: 'train', params: { algorithm: 'CART', tuner_config: tuner({ metric: 'auc', maximize: true }) } }, schema);
    expect(state.tuner.metric).toBe('auc');
    expect(state.kept.tuner).toEqual({});
  });
});

function tuner(config: Json): JsonValue {
  return { type: 'GridSearch', config: { resampler_config: { type: 'KFold', n_resamples: 5 }, ...config } };
}
