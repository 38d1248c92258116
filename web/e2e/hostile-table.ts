import { Dictionary, Field, Float64, Int32, RecordBatch, Schema, Struct, Table, Utf8, makeData, tableToIPC, vectorFromArray, type Data, type DataType } from 'apache-arrow';

// Whatever runs of it sets a flag that a test looks at.
const run = 'window.ran=(window.ran||[]).concat(';

/** Texts that mean something to a browser, a template, a chart or an object of JavaScript, and are none of that here. */
export const hostileTexts: readonly string[] = [
  `<img src=x onerror="${run}1)">`,
  `</script><script>${run}2)</script>`,
  `<svg/onload=${run}3)>`,
  `"><b onmouseover='${run}4)'>bold</b>`,
  `javascript:${run}5)`,
  '{{constructor.constructor("window.ran=[6]")()}}',
  '${window.ran=[7]}',
  '{a|b}{b}{c0}',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  "it's \"quoted\", `ticked` and \\slashed",
  'two\nlines\r\nand\ttab',
  '\u202Eright to left\u202C \u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627',
  'zero\u200Bwidth\u200D\uFEFF\u2060',
  '\u0301\u0302\u0303lone marks',
  `stacked${'\u0315\u0300\u0337'.repeat(60)}`,
  '\u{1F469}\u200D\u{1F52C}\u{1F9EA}\u{1F1FA}\u{1F1F3}',
  '&lt;&amp;&#x3C;script&#x3E;',
  '%00%3Cscript%3E',
  'x'.repeat(10_000),
];

const extremes: readonly number[] = [1e308, -1e308, 5e-324, -0, NaN, Infinity, -Infinity, 2 ** 53 + 2, -(2 ** 53), 1e-300, 0.1, 123456789.123456789];

/** Levels of a feature that CART still takes. */
const mostLevels = 20;

/** A CSV table: a number under every hostile name, extreme numbers, and an outcome with hostile levels. */
export function hostileCsv(rows: number, outcome: string, levels: readonly string[]): string {
  const names = [...hostileTexts, '', '', 'extreme', 'text', outcome];
  const lines = [names.map(quoted).join(',')];
  for (let row = 0; row < rows; row++) {
    const cells = names.map((_, column) => String((row * (column + 3)) % 17));
    cells[names.length - 3] = extremeText(extremes[row % extremes.length] ?? 0);
    cells[names.length - 2] = quoted(hostileTexts[row % mostLevels] ?? '');
    cells[names.length - 1] = quoted(levels[row % levels.length] ?? '');
    lines.push(cells.join(','));
  }
  return `${lines.join('\n')}\n`;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const extremeText = (value: number): string => (Object.is(value, -0) ? '-0' : Number.isFinite(value) ? String(value) : Number.isNaN(value) ? 'NaN' : value > 0 ? 'Inf' : '-Inf');

/** The extreme numbers alone, one a row. */
export const extremesCsv = (): string => `x,y\n${extremes.map((value, i) => `${extremeText(value)},${i}\n`).join('')}`;

/** The hostile table as an Arrow stream, which no reader of the page has tidied up; with a dictionary of all hostile levels. */
export function hostileArrow(rows: number, outcome: string): Uint8Array {
  const names = [...hostileTexts, 'extreme', outcome];
  const columns = names.map((_, column) => {
    const at = (row: number) => (column === names.length - 2 ? (extremes[row % extremes.length] ?? 0) : (row * (column + 3)) % 17);
    return makeData({ type: new Float64(), length: rows, nullCount: 0, data: Float64Array.from({ length: rows }, (_, row) => at(row)) }) as Data<DataType>;
  });
  columns[names.length - 1] = factor(rows, hostileTexts.slice(0, 6));
  return streamOf(names, columns, rows);
}

/** A factor of so many levels behind a number. */
export function manyLevels(levels: number): Uint8Array {
  const rows = levels * 2;
  const numbers = makeData({ type: new Float64(), length: rows, nullCount: 0, data: Float64Array.from({ length: rows }, (_, row) => row / 7) });
  return streamOf(['y', 'level'], [numbers, factor(rows, Array.from({ length: levels }, (_, i) => `<i>level ${i}</i>`))], rows);
}

/** A table of so many columns of numbers. */
export function manyColumns(columns: number, rows: number): Uint8Array {
  const names = Array.from({ length: columns }, (_, i) => `<u>column ${i}</u>`);
  const data = names.map((_, i) => makeData({ type: new Float64(), length: rows, nullCount: 0, data: Float64Array.from({ length: rows }, (_, row) => (row * 31 + i * 17) % 97) }));
  return streamOf(names, data, rows);
}

function factor(rows: number, levels: readonly string[]): Data<DataType> {
  return makeData({
    type: new Dictionary(new Utf8(), new Int32()),
    length: rows,
    nullCount: 0,
    data: Int32Array.from({ length: rows }, (_, row) => row % levels.length),
    dictionary: vectorFromArray([...levels], new Utf8()),
  }) as Data<DataType>;
}

// Built by hand: an object of columns can't have a column named __proto__.
function streamOf(names: readonly string[], columns: readonly Data<DataType>[], rows: number): Uint8Array {
  const schema = new Schema(names.map((name, i) => new Field(name, (columns[i] as Data<DataType>).type)));
  const batch = new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: rows, nullCount: 0, children: [...columns] }));
  return tableToIPC(new Table(schema, [batch]), 'stream');
}
