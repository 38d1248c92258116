import { describe, expect, it } from 'vitest';
import { codeOf } from '../../src/state/code';
import { sessionNameProblem } from '../../src/state/session-name';
import { agoText, durationText, timeOf } from '../../src/state/time';

describe('a session name', () => {
  it.each(['a', 'hearts-2026_v1.2', 'x'.repeat(64)])('is right: %s', (name) => expect(sessionNameProblem(name)).toBeNull());

  it.each([
    ['', 'at least one'],
    ['x'.repeat(65), 'has 65'],
    ['my name', 'A space'],
    ['naïve', '"ï"'],
    ['a/b', '"/"'],
    ['😀', '"😀"'],
  ])('is wrong, and why: %s', (name, why) => expect(sessionNameProblem(name)).toContain(why));
});

describe('a time', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');

  it.each([
    ['2026-03-01T11:59:30Z', 'just now'],
    ['2026-03-01T12:00:30Z', 'just now'],
    ['2026-03-01T11:59:00Z', '1 minute ago'],
    ['2026-03-01T09:10:00Z', '2 hours ago'],
    ['2026-02-26T12:00:00Z', '3 days ago'],
  ])('%s is %s', (iso, text) => expect(agoText(iso, now)).toBe(text));

  it.each([
    [0, '0 s'],
    [59.9, '59 s'],
    [125, '2 min 5 s'],
    [3600, '1 h 0 min'],
    [200_000, '2 d 7 h'],
  ])('%s seconds are %s', (seconds, text) => expect(durationText(seconds)).toBe(text));

  it('of an event is local', () => expect(timeOf('2026-01-31 23:59:58')).toBe(new Date(2026, 0, 31, 23, 59, 58).getTime()));
});

describe('the code of a link', () => {
  it.each([
    ['#code=Ab_-9', 'Ab_-9'],
    ['  http://127.0.0.1:5000/#code=xyz\n', 'xyz'],
    ['#/jobs/1', null],
    ['abcd-1234', null],
    ['#code=', null],
  ])('%s', (address, code) => expect(codeOf(address)).toBe(code));
});
