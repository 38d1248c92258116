using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace Rtemis.Data.Tests;

public class PeerWritesTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(CompressionCodecType.Lz4Frame)]
    [InlineData(CompressionCodecType.Zstd)]
    public void Every_type_is_read(CompressionCodecType? codec)
    {
        var table = ArrowStreamReader.Read(Peer.Write([PeerSamples.Everything()], codec));
        var seconds = PeerSamples.Moment.ToUnixTimeMilliseconds() / 1000.0;
        Assert.Equal(3, table.Rows);
        Check("i8", ColumnType.Integer, -128, 127);
        Check("u8", ColumnType.Integer, 0, 255);
        Check("i16", ColumnType.Integer, -300, 300);
        Check("u16", ColumnType.Integer, 0, 65535);
        Check("i32", ColumnType.Integer, -70000, 70000);
        Check("u32", ColumnType.Double, 1.0, 4e9);
        Check("i64", ColumnType.Integer, -5, 5);
        Check("u64", ColumnType.Double, 1.0, 18446744073709551615.0);
        Check("f16", ColumnType.Double, 0.5, -2.0);
        Check("f32", ColumnType.Double, 0.25, 1e10);
        Check("f64", ColumnType.Double, 0.1, double.NegativeInfinity);
        Check("bool", ColumnType.Logical, true, false);
        Check("utf8", ColumnType.Factor, "b", "ä");
        Check("view", ColumnType.Factor, "short", "longer than twelve bytes");
        Check("dict", ColumnType.Factor, "a", "z");
        Check("date32", ColumnType.Date, 2, -1);
        Check("date64", ColumnType.Date, 2, -1);
        Check("s", ColumnType.DateTime, Math.Floor(seconds), -1.0);
        Check("ms", ColumnType.DateTime, seconds, -1.0);
        Check("us", ColumnType.DateTime, seconds, -1.0);
        Check("ns", ColumnType.DateTime, seconds, -1.0);
        Check("decimal", ColumnType.Double, 12.345, -9_999_999_999_999.999);
        Assert.Equal([null, null, null], Cells.Of(table, "null"));
        Assert.Equal(ColumnType.Logical, table.Find("null")!.Type);
        Assert.Equal(["z", "a", "unused"], ((FactorColumn)table.Find("dict")!).Levels);
        Assert.Equal("UTC", ((DateTimeColumn)table.Find("ms")!).TimeZone);

        void Check(string name, ColumnType type, object first, object last)
        {
            Assert.Equal(type, table.Find(name)!.Type);
            Assert.Equal([first, null, last], Cells.Of(table, name));
            Assert.Equal(1, table.Find(name)!.MissingCount);
        }
    }

    [Fact]
    public void Batches_follow_each_other()
    {
        var everything = PeerSamples.Everything();
        var one = ArrowStreamReader.Read(Peer.Write([everything]));
        var three = ArrowStreamReader.Read(Peer.Write([everything, everything, everything]));
        Assert.Equal(9, three.Rows);
        foreach (var (single, triple) in one.Columns.Zip(three.Columns))
            Assert.Equal([.. Cells.Of(single), .. Cells.Of(single), .. Cells.Of(single)], Cells.Of(triple));
    }

    [Fact]
    public void Slices_are_read()
    {
        var numbers = new DoubleArray.Builder();
        var texts = new StringArray.Builder();
        var flags = new BooleanArray.Builder();
        for (var i = 0; i < 100; i++)
        {
            if (i % 5 == 0) numbers.AppendNull(); else numbers.Append(i);
            texts.Append($"t{i % 7}");
            flags.Append(i % 3 == 0);
        }
        var batch = Peer.Batch(("n", numbers.Build()), ("t", texts.Build()), ("f", flags.Build())).Slice(13, 50);
        var table = ArrowStreamReader.Read(Peer.Write([batch]));
        Assert.Equal(Enumerable.Range(13, 50).Select(i => i % 5 == 0 ? null : (object?)(double)i), Cells.Of(table, "n"));
        Assert.Equal(Enumerable.Range(13, 50).Select(i => (object?)$"t{i % 7}"), Cells.Of(table, "t"));
        Assert.Equal(Enumerable.Range(13, 50).Select(i => (object?)(i % 3 == 0)), Cells.Of(table, "f"));
    }

    [Theory]
    [InlineData(CompressionCodecType.Lz4Frame)]
    [InlineData(CompressionCodecType.Zstd)]
    public void Compressed_bodies_of_many_blocks_are_inflated(CompressionCodecType codec)
    {
        var random = new Random(1);
        var values = Enumerable.Range(0, 200_000).Select(_ => (double)random.Next(1000)).ToArray();
        var table = ArrowStreamReader.Read(Peer.Write([Peer.Batch(("n", new DoubleArray.Builder().AppendRange(values).Build()))], codec));
        Assert.Equal(values, ((DoubleColumn)table.Columns[0]).Values.ToArray());
    }

    [Fact]
    public void Types_that_are_not_read_are_refused_by_name()
    {
        var batch = Peer.Batch(("when", new Time32Array.Builder(Apache.Arrow.Types.TimeUnit.Second).Append(1).Build()));
        var error = Assert.Throws<ArrowFormatException>(() => ArrowStreamReader.Read(Peer.Write([batch])));
        Assert.Contains("Column 'when': its type, Time, cannot be read", error.Message, StringComparison.Ordinal);
    }
}
