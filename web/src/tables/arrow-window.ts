import type * as Arrow from 'apache-arrow';
import type { Cell, CellKind, GridWindow } from '../ui/grid-window';
import { isoDay, isoTime } from './iso';

const microsecondsIn = [1e6, 1e3, 1, 1e-3] as const;
const microsecondsInMillisecond = 1000;
const msPerDay = 86_400_000;

/** The rows of an Arrow IPC stream. No bytes mean that there are no rows; `total` is the number of rows of the table they are from. */
export async function decodeWindow(stream: Uint8Array | null, total?: number): Promise<GridWindow> {
  const size = total === undefined ? {} : { total };
  if (!stream) return { rows: 0, columns: [], ...size };
  const arrow = await import('apache-arrow');
  const reader = arrow.RecordBatchReader.from(stream).open();
  const { fields } = reader.schema;
  // Not as the library's Table: putting its schema together takes the square of the number of columns.
  const batches = reader.readAll();
  const columns = fields.map((field, i) => ({
    name: field.name,
    kind: kindOf(arrow, field.type),
    values: cells(arrow, new arrow.Vector(batches.flatMap((batch) => batch.data.children[i] ?? []))),
  }));
  return { rows: batches.reduce((sum, batch) => sum + batch.numRows, 0), columns, ...size };
}

function kindOf(arrow: typeof Arrow, type: Arrow.DataType): CellKind {
  const { DataType } = arrow;
  if (DataType.isInt(type) || DataType.isFloat(type) || DataType.isDecimal(type)) return 'number';
  if (DataType.isBool(type)) return 'logical';
  return DataType.isDate(type) || DataType.isTimestamp(type) ? 'date' : 'text';
}

function cells(arrow: typeof Arrow, vector: Arrow.Vector): ArrayLike<Cell> {
  // Numbers without a missing one are shown from where they lie.
  const [only] = vector.data;
  if (only && vector.data.length === 1 && vector.nullCount === 0 && isPlainNumber(arrow, vector.type)) {
    return (only.values as Float64Array | Int32Array).subarray(0, only.length);
  }
  const read = reader(arrow, vector);
  return Array.from({ length: vector.length }, (_, i) => (vector.isValid(i) ? read(i) : null));
}

function isPlainNumber(arrow: typeof Arrow, type: Arrow.DataType): boolean {
  return arrow.DataType.isInt(type) ? type.bitWidth < 64 : arrow.DataType.isFloat(type) && type.precision !== arrow.Precision.HALF;
}

// How the cell of a row that has a value is read.
function reader(arrow: typeof Arrow, vector: Arrow.Vector): (row: number) => Cell {
  const { type } = vector;
  if (arrow.DataType.isDictionary(type)) return levels(vector);
  if (arrow.DataType.isDate(type)) return (row) => isoDay(Number(vector.get(row)) / msPerDay);
  if (arrow.DataType.isTimestamp(type)) {
    // The library rounds to milliseconds; what lies in memory is exact.
    const scale = microsecondsIn[type.unit] ?? microsecondsInMillisecond;
    const utc = Boolean(type.timezone);
    const raw = vector.data.flatMap((d) => [...(d.values as BigInt64Array).subarray(0, d.length)]);
    return (row) => isoTime(Number(raw[row]) * scale, utc);
  }
  return (row) => vector.get(row) as Cell;
}

// A level is decoded when it first occurs: a window shows few of many.
function levels(vector: Arrow.Vector): (row: number) => Cell {
  const decoded = new Map<Arrow.Vector, Map<number, Cell>>();
  const starts: { first: number; codes: ArrayLike<number | bigint>; dictionary: Arrow.Vector; known: Map<number, Cell> }[] = [];
  let first = 0;
  for (const data of vector.data) {
    const dictionary = data.dictionary;
    if (!dictionary) continue;
    const known = decoded.get(dictionary) ?? new Map<number, Cell>();
    decoded.set(dictionary, known);
    starts.push({ first, codes: data.values as ArrayLike<number | bigint>, dictionary, known });
    first += data.length;
  }
  return (row) => {
    const chunk = starts.findLast((s) => s.first <= row);
    if (!chunk) return null;
    const code = Number(chunk.codes[row - chunk.first]);
    let level = chunk.known.get(code);
    if (level === undefined) {
      level = (chunk.dictionary.get(code) as Cell) ?? null;
      chunk.known.set(code, level);
    }
    return level;
  };
}
