import {
  Bool, DateDay, DateMillisecond, Dictionary, Float64, Int32, Int64, RecordBatch, Struct, Table, TimestampMicrosecond, TimestampSecond, Utf8, Vector,
  makeData, tableToIPC, vectorFromArray, Schema, Field,
} from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { decodeWindow } from '../../src/tables/arrow-window';

const stream = (columns: Record<string, Vector>) => tableToIPC(new Table(columns), 'stream');
const plain = (values: ArrayLike<unknown>) => Array.from(values);

describe('a window of an Arrow stream', () => {
  it('has names, kinds and cells, missing ones as null', async () => {
    const window = await decodeWindow(
      stream({
        'a b': vectorFromArray([1.5, NaN, -0], new Float64()),
        count: vectorFromArray([1, null, 2147483647], new Int32()),
        yes: vectorFromArray([true, false, null], new Bool()),
        grün: vectorFromArray(['x', null, 'x'], new Dictionary(new Utf8(), new Int32())),
        text: vectorFromArray(['NA', '', 'ü'], new Utf8()),
        big: vectorFromArray([9007199254740993n, null, 1n], new Int64()),
      }),
      1234,
    );
    expect(window.rows).toBe(3);
    expect(window.total).toBe(1234);
    expect(window.columns.map((c) => [c.name, c.kind, plain(c.values)])).toEqual([
      ['a b', 'number', [1.5, NaN, -0]],
      ['count', 'number', [1, null, 2147483647]],
      ['yes', 'logical', [true, false, null]],
      ['grün', 'text', ['x', null, 'x']],
      ['text', 'text', ['NA', '', 'ü']],
      ['big', 'number', [9007199254740993n, null, 1n]],
    ]);
  });

  it('writes days and times as ISO 8601, to the microsecond', async () => {
    const micro = makeData({ type: new TimestampMicrosecond('UTC'), length: 3, data: new BigInt64Array([1_700_000_000_123_456n, -1n, 0n]) });
    const second = makeData({ type: new TimestampSecond(), length: 3, data: new BigInt64Array([951_782_400n, -62_135_596_800n, 5n]) });
    const day = makeData({ type: new DateDay(), length: 3, data: new Int32Array([0, -1, 19_782]) });
    const ms = makeData({ type: new DateMillisecond(), length: 3, data: new BigInt64Array([0n, 86_400_000n, -86_400_000n]) });
    const schema = new Schema(['micro', 'second', 'day', 'ms'].map((n, i) => new Field(n, [micro, second, day, ms][i]?.type ?? new Utf8(), true)));
    const batch = new RecordBatch(schema, makeData({ type: new Struct(schema.fields), length: 3, children: [micro, second, day, ms] }));
    const window = await decodeWindow(tableToIPC(new Table(batch), 'stream'));
    expect(window.columns.map((c) => plain(c.values))).toEqual([
      ['2023-11-14T22:13:20.123456Z', '1969-12-31T23:59:59.999999Z', '1970-01-01T00:00:00Z'],
      ['2000-02-29T00:00:00', '0001-01-01T00:00:00', '1970-01-01T00:00:05'],
      ['1970-01-01', '1969-12-31', '2024-02-29'],
      ['1970-01-01', '1970-01-02', '1969-12-31'],
    ]);
    expect(window.columns.every((c) => c.kind === 'date')).toBe(true);
  });

  it('joins several record batches', async () => {
    const part = (from: number) => new Table({ x: vectorFromArray([from, null, from + 2], new Int32()), f: vectorFromArray(['a', 'b', `l${from}`], new Utf8()) });
    const window = await decodeWindow(tableToIPC(part(0).concat(part(10)), 'stream'));
    expect(window.columns.map((c) => plain(c.values))).toEqual([
      [0, null, 2, 10, null, 12],
      ['a', 'b', 'l0', 'a', 'b', 'l10'],
    ]);
  });

  it('is empty when there are no bytes', async () => {
    expect(await decodeWindow(null, 0)).toEqual({ rows: 0, columns: [], total: 0 });
  });
});
