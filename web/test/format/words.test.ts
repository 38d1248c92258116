import { describe, expect, it } from 'vitest';
import { between, formatDuration, formatElapsed, formatEstimate } from '../../src/format/durations';
import { listed } from '../../src/jobs/job-filter';
import { milestone } from '../../src/jobs/milestones';
import { formatBytes, formatNumber, withSpread } from '../../src/format/numbers';
import { fileNamePart } from '../../src/format/file-name';
import { latestSentence } from '../../src/jobs/sentence';
import { kindLabel, ordinal, queueWords, titleOf } from '../../src/format/words';
import { summary } from '../jobs/data';
import type { Counter } from '../../src/state/progress.svelte';

describe('durations', () => {
  it.each([
    [0, '0 ms'],
    [0.25, '0.25 ms'],
    [850, '850 ms'],
    [999.9, '1.0 s'],
    [4230, '4.2 s'],
    [9960, '10 s'],
    [59_400, '59 s'],
    [59_700, '1 min'],
    [185_000, '3 min 5 s'],
    [3_599_800, '1 h'],
    [7_800_000, '2 h 10 min'],
    [-1, ''],
    [NaN, ''],
  ])('%d ms is "%s"', (ms, text) => expect(formatDuration(ms)).toBe(text));

  it('that run count whole seconds and never go below none', () => {
    expect(formatElapsed(9_999)).toBe('9 s');
    expect(formatElapsed(61_500)).toBe('1 min 1 s');
    expect(formatElapsed(-500)).toBe('0 s');
  });

  it('that are estimated are no more exact than they can be', () => {
    expect([2_000, 21_000, 200_000, 3_700_000].map(formatEstimate)).toEqual(['a few seconds', 'about 25 s', 'about 4 min', 'about 1 h 10 min']);
  });

  it('lie between two times, if both are known', () => {
    expect(between('2026-01-31T10:00:00Z', '2026-01-31T10:00:09Z')).toBe(9000);
    expect(between('2026-01-31T10:00:00Z', null)).toBeNull();
    expect(between('never', '2026-01-31T10:00:00Z')).toBeNull();
  });
});

describe('words', () => {
  it('count places in line', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 112].map(ordinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '112th']);
    expect(queueWords(1)).toBe('Next in line');
    expect(queueWords(2)).toBe('2nd in line');
    expect(queueWords(undefined)).toBe('Waiting');
  });

  it('make kinds readable, also those nobody knows yet', () => {
    expect(kindLabel('grid_cell')).toBe('Tuning cell');
    expect(kindLabel('outer_space')).toBe('Outer space');
  });

  it('take the latest line that says something, without its marks', () => {
    const line = (message: string) => ({ ts: '', message, level: 'info' as const });
    expect(latestSentence([line('<> Training CART using 3 folds...'), line('▶')])).toBe('Training CART using 3 folds...');
    expect(latestSentence([line('</> Outer resampling done.')])).toBe('Outer resampling done.');
    expect(latestSentence([])).toBeNull();
  });

  it('make parts of file names', () => {
    expect(fileNamePart('GLM (1) / "Größe"')).toBe('GLM-1-Größe');
    expect(fileNamePart('../..')).toBe('job');
  });
});

describe('numbers', () => {
  it('have four significant digits', () => {
    expect([0.684561, 19.51342, 3, -2.84361, 1.6808e-15, 0].map(formatNumber)).toEqual(['0.6846', '19.51', '3', '−2.844', '1.681e−15', '0']);
    expect(withSpread(0.6846, 0.0634)).toBe('0.6846 ± 0.0634');
    expect(withSpread(null, 1)).toBe('–');
  });

  it('of bytes have a unit', () => {
    expect([0, 512, 7_900_000_000].map(formatBytes)).toEqual(['0 bytes', '512 bytes', '7.36 GB']);
  });
});

describe('milestones', () => {
  const counter = (current: number, total: number): Counter => ({ id: 'c', kind: 'outer_resampling', label: null, current, total });

  it('are each of a few, but only the quarters of many', () => {
    expect(milestone(counter(3, 10))).toBe('Outer resamples: 3 of 10 done');
    expect(milestone(counter(24, 100))).toBe('');
    expect(milestone(counter(26, 100))).toBe(milestone(counter(49, 100)));
    expect(milestone(counter(50, 100))).toBe('Outer resamples: 50% done');
    expect(milestone(undefined)).toBe('');
  });
});

describe('a job', () => {
  it('of a prediction is told from that of its model', () => {
    expect(titleOf(summary('CART'))).toBe('CART on pima');
    expect(titleOf(summary('CART', 'predict'))).toBe('CART prediction on pima');
  });
});

describe('the list of jobs', () => {
  it('is newest first and can be narrowed', () => {
    const jobs = [
      { id: 1, type: 'train', status: 'complete' },
      { id: 2, type: 'decomp', status: 'running' },
      { id: 3, type: 'train', status: 'cancelled' },
      { id: 4, type: 'train', status: 'queued' },
    ] as const;
    expect(listed(jobs, 'all', 'all').map((j) => j.id)).toEqual([4, 3, 2, 1]);
    expect(listed(jobs, 'active', 'all').map((j) => j.id)).toEqual([4, 2]);
    expect(listed(jobs, 'ended', 'train').map((j) => j.id)).toEqual([3]);
  });
});
