import { beforeEach, describe, expect, it } from 'vitest';
import { Arrangement, columnsNamed, nextName } from '../../src/tables/arrangement.svelte';

describe('an arrangement', () => {
  let arrangement: Arrangement;
  beforeEach(() => (arrangement = new Arrangement((['id', 'age', 'group', 'score'] as const).map((name) => ({ name, type: 'double', facts: null })))));

  it('begins with the last column as the outcome and no changes', () => {
    expect(arrangement.outcome).toBe('score');
    expect(arrangement.isChanged).toBe(false);
    expect(arrangement.words).toEqual([]);
    expect(arrangement.result).toEqual([{ name: 'id' }, { name: 'age' }, { name: 'group' }, { name: 'score' }]);
  });

  it('puts the outcome last, leaves columns out and changes types', () => {
    arrangement.outcome = 'age';
    arrangement.include('id', false);
    arrangement.setType('group', 'factor');
    arrangement.setType('age', 'factor');
    expect(arrangement.result).toEqual([{ name: 'group', type: 'factor' }, { name: 'score' }, { name: 'age', type: 'factor' }]);
    expect(arrangement.words).toEqual(['age is the outcome', '1 column left out', '2 types changed']);
  });

  it('never leaves the outcome out', () => {
    arrangement.include('score', false);
    expect(arrangement.isChanged).toBe(false);
    arrangement.include('age', false);
    arrangement.outcome = 'age';
    expect(arrangement.leftOut.has('age')).toBe(false);
    expect(arrangement.result.at(-1)).toEqual({ name: 'age' });
  });

  it('is as before when its changes are taken back', () => {
    arrangement.outcome = 'age';
    arrangement.include('id', false);
    arrangement.setType('group', 'factor');
    arrangement.setType('group', null);
    arrangement.include('id', true);
    arrangement.outcome = 'score';
    expect(arrangement.isChanged).toBe(false);
    arrangement.include('id', false);
    arrangement.reset();
    expect(arrangement.isChanged).toBe(false);
  });
});

describe('columns', () => {
  const columns = (['Gene 1', 'gene 12', 'age'] as const).map((name) => ({ name, type: 'double' as const, facts: null }));
  it.each([
    ['', 3],
    [' GENE ', 2],
    ['12', 1],
    ['none', 0],
  ])('are found by %j in their names: %i', (text, count) => expect(columnsNamed(columns, text)).toHaveLength(count));
});

describe('a new table', () => {
  it.each([
    ['iris', ['iris'], 'iris 2'],
    ['iris 2', ['iris', 'iris 2'], 'iris 3'],
    ['iris', ['iris', 'iris 2', 'iris 3'], 'iris 4'],
    ['2024', ['2024'], '2024 2'],
  ])('made of %s beside %j is called %s', (name, taken, offered) => expect(nextName(name, new Set(taken))).toBe(offered));
});
