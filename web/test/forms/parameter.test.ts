import { describe, expect, it } from 'vitest';
import { isChanged, optionOf, readOption, writeOption } from '../../src/forms/parameter';
import type { JsonValue, ParameterInfo } from '../../src/wire/messages';
import { info } from './catalog';

const read = (given: Partial<ParameterInfo>, text: string) => readOption(optionOf(info(given)), text);
const value = (value: JsonValue) => ({ state: 'value', value });
const problem = (problem: string) => ({ state: 'problem', problem });

describe('an option', () => {
  it('has its default while nothing is typed', () => {
    expect(read({}, '')).toEqual({ state: 'default' });
    expect(read({}, '   ')).toEqual({ state: 'default' });
  });

  it.each([
    ['12', 12],
    ['-3', -3],
    ['1e3', 1000],
    [' 7 ', 7],
    ['2.0', 2],
  ])('of whole numbers reads %s', (text, expected) => {
    expect(read({}, text)).toEqual(value(expected));
  });

  it.each(['1.5', '1e-3', 'ten', '1,000', '0x10', 'Infinity', 'NaN', '--1'])('of whole numbers refuses %s', (text) => {
    expect(read({}, text)).toEqual(problem('must be a whole number'));
  });

  it('of whole numbers takes no more than 32 bits', () => {
    expect(read({}, '2147483647')).toEqual(value(2147483647));
    expect(read({}, '3e9')).toEqual(problem('must be at most 2147483647'));
  });

  it.each([
    ['0.01', 0.01],
    ['1e-4', 0.0001],
    ['.5', 0.5],
    ['5.', 5],
    ['+2E2', 200],
  ])('of numbers reads %s', (text, expected) => {
    expect(read({ type: 'double', default: 0 }, text)).toEqual(value(expected));
  });

  it('of numbers refuses what is none, or too large to be one', () => {
    expect(read({ type: 'double' }, '0,5')).toEqual(problem('must be a number'));
    expect(read({ type: 'double' }, '1e999')).toEqual(problem('is too large a number'));
  });

  it.each([
    [{ minimum: 1 }, '0', 'must be at least 1'],
    [{ maximum: 30 }, '31', 'must be at most 30'],
    [{ type: 'double' as const, exclusive_minimum: 0 }, '0', 'must be more than 0'],
    [{ type: 'double' as const, exclusive_maximum: 1 }, '1', 'must be less than 1'],
    [{ type: 'double' as const, minimum: 0, maximum: 1 }, '1.01', 'must be at most 1'],
  ])('names the bound that is passed: %o %s', (bounds, text, words) => {
    expect(read(bounds, text)).toEqual(problem(words));
  });

  it('takes the bounds themselves unless they are exclusive', () => {
    expect(read({ minimum: 1, maximum: 3 }, '1')).toEqual(value(1));
    expect(read({ minimum: 1, maximum: 3 }, '3')).toEqual(value(3));
  });

  it('takes null only where it may be none', () => {
    expect(read({ nullable: true }, 'null')).toEqual(value(null));
    expect(read({ type: 'null', default: null }, 'NULL')).toEqual(value(null));
    expect(read({ nullable: false }, 'null')).toEqual(problem('must be a whole number'));
  });

  it('has the type that the server says where the default is null', () => {
    const depth = { type: 'null' as const, default: null, value_type: 'integer' as const, minimum: 1 };
    expect(read(depth, '4')).toEqual(value(4));
    expect(read(depth, '0')).toEqual(problem('must be at least 1'));
  });

  it('is read by its looks where nobody says the type', () => {
    const unknown = { type: 'null' as const, default: null };
    expect(read(unknown, '0.5')).toEqual(value(0.5));
    expect(read(unknown, 'true')).toEqual(value(true));
    expect(read(unknown, 'gini')).toEqual(value('gini'));
    expect(read(unknown, '1, 2, 3')).toEqual(value([1, 2, 3]));
  });

  it('of several values takes them with commas', () => {
    const units = { type: 'null' as const, default: null, value_type: 'integer' as const, vector: true, minimum: 1 };
    expect(read(units, '64, 32')).toEqual(value([64, 32]));
    expect(read(units, '64')).toEqual(value(64));
    expect(read(units, '64, 0')).toEqual(problem('must be at least 1'));
    expect(read(units, '64,, 32')).toEqual(problem('has an empty entry'));
  });

  it('of several texts keeps a comma that is quoted', () => {
    const names = { type: 'null' as const, default: null, value_type: 'character' as const, vector: true };
    expect(read(names, 'age, "height, cm", "a ""b"""')).toEqual(value(['age', 'height, cm', 'a "b"']));
  });

  it('of choices takes these only', () => {
    const method = { type: 'character' as const, default: 'auto', choices: ['auto', 'class'] };
    expect(read(method, 'class')).toEqual(value('class'));
    expect(read(method, 'Class')).toEqual(problem('must be one of auto, class'));
  });

  it('of a truth value takes yes and no too', () => {
    expect(read({ type: 'logical', default: false }, 'yes')).toEqual(value(true));
    expect(read({ type: 'logical', default: false }, '1')).toEqual(problem('must be true or false'));
  });

  it('of another structure takes JSON', () => {
    expect(read({ type: 'other', default: [] }, '{"iter": 3}')).toEqual(value({ iter: 3 }));
    expect(read({ type: 'other', default: [] }, '{iter: 3}')).toEqual(problem('must be written as JSON'));
  });

  it('counts as changed when it differs from the default, also by being wrong', () => {
    const option = optionOf(info({ default: 5 }));
    expect(isChanged(option, undefined)).toBe(false);
    expect(isChanged(option, '5')).toBe(false);
    expect(isChanged(option, '5.0')).toBe(false);
    expect(isChanged(option, '6')).toBe(true);
    expect(isChanged(option, 'x')).toBe(true);
  });

  it('is changed by any value of its own when its default follows another option', () => {
    const center = { ...optionOf(info({ type: 'logical', default: false })), follows: 'scale' };
    expect(isChanged(center, 'false')).toBe(true);
    expect(isChanged(center, '')).toBe(false);
  });
});

describe('a value', () => {
  const texts = { type: 'null' as const, default: null, value_type: 'character' as const, vector: true };
  const cases: [Partial<ParameterInfo>, JsonValue][] = [
    [{}, 4],
    [{ type: 'double', default: 0 }, 1e-7],
    [{ type: 'logical', default: true }, false],
    [{ type: 'null', default: null }, null],
    [{ type: 'null', default: null }, [1, 2]],
    [texts, ['a', 'b, c', ' d ']],
    [{ type: 'other', default: [] }, { a: [1, null] }],
  ];

  it.each(cases)('comes back from the text that is written for it: %o %o', (given, written) => {
    const option = optionOf(info(given));
    const text = writeOption(option, written);
    expect(text).not.toBeNull();
    expect(readOption(option, text ?? '')).toEqual(value(written));
  });

  it('is written even when it is out of bounds, so that it can be mended', () => {
    expect(writeOption(optionOf(info({ minimum: 1 })), -3)).toBe('-3');
  });

  it('is not written where the text would mean something else', () => {
    expect(writeOption(optionOf(info({ type: 'null', default: null })), '5')).toBeNull();
    expect(writeOption(optionOf(info({})), { candidates: [1, 2] })).toBeNull();
  });
});
