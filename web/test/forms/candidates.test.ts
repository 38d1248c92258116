import { describe, expect, it } from 'vitest';
import { logSpaced, readCandidates, writeCandidates } from '../../src/forms/candidates';
import { optionOf } from '../../src/forms/parameter';
import type { ParameterInfo } from '../../src/wire/messages';
import { info } from './catalog';

const option = (given: Partial<ParameterInfo>) => optionOf(info(given));
const number = option({ type: 'double', default: 0, minimum: 0 });
const whole = option({ minimum: 1 });

describe('candidates', () => {
  it.each([
    ['0.01, 0.05, 0.1', [0.01, 0.05, 0.1]],
    ['1:5', [1, 2, 3, 4, 5]],
    ['5 : 3', [5, 4, 3]],
    ['0.1:1 by 0.3', [0.1, 0.4, 0.7, 1]],
    ['1e-3, 0.5:1 by 0.25', [0.001, 0.5, 0.75, 1]],
    ['0, 1,', [0, 1]],
  ])('are read from %s', (text, values) => {
    expect(readCandidates(number, text)).toEqual({ values, problem: null });
  });

  it.each([
    ['', 'needs at least two values'],
    ['1', 'needs at least two values'],
    ['1, 2, 1', 'has 1 twice'],
    ['1:3, 2', 'has 2 twice'],
    ['0, 5', '0: must be at least 1'],
    ['1, 2.5', '2.5: must be a whole number'],
    ['1,,2', 'an empty entry: has an empty entry'],
    ['1:5 by -1', '1:5 by -1: the step does not lead from 1 to 5'],
    ['1:9 by 0', '1:9 by 0: the step does not lead from 1 to 9'],
    ['1:1e9', 'has more than 1000 values'],
  ])('are refused: %s', (text, problem) => {
    expect(readCandidates(whole, text)).toEqual({ values: null, problem });
  });

  it('may be words and truth values', () => {
    expect(readCandidates(option({ type: 'character', default: 'a', choices: ['a', 'b', 'c'] }), 'a, c').values).toEqual(['a', 'c']);
    expect(readCandidates(option({ type: 'logical', default: false }), 'true, false').values).toEqual([true, false]);
  });

  it('may be none where the option may', () => {
    expect(readCandidates(option({ type: 'null', default: null, value_type: 'integer' }), 'null, 3').values).toEqual([null, 3]);
  });

  it('of an option that is a list stand in brackets', () => {
    const units = option({ type: 'null', default: null, value_type: 'integer', vector: true });
    expect(readCandidates(units, '[64, 32], [16]').values).toEqual([[64, 32], [16]]);
    expect(readCandidates(units, '[64, 32], 16').problem).toBe('must have each list in brackets, such as [32, 16], [64, 32]');
    expect(readCandidates(units, '16, 32').values).toEqual([16, 32]);
  });

  it.each([[[1, 2, 3]], [[0.001, 0.01]], [[5, 1]]])('come back from the text that is written for them: %o', (values) => {
    expect(readCandidates(number, writeCandidates(number, values) ?? '').values).toEqual(values);
  });

  it('are spaced by a ratio on request', () => {
    expect(logSpaced(0.001, 1, 4)).toEqual([0.001, 0.01, 0.1, 1]);
    expect(logSpaced(1, 2, 3)).toEqual([1, 1.41, 2]);
  });
});
