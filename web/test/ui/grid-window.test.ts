import { describe, expect, it } from 'vitest';
import { columnStarts, columnWidths, columnsBetween } from '../../src/ui/column-widths';
import { cellText, fullText } from '../../src/ui/grid-window';

describe('a cell', () => {
  it.each([
    [null, 'NA', 'NA'],
    [NaN, 'NaN', 'NaN'],
    [-Infinity, '-Inf', '-Inf'],
    [1234567, '1234567', '1234567'],
    [0.1 + 0.2, '0.3', '0.30000000000000004'],
    [1 / 3e9, '3.33333e-10', '3.333333333333333e-10'],
    [true, 'TRUE', 'TRUE'],
    ['<b>', '<b>', '<b>'],
    ['NA', 'NA', 'NA'],
  ])('%s is written as %s, in full as %s', (value, text, full) => {
    expect(cellText(value)).toBe(text);
    expect(fullText(value)).toBe(full);
  });
});

describe('column widths', () => {
  const measure = (text: string) => text.length * 7;

  it('follow the longest of name and values, within bounds', () => {
    const widths = columnWidths(
      {
        rows: 2,
        columns: [
          { name: 'x', kind: 'number', values: [1, 2] },
          { name: 'species', kind: 'text', values: ['a', 'Iris versicolor'] },
          { name: 'note', kind: 'text', values: ['long '.repeat(100), null] },
        ],
      },
      measure,
      20,
    );
    expect(widths).toEqual([60, 125, 320]);
  });

  it('tell which columns are in sight', () => {
    const starts = columnStarts([100, 50, 200, 80]);
    expect(starts).toEqual([0, 100, 150, 350, 430]);
    expect(columnsBetween(starts, 0, 100)).toEqual([0, 2]);
    expect(columnsBetween(starts, 120, 140)).toEqual([1, 2]);
    expect(columnsBetween(starts, 360, 9000)).toEqual([3, 4]);
    expect(columnsBetween(starts, -400, 9000)).toEqual([0, 4]);
    expect(columnsBetween([0], 0, 100)).toEqual([0, 0]);
  });
});
