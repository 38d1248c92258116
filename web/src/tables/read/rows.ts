import Papa from 'papaparse';
import { ReadError } from './read-error';

/** A cell longer than this is a quote that was never closed. */
const longestCell = 16 << 20;


interface Parsed {
  data: string[][];
  errors: { code: string; row?: number }[];
  meta: { cursor: number };
}

/**
 * Cuts text that comes in parts into rows of cells. A row that is not complete waits for the next part.
 * Lines are counted from 1, as an editor shows them.
 */
export class RowSplitter {
  readonly #delimiter: string;
  #rest = '';
  #lines = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The complete rows up to the end of `text`; all of them when it is the `last`. */
  split(text: string, last: boolean): { rows: string[][]; lineOf: (row: number) => number } {
    const input = this.#rest + text;
    const parser = new Papa.Parser({ delimiter: this.#delimiter, newline: '\n' });
    const { data, errors, meta } = parser.parse(input, 0, !last) as Parsed;
    const before = this.#lines;
    // Only for a message: counting for every row would cost as much as reading it.
    const lineOf = (row: number) => data.slice(0, row).reduce((lines, cells) => lines + 1 + newlines(cells), before + 1);
    const bad = errors.find((e) => e.code === 'InvalidQuotes' || (last && e.code === 'MissingQuotes'));
    if (bad) throw new ReadError(`Line ${lineOf(bad.row ?? 0)} has a quote that is not closed, or text behind a closing quote.`);
    this.#rest = last ? '' : input.slice(meta.cursor);
    if (this.#rest.length > longestCell) throw new ReadError(`A quote that opens near line ${lineOf(data.length)} is not closed.`);
    this.#lines += countLines(input, input.length - this.#rest.length);
    return { rows: data, lineOf };
  }
}

function newlines(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + countLines(cell, cell.length), 0);
}

function countLines(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** What stands between the cells: the one of comma, tab, semicolon and bar that gives the most even lines, then the most cells. */
export function guessDelimiter(sample: string): string {
  const lines = sample.slice(0, sample.lastIndexOf('\n') + 1) || sample;
  let best = { delimiter: ',', share: 0, width: 1 };
  for (const delimiter of [',', '\t', ';', '|']) {
    const { data } = new Papa.Parser({ delimiter, newline: '\n', preview: 100 }).parse(lines, 0, false) as Parsed;
    const widths = data.filter((cells) => cells.length > 1 || (cells[0] ?? '').trim()).map((cells) => cells.length);
    const width = commonest(widths);
    const share = widths.filter((w) => w === width).length / widths.length;
    if (width > 1 && (share > best.share || (share === best.share && width > best.width))) best = { delimiter, share, width };
  }
  return best.delimiter;
}

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [1, 0])[0];
}
