// Writes the sample named by the first argument as an Arrow IPC stream to standard output.
import * as arrow from 'apache-arrow';

const samples = {
  numbers: () => new arrow.Table({
    f64: arrow.vectorFromArray([1.5, null, -3, 1e300], new arrow.Float64()),
    f32: arrow.vectorFromArray([0.5, 2, null, 4], new arrow.Float32()),
    i8: arrow.vectorFromArray([1, -2, null, 4], new arrow.Int8()),
    u16: arrow.vectorFromArray([1, 2, 65535, null], new arrow.Uint16()),
    i32: arrow.vectorFromArray([1, null, 3, -4], new arrow.Int32()),
    i64: arrow.vectorFromArray([1n, 2n, null, 4n], new arrow.Int64()),
    big: arrow.vectorFromArray([1n, 2n, null, 5000000000n], new arrow.Int64()),
  }),
  texts: () => new arrow.Table({
    text: arrow.vectorFromArray(['b', null, '', 'ä€𝄞'], new arrow.Utf8()),
    dict: arrow.vectorFromArray(['y', 'x', null, 'y'], new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32())),
    flag: arrow.vectorFromArray([true, null, false, true], new arrow.Bool()),
  }),
  times: () => new arrow.Table({
    day: arrow.vectorFromArray([new Date('1970-01-02'), null, new Date('2020-02-29')], new arrow.DateDay()),
    ms: arrow.vectorFromArray([new Date('1970-01-02'), null, new Date('2020-02-29')], new arrow.DateMillisecond()),
    stamp: arrow.vectorFromArray([1500, null, -250], new arrow.TimestampMillisecond('UTC')),
  }),
  batches: () => {
    const batch = (values, words) => new arrow.Table({
      n: arrow.vectorFromArray(values, new arrow.Float64()),
      s: arrow.vectorFromArray(words, new arrow.Utf8()),
    });
    return batch([1, 2], ['b', 'a']).concat(batch([3], [null])).concat(batch([4, null], ['c', 'a']));
  },
};

process.stdout.write(arrow.tableToIPC(samples[process.argv[2]](), 'stream'));
