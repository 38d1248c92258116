import { describe, expect, it } from 'vitest';
import { readRefusal } from '../../src/forms/refusal';
import { emptyState, type FormState } from '../../src/forms/state';
import { schemaFor } from './catalog';

const schema = schemaFor('train', 'CART');
const refused = (message: string, change: (state: FormState) => void = () => undefined) => {
  const state = { ...emptyState('train'), algorithm: 'CART' };
  state.outer.type = 'KFold';
  change(state);
  return readRefusal(`Could not build training config: ${message}`, state, schema);
};

describe('a refusal', () => {
  it('is told at the option that it names', () => {
    expect(refused('<rtemis::CARTHyperparameters> object properties are invalid:\n- @maxdepth must be >= 1.\n- @cp must be >= 0.')).toEqual([
      { field: 'options.maxdepth', text: 'Maximum depth must be >= 1.' },
      { field: 'options.cp', text: 'Complexity parameter must be >= 0.' },
    ]);
  });

  it('is told at the search where the option is searched over', () => {
    const message = '`candidates` (for `cp`) are not available.';
    expect(refused(message, (s) => (s.search = { cp: '0.1, 0.2' }))).toEqual([{ field: 'search.cp', text: message }]);
  });

  it.each([
    ['<rtemis::KFoldConfig> object properties are invalid:\n- @seed must be >= 0.', 'outer.seed'],
    ['<rtemis::ExecutionConfig> object properties are invalid:\n- @seed must be >= 0.', 'execution.seed'],
    ['<rtemis::PreprocessorConfig> object properties are invalid:\n- @remove_features_thres must be <= 1.', 'preprocessing.remove_features_thres'],
    ["You defined `positive_class` as 'x', but the outcome levels are: u, v.", 'positiveClass'],
    ['Invalid algorithm: Nope.', 'algorithm'],
  ])('finds its field by whose property it is: %s', (message, field) => {
    expect(refused(message).map((r) => r.field)).toEqual([field]);
  });

  it.each(['Unknown CART hyperparameter key: `nope`.', 'The daemon is gone.'])('of nothing that the form has is kept whole: %s', (message) => {
    expect(refused(message)).toEqual([{ field: null, text: message }]);
  });

  it('of columns that are not there is told at the features', () => {
    expect(readRefusal('Features not in dataset: a.', emptyState('decomp'), schemaFor('decomp', 'PCA'))[0]?.field).toBe('features');
  });
});
