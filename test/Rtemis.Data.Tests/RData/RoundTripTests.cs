using System.IO.Compression;

namespace Rtemis.Data.Tests.RData;

/// <summary>What is written is read back.</summary>
public class RoundTripTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RFormat.Xdr)]
    [InlineData(RFormat.LittleEndian)]
    public void Objects_come_back_as_they_were(RFormat format)
    {
        var objects = new RandomObjects(1);
        for (var i = 0; i < 3000; i++)
        {
            var value = objects.Next();
            Assert.Equal(RCode.Of(value), RCode.Of(Reread(value, format)));
        }
    }

    [Fact]
    public void Tables_come_back_as_they_were()
    {
        var random = new Random(2);
        for (var i = 0; i < 200; i++)
        {
            var table = RandomTables.Next(random, random.Next(60));
            var back = RDataFrame.ToTable(Reread(RDataFrame.FromTable(table), RFormat.LittleEndian));
            Assert.Equal(table.Rows, back.Rows);
            foreach (var (expected, actual) in table.Columns.Zip(back.Columns))
            {
                Assert.Equal((expected.Name, expected.Type, expected.MissingCount), (actual.Name, actual.Type, actual.MissingCount));
                Assert.Equal(Cells.Of(expected), Cells.Of(actual));
            }
            Assert.Equal(((FactorColumn)table.Find("f")!).Levels, ((FactorColumn)back.Find("f")!).Levels);
            Assert.Equal(((DateTimeColumn)table.Find("t")!).TimeZone, ((DateTimeColumn)back.Find("t")!).TimeZone);
        }
    }

    [Fact]
    public void A_table_without_columns_keeps_its_rows()
    {
        var back = RDataFrame.ToTable(Reread(RDataFrame.FromTable(new Table([], 12)), RFormat.Xdr));
        Assert.Equal((12, 0), (back.Rows, back.Columns.Count));
    }

    [Fact]
    public void Vectors_beyond_the_buffer_come_back_from_files()
    {
        var values = Enumerable.Range(0, 300_001).Select(i => i * 0.5).ToArray();
        var texts = values.Select(v => (string?)new string('é', (int)v % 50)).Append(new string('x', 200_000)).ToArray();
        using var file = new MemoryStream();
        RdsFile.Write(new RList([new RDouble(values), new RCharacter(texts)]), file, Cancel);
        file.Position = 0;
        var back = Assert.IsType<RList>(RdsFile.Read(file, cancellation: Cancel));
        Assert.Equal(values, ((RDouble)back.Values[0]).Values.ToArray());
        Assert.Equal(texts, ((RCharacter)back.Values[1]).Values.ToArray());
    }

    [Fact]
    public void Texts_that_R_cannot_hold_are_written_with_replacement_characters()
    {
        var back = Assert.IsType<RCharacter>(Reread(new RCharacter(new[] { "a\0b", "a\ud800b" }), RFormat.Xdr));
        Assert.Equal(["a\uFFFDb", "a\uFFFDb"], back.Values.ToArray());
    }

    [Fact]
    public void Writing_a_table_takes_no_memory_for_its_cells()
    {
        const int Rows = 20_000;
        var validity = BitView.Pack(Rows, i => i % 7 > 0);
        var columns = Enumerable.Range(0, 40).Select(i => (Column)new DoubleColumn($"x{i}", new double[Rows], i % 2 == 0 ? null : validity))
            .Append(new LogicalColumn("b", BitView.Pack(Rows, i => i % 2 == 0))).Append(new FactorColumn("f", new int[Rows], ["a"]));
        var frame = RDataFrame.FromTable(new Table([.. columns], Rows));
        RSerialization.Write(frame, Stream.Null, RFormat.LittleEndian, Cancel);
        var before = GC.GetAllocatedBytesForCurrentThread();
        RSerialization.Write(frame, Stream.Null, RFormat.LittleEndian, Cancel);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    [Fact]
    public void Objects_nested_too_deep_are_refused_in_both_directions()
    {
        RObject deep = RNull.Instance;
        for (var i = 0; i < 600; i++) deep = new RList([deep]);
        Assert.Throws<ArgumentException>(() => RSerialization.Write(deep, Stream.Null, RFormat.Xdr, Cancel));

        byte[] header = [.. RFiles.Bytes("null.bin")[..23]];
        byte[] nested = [.. header, .. Enumerable.Repeat(new byte[] { 0, 0, 0, 19, 0, 0, 0, 1 }, 100_000).SelectMany(b => b)];
        var refused = Assert.Throws<RDataFormatException>(() => RSerialization.Read(new MemoryStream(nested), null, Cancel));
        Assert.Contains("deeper", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_pairlists_are_not_deep_ones()
    {
        var values = Enumerable.Repeat<RObject>(RNull.Instance, 50_000).ToArray();
        var back = Reread(new RPairlist(new string?[values.Length], values), RFormat.Xdr);
        Assert.Equal(values.Length, Assert.IsType<RPairlist>(back).Values.Count);
    }

    [Fact]
    public void A_small_file_that_grows_beyond_the_limit_is_refused()
    {
        using var file = new MemoryStream();
        using (var compressed = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true))
            RSerialization.Write(new RDouble(new double[4_000_000]), compressed, cancellation: Cancel);
        file.Position = 0;
        var refused = Assert.Throws<RDataFormatException>(() => RdsFile.Read(file, 16 << 20, Cancel));
        Assert.Contains("16777216", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sequence_that_would_grow_beyond_the_limit_is_refused()
    {
        var bytes = RFiles.Bytes("intseq.bin");
        // Its length, a double: 4 becomes 4e6.
        var at = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x40, 0x10, 0, 0, 0, 0, 0, 0]);
        System.Buffers.Binary.BinaryPrimitives.WriteDoubleBigEndian(bytes.AsSpan(at), 4e6);
        Assert.Equal(4_000_000, Assert.IsType<RInteger>(RSerialization.Read(new MemoryStream(bytes), null, Cancel)).Length);
        Assert.Throws<RDataFormatException>(() => RSerialization.Read(new MemoryStream(bytes), 1 << 20, Cancel));
    }

    static RObject Reread(RObject value, RFormat format)
    {
        using var stream = new MemoryStream();
        RSerialization.Write(value, stream, format, Cancel);
        stream.Position = 0;
        return RSerialization.Read(stream, cancellation: Cancel);
    }
}
