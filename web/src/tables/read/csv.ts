import type { BuiltTable } from './column';
import { isMissing, parseNumber } from './cell-text';
import { EncodingError, decodeText, encodingOf, textPart } from './decode-text';
import { columnNames } from './names';
import type { OnProgress } from './progress';
import { ReadError } from './read-error';
import { RowSplitter, guessDelimiter } from './rows';
import { TextColumn } from './text-column';

/** Most columns: more than any table that is meant to be one. */
const mostColumns = 200_000;

/**
 * Reads text with a delimiter. The first line names the columns. Types are found from all rows: logical, integer, double, ISO date, ISO date and time,
 * else factor. Empty cells, `NA` and `null` are missing. `delimiter` null: it is found from the first lines.
 */
export async function readCsv(file: Blob, delimiter: string | null, onprogress: OnProgress, part = textPart): Promise<BuiltTable> {
  const encoding = encodingOf(new Uint8Array(await file.slice(0, 2).arrayBuffer()));
  try {
    return await readAs(file, encoding, delimiter, onprogress, part);
  } catch (error) {
    if (!(error instanceof EncodingError) || encoding !== 'utf-8') throw error;
    const table = await readAs(file, 'windows-1252', delimiter, onprogress, part);
    table.warnings.push('The file is not UTF-8 and was read as Windows-1252 (Western European); check names and texts with accents.');
    return table;
  }
}

async function readAs(file: Blob, encoding: string, delimiter: string | null, onprogress: OnProgress, part: number): Promise<BuiltTable> {
  const first = await new Pass(encoding, delimiter, new Set()).read(file, onprogress, part);
  if (first.mixed.size === 0) return first.finish();
  // Some columns turned out to be texts late: what they had before was not kept as text.
  return (await new Pass(encoding, delimiter, first.mixed).read(file, onprogress, part)).finish();
}

/** One reading of a file. */
class Pass {
  /** Columns that are to be read as texts, or that turned out to be. */
  readonly mixed = new Set<number>();
  readonly #encoding: string;
  readonly #texts: ReadonlySet<number>;
  #delimiter: string | null;
  #names: string[] = [];
  #warnings: string[] = [];
  #columns: TextColumn[] = [];
  #header: string[] | null = null;
  #rows = 0;

  constructor(encoding: string, delimiter: string | null, texts: ReadonlySet<number>) {
    this.#encoding = encoding;
    this.#delimiter = delimiter;
    this.#texts = texts;
  }

  async read(file: Blob, onprogress: OnProgress, part: number): Promise<this> {
    let splitter: RowSplitter | null = null;
    let before: string | null = null;
    const take = (text: string, last: boolean) => {
      splitter ??= new RowSplitter((this.#delimiter ??= guessDelimiter(text.slice(0, 1 << 16))));
      const { rows, lineOf } = splitter.split(text, last);
      this.#add(rows, lineOf);
    };
    for await (const text of decodeText(file, this.#encoding, onprogress, part)) {
      if (before !== null) take(before, false);
      before = text;
    }
    take(before ?? '', true);
    return this;
  }

  finish(): BuiltTable {
    if (this.#header === null) throw new ReadError('The file is empty.');
    if (this.#rows === 0) throw new ReadError('The file has a line with the names of the columns, but no rows below it.');
    const columns = this.#columns.map((column, i) => column.finish(this.#names[i] ?? ''));
    return { columns, rows: this.#rows, warnings: this.#warnings };
  }

  #add(rows: string[][], lineOf: (row: number) => number): void {
    const begins = this.#columns.length === 0;
    let start = 0;
    if (begins) {
      start = this.#begin(rows);
      if (this.#columns.length === 0) return;
    }
    const width = this.#columns.length;
    for (let r = start; r < rows.length; r++) {
      const cells = rows[r] ?? [];
      if (isBlank(cells)) continue;
      if (cells.length !== width) throw new ReadError(ragged(lineOf(r), cells.length, width, this.#delimiter ?? ','));
      for (let c = 0; c < width; c++) this.#columns[c]?.add(cells[c] ?? '');
      this.#rows++;
    }
    // What came so far is still here: columns that changed already need no second reading.
    if (begins) this.#columns = this.#columns.map((column, c) => (column.isMixed ? this.#again(rows, start, c) : column));
    for (const [c, column] of this.#columns.entries()) if (column.isMixed) this.mixed.add(c);
  }

  // Takes the header and makes the columns, as soon as there is a row below it, or none to come; gives the first row of data.
  #begin(rows: string[][]): number {
    let at = 0;
    if (this.#header === null) {
      while (at < rows.length && isBlank(rows[at] ?? [])) at++;
      this.#header = rows[at++] ?? null;
      if (this.#header === null) return at;
      if (this.#header.length > mostColumns) throw new ReadError(`The first line has ${this.#header.length} cells; ${mostColumns} columns are the most.`);
      refuseNumbers(this.#header);
    }
    while (at < rows.length && isBlank(rows[at] ?? [])) at++;
    const row = rows[at];
    if (!row) return at;
    // R writes row names under no header.
    const header = row.length === this.#header.length + 1 ? ['', ...this.#header] : this.#header;
    ({ names: this.#names, warnings: this.#warnings } = columnNames(header));
    this.#columns = header.map((_, c) => this.#column(this.#texts.has(c)));
    return at;
  }

  #again(rows: string[][], start: number, column: number): TextColumn {
    const texts = this.#column(true);
    for (let r = start; r < rows.length; r++) {
      const cells = rows[r] ?? [];
      if (!isBlank(cells)) texts.add(cells[column] ?? '');
    }
    return texts;
  }

  // Where semicolons stand between cells, the comma may stand before decimals.
  #column(asText: boolean): TextColumn {
    return new TextColumn(this.#delimiter === ';', asText);
  }
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 0 || (cells.length === 1 && (cells[0] ?? '').trim() === '');
}

function refuseNumbers(header: readonly string[]): void {
  const named = header.filter((cell) => !isMissing(cell));
  if (named.length > 0 && named.every((cell) => parseNumber(cell, false) !== undefined)) {
    throw new ReadError('The first line holds numbers only. Add a line with the names of the columns above it.');
  }
}

const delimiterNames: Record<string, string> = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar' };

function ragged(line: number, cells: number, width: number, delimiter: string): string {
  const between = delimiterNames[delimiter] ?? delimiter;
  return `Line ${line} has ${cells} ${cells === 1 ? 'cell' : 'cells'}, but there are ${width} columns (cells are parted by a ${between}).`;
}
