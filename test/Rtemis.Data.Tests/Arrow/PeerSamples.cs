using Apache.Arrow;
using Apache.Arrow.Types;

namespace Rtemis.Data.Tests;

/// <summary>A batch of the peer's with every type that it can write and we can read: three rows, the second missing.</summary>
static class PeerSamples
{
    public static readonly DateTimeOffset Moment = new(2024, 2, 29, 12, 30, 45, 678, TimeSpan.Zero);

    public static RecordBatch Everything() => Peer.Batch(
        ("i8", new Int8Array.Builder().Append(-128).AppendNull().Append(127).Build()),
        ("u8", new UInt8Array.Builder().Append(0).AppendNull().Append(255).Build()),
        ("i16", new Int16Array.Builder().Append(-300).AppendNull().Append(300).Build()),
        ("u16", new UInt16Array.Builder().Append(0).AppendNull().Append(65535).Build()),
        ("i32", new Int32Array.Builder().Append(-70000).AppendNull().Append(70000).Build()),
        ("u32", new UInt32Array.Builder().Append(1).AppendNull().Append(4_000_000_000).Build()),
        ("i64", new Int64Array.Builder().Append(-5).AppendNull().Append(5).Build()),
        ("u64", new UInt64Array.Builder().Append(1).AppendNull().Append(ulong.MaxValue).Build()),
        ("f16", new HalfFloatArray.Builder().Append((Half)0.5).AppendNull().Append((Half)(-2)).Build()),
        ("f32", new FloatArray.Builder().Append(0.25f).AppendNull().Append(1e10f).Build()),
        ("f64", new DoubleArray.Builder().Append(0.1).AppendNull().Append(double.NegativeInfinity).Build()),
        ("bool", new BooleanArray.Builder().Append(true).AppendNull().Append(false).Build()),
        ("utf8", new StringArray.Builder().Append("b").AppendNull().Append("ä").Build()),
        ("view", new StringViewArray.Builder().Append("short").AppendNull().Append("longer than twelve bytes").Build()),
        ("dict", Dictionary([1, null, 0], ["z", "a", "unused"])),
        ("date32", new Date32Array.Builder().Append(new DateTime(1970, 1, 3)).AppendNull().Append(new DateTime(1969, 12, 31)).Build()),
        ("date64", new Date64Array.Builder().Append(new DateTime(1970, 1, 3)).AppendNull().Append(new DateTime(1969, 12, 31)).Build()),
        ("s", Timestamps(TimeUnit.Second)),
        ("ms", Timestamps(TimeUnit.Millisecond)),
        ("us", Timestamps(TimeUnit.Microsecond)),
        ("ns", Timestamps(TimeUnit.Nanosecond)),
        ("decimal", new Decimal128Array.Builder(new Decimal128Type(20, 3)).Append(12.345m).AppendNull().Append(-9_999_999_999_999.999m).Build()),
        ("null", new NullArray(3)));

    public static DictionaryArray Dictionary(int?[] positions, string[] values)
    {
        var indices = new Int32Array.Builder();
        foreach (var position in positions) indices.Append(position);
        return new DictionaryArray(new DictionaryType(Int32Type.Default, StringType.Default, ordered: false), indices.Build(),
            new StringArray.Builder().AppendRange(values).Build());
    }

    static TimestampArray Timestamps(TimeUnit unit) =>
        new TimestampArray.Builder(unit, "UTC").Append(Moment).AppendNull().Append(DateTimeOffset.UnixEpoch.AddSeconds(-1)).Build();
}
