import { describe, expect, it } from 'vitest';
import { adviseOn } from '../../src/jobs/advice';
import { failureOf, type Failure } from '../../src/jobs/failure';
import { summary } from './data';

const failure = (more: Partial<Failure>): Failure => ({
  message: '',
  reason: 'engine_error',
  exitCode: null,
  signal: null,
  peakMemoryBytes: null,
  lastOutput: [],
  ...more,
});

describe('advice on a failure', () => {
  it.each([
    ['Data should not contain missing values.', /missing values/, /imputation/i],
    ['Training set outcome cannot contain any missing values.', /outcome has missing/i, /rows without an outcome/],
    ['GLM does not support multiclass classification.', /more than two classes/, /several classes/],
    ['All 400 outer folds failed.', /No fold/, /without resampling/],
    ['Only one unique value present in stratify_var.', /too few/, /at least two classes/],
    ['factor site has new level B', /test part only/, /rare categories/],
    ['Features not in dataset: agee.', /does not have/, /columns again/],
    ["`weights` names column 'nix', which the training data does not have. Columns: a, b.", /weights/, /numeric column/],
    ["You defined `positive_class` as 'nix', but the outcome levels are: No, Yes.", /positive class/, /own classes/],
    ['All columns must be numeric.', /type/, /Leave out/],
    ['cannot rescale a constant/zero column to unit variance', /same value/, /constants/],
    ['number of clusters must be at least 2', /clusters/, /two clusters/],
    ['GLM would need 90000 coefficients; at most 5000 can be fitted.', /coefficients/, /categories/],
    ['The model was trained on columns that the table does not have: Sepal.Length.', /lacks columns of the model/, /same names/],
    ['variable \'am\' was fitted with type "factor" but type "numeric" was supplied', /another type/, /table's view/],
  ])('says what to do about: %s', (message, title, step) => {
    const advice = adviseOn(failure({ message }));
    expect(advice.title).toMatch(title);
    expect(advice.steps.join(' ')).toMatch(step);
    expect(advice.retry).toBe(false);
  });

  it('takes a process that was killed for one that ran out of memory', () => {
    expect(adviseOn(failure({ reason: 'daemon_died', signal: 9 })).title).toMatch(/memory/);
    expect(adviseOn(failure({ reason: 'out_of_memory' })).title).toMatch(/memory/);
  });

  it('suggests the same again where the job is not to blame', () => {
    expect(adviseOn(failure({ reason: 'server_restarted' })).retry).toBe(true);
    expect(adviseOn(failure({ reason: 'daemon_died', exitCode: 134 })).retry).toBe(true);
    expect(adviseOn(failure({ reason: 'timeout' })).retry).toBe(false);
  });

  it('has something to say of a message that nobody knows', () => {
    expect(adviseOn(failure({ message: 'Frobnication refused.' })).steps).not.toHaveLength(0);
  });
});

describe('a failure', () => {
  it('is read from the details of the error', () => {
    const error = {
      code: 'internal_error',
      message: 'The daemon that ran the job was killed by signal 9.',
      details: { reason: 'daemon_died', exit_code: null, signal: 9, peak_memory_bytes: 1024, last_output: ['a', 'b'] },
    };
    expect(failureOf(error, summary('GLM'))).toEqual({
      message: error.message,
      reason: 'daemon_died',
      exitCode: null,
      signal: 9,
      peakMemoryBytes: 1024,
      lastOutput: ['a', 'b'],
    });
  });

  it('is taken from the list of jobs where no event told it', () => {
    expect(failureOf(null, summary('GLM', 'train', { error: 'It broke.' })).message).toBe('It broke.');
    expect(failureOf(null, summary('GLM')).message).toMatch(/did not say/);
  });
});
