import { Bool, DateDay, Dictionary, Field, Float64, Int32, RecordBatch, RecordBatchStreamWriter, Schema, Struct, TimestampMicrosecond, Utf8, makeData, makeVector } from 'apache-arrow';
import type { Data, DataType, Vector } from 'apache-arrow';
import type { BuiltColumn, BuiltKind, Chunk } from './column';

/** Columns as an Arrow IPC stream: a record batch for each of their chunks, which are written from where they lie. */
export async function writeStream(columns: readonly BuiltColumn[]): Promise<Blob> {
  const types = columns.map((column, i) => typeOf(column.kind, i));
  const schema = new Schema(columns.map((column, i) => new Field(column.name, types[i] ?? new Utf8(), true)));
  const levels = columns.map((column) => (column.levels ? textVector(column.levels) : null));
  const writer = new RecordBatchStreamWriter();
  writer.reset(undefined, schema);
  const batches = columns[0]?.chunks.length ?? 0;
  for (let b = 0; b < batches; b++) {
    const children = columns.map((column, i) => dataOf(types[i] ?? new Utf8(), column.chunks[b], levels[i] ?? null));
    const length = columns[0]?.chunks[b]?.length ?? 0;
    writer.write(new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length, nullCount: 0, children })));
  }
  writer.finish();
  const parts: BlobPart[] = [];
  for await (const part of writer) parts.push(part as Uint8Array<ArrayBuffer>);
  return new Blob(parts);
}

function typeOf(kind: BuiltKind, id: number): DataType {
  switch (kind) {
    case 'logical':
      return new Bool();
    case 'integer':
      return new Int32();
    case 'double':
      return new Float64();
    case 'date':
      return new DateDay();
    case 'datetime':
      return new TimestampMicrosecond('UTC');
    case 'factor':
      return new Dictionary(new Utf8(), new Int32(), id);
  }
}

function dataOf(type: DataType, chunk: Chunk | undefined, dictionary: Vector<Utf8> | null): Data {
  if (!chunk) throw new Error('A column has fewer rows than the first.');
  const { length, values, validity, missing } = chunk;
  return makeData({ type, length, nullCount: missing, data: values, nullBitmap: validity ?? undefined, ...(dictionary ? { dictionary } : {}) } as never);
}

function textVector(texts: readonly string[]): Vector<Utf8> {
  const encoder = new TextEncoder();
  const encoded = texts.map((text) => encoder.encode(text));
  const offsets = new Int32Array(texts.length + 1);
  for (const [i, bytes] of encoded.entries()) offsets[i + 1] = (offsets[i] ?? 0) + bytes.length;
  const all = new Uint8Array(offsets[texts.length] ?? 0);
  for (const [i, bytes] of encoded.entries()) all.set(bytes, offsets[i]);
  return makeVector(makeData({ type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets: offsets, data: all }));
}
