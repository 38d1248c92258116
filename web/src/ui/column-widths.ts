import { cellText, type GridWindow } from './grid-window';

const least = 40;
const most = 320;
/** Cells that are looked at, in the first rows. */
const sample = 20_000;
const mostRows = 100;

/** Widths of a grid's columns in pixels, from their names and first rows; `measure` gives the width of a text, `padding` is added. */
export function columnWidths(window: GridWindow, measure: (text: string) => number, padding: number): number[] {
  const rows = Math.max(1, Math.min(mostRows, Math.floor(sample / Math.max(1, window.columns.length))));
  return window.columns.map(({ name, values }) => {
    let longest = '';
    for (let i = 0; i < Math.min(rows, values.length); i++) {
      const text = cellText(values[i] ?? null);
      if (text.length > longest.length) longest = text;
    }
    return Math.round(Math.min(most, Math.max(least, measure(name) * 1.08, measure(longest)) + padding));
  });
}

/** Where columns begin; one more than there are, the last is the width of all. */
export function columnStarts(widths: readonly number[]): number[] {
  const starts = [0];
  for (const width of widths) starts.push((starts.at(-1) ?? 0) + width);
  return starts;
}

/** The columns that lie between two positions: the first, and the one after the last. */
export function columnsBetween(starts: readonly number[], left: number, right: number): [number, number] {
  const count = starts.length - 1;
  const first = Math.max(0, search(starts, left) - 1);
  const end = Math.min(count, search(starts, right));
  return [first, Math.max(first, end)];
}

// The number of starts that are at most `position`.
function search(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
