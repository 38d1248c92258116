import { describe, expect, it } from 'vitest';
import { barsOf } from '../../src/tables/bars';
import { percent, short } from '../../src/tables/words';
import type { ColumnInfo } from '../../src/wire/messages';

const column = (info: Partial<ColumnInfo>): ColumnInfo => ({ name: 'x', type: 'double', n_missing: 0, n_unique: 2, summary: null, ...info });

describe('the bars of a column', () => {
  it('of numbers are a histogram', () => {
    const bars = barsOf(column({ distribution: { breaks: [0, 0.5, 1, 1.5], counts: [10, 40, 0] } }));
    expect(bars).toMatchObject({ kind: 'histogram', text: 'From 0 to 1.5, most often 0.5 to 1' });
    expect(bars?.bars).toEqual([
      { height: 0.25, label: '0 to 0.5: 10' },
      { height: 1, label: '0.5 to 1: 40' },
      { height: 0, label: '1 to 1.5: 0' },
    ]);
  });

  it('of a constant say so', () => {
    expect(barsOf(column({ distribution: { breaks: [7, 7], counts: [3] } }))?.text).toBe('All are 7');
  });

  it('of dates and times have dates and times for ends', () => {
    expect(barsOf(column({ type: 'date', distribution: { breaks: [0, 365, 730], counts: [1, 2] } }))?.text).toBe(
      'From 1970-01-01 to 1972-01-01, most often 1971-01-01 to 1972-01-01',
    );
    expect(barsOf(column({ type: 'datetime', distribution: { breaks: [0, 60], counts: [2] } }))?.bars[0]?.label).toBe('1970-01-01T00:00:00 to 1970-01-01T00:01:00: 2');
  });

  it('of categories are the commonest levels, and all others in one', () => {
    const levels = Array.from({ length: 10 }, (_, i) => ({ level: `l${i}`, count: 20 - i }));
    const bars = barsOf(column({ type: 'factor', distribution: { levels, other: 45 } }));
    expect(bars?.kind).toBe('levels');
    expect(bars?.bars).toHaveLength(9);
    expect(bars?.bars[0]).toEqual({ height: 1, label: 'l0: 20 (10%)' });
    expect(bars?.bars.at(-1)).toEqual({ height: 1, label: 'all others: 68 (34%)', isRest: true });
    expect(bars?.text).toBe('l0 10%, l1 9.5%, l2 9.0%, …');
  });

  it('of logical values come from their summary', () => {
    expect(barsOf(column({ type: 'logical', summary: { n_true: 1, n_false: 3 }, distribution: null }))?.text).toBe('TRUE 25%, FALSE 75%');
  });

  it.each([
    column({}),
    column({ distribution: null }),
    column({ distribution: { breaks: [], counts: [] } }),
    column({ type: 'factor', distribution: { levels: [], other: 0 } }),
    column({ type: 'logical', summary: { n_true: 0, n_false: 0 } }),
  ])('are none where nothing is known', (info) => expect(barsOf(info)).toBeNull());
});

describe('words', () => {
  it('round numbers to four digits', () => expect([0.123456, 123456, -1e-9, NaN].map(short)).toEqual(['0.1235', '123500', '-1e-9', 'NaN']));
  it('never round something to nothing', () => expect([percent(0, 10), percent(1, 100_000), percent(1, 30), percent(29, 30)]).toEqual(['0%', '<0.1%', '3.3%', '97%']));
});
