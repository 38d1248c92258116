namespace Rtemis.Data.Tests;

public class RoundTripTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(9, true)]
    [InlineData(1000, false)]
    [InlineData(100_003, true)]
    public void Every_written_type_comes_back_as_it_was(int rows, bool missing)
    {
        var table = Samples.Table(rows, missing);
        var back = ArrowStreamReader.Read(Samples.Bytes(table));

        Assert.Equal(rows, back.Rows);
        Assert.Equal(table.Columns.Select(c => (c.Name, c.Type)), back.Columns.Select(c => (c.Name, c.Type)));
        foreach (var (was, now) in table.Columns.Zip(back.Columns))
        {
            Assert.Equal(was.MissingCount, now.MissingCount);
            Assert.Equal(Cells.Of(was), Cells.Of(now));
        }
        Assert.Equal(["low", "", "höher"], ((FactorColumn)back.Find("factor")!).Levels);
        Assert.Equal("Europe/Berlin", ((DateTimeColumn)back.Find("time")!).TimeZone);
    }

    [Fact]
    public void A_stream_and_a_buffer_receive_the_same_bytes()
    {
        var table = Samples.Table(50, missing: true);
        using var stream = new MemoryStream();
        ArrowStreamWriter.Write(table, stream);
        Assert.Equal(Samples.Bytes(table), stream.ToArray());
    }

    [Fact]
    public void A_table_without_columns_keeps_its_rows()
    {
        var back = ArrowStreamReader.Read(Samples.Bytes(new Table([], 7)));
        Assert.Equal(7, back.Rows);
        Assert.Empty(back.Columns);
    }

    [Fact]
    public void Written_text_is_read_as_a_factor_of_its_distinct_values_in_level_order()
    {
        var longText = new string('ß', 20_000);
        string?[] values = ["b", null, "", "a", longText, "b"];
        var back = ArrowStreamReader.Read(Samples.Bytes(new Table([new TextColumn("t", values)], values.Length)));
        var factor = Assert.IsType<FactorColumn>(Assert.Single(back.Columns));
        Assert.Equal(["", "a", "b", longText], factor.Levels);
        Assert.Equal(values, Cells.Of(factor));
    }

    [Fact]
    public void A_given_level_order_rules()
    {
        string?[] values = ["b", "a", "c"];
        var descending = Comparer<string>.Create((x, y) => string.CompareOrdinal(y, x));
        var back = ArrowStreamReader.Read(Samples.Bytes(new Table([new TextColumn("t", values)], 3)), descending);
        Assert.Equal(["c", "b", "a"], ((FactorColumn)back.Columns[0]).Levels);
    }

    [Fact]
    public void Bits_that_start_amid_a_byte_are_written_from_their_start()
    {
        var bits = new BitView(new byte[] { 0b1011_0100, 0b0000_0101 }, 3, 9);
        var back = ArrowStreamReader.Read(Samples.Bytes(new Table([new LogicalColumn("l", bits, new BitView(new byte[] { 0xFE, 0xFF }, 1, 9))], 9)));
        Assert.Equal(Enumerable.Range(0, 9).Select(i => (object?)bits[i]), Cells.Of(back.Columns[0]));
    }

    [Fact]
    public void Times_that_are_no_number_are_written_as_missing()
    {
        var back = ArrowStreamReader.Read(Samples.Bytes(new Table([new DateTimeColumn("t", new[] { 1.0, double.NaN })], 2)));
        Assert.Equal([1.0, null], Cells.Of(back.Columns[0]));
    }

    [Fact]
    public void NaN_stays_a_value()
    {
        var back = ArrowStreamReader.Read(Samples.Bytes(new Table([new DoubleColumn("d", new[] { double.NaN, -0.0 })], 2)));
        Assert.Equal(0, back.Columns[0].MissingCount);
        Assert.Equal([double.NaN, -0.0], Cells.Of(back.Columns[0]));
    }

    [Fact]
    public void Columns_with_their_own_layout_are_views_of_the_input()
    {
        var bytes = Samples.Bytes(new Table([new DoubleColumn("d", new double[100_000])], 100_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var back = ArrowStreamReader.Read(bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000);
        Assert.Equal(0, ((DoubleColumn)back.Columns[0]).Values.Span[99_999]);
        // The last cell lies before the padding of its buffer and the end marker.
        bytes.AsSpan(0, bytes.Length - 8).Fill(0xFF);
        Assert.True(double.IsNaN(((DoubleColumn)back.Columns[0]).Values.Span[99_999]));
    }

    [Fact]
    public unsafe void Views_can_be_pinned()
    {
        var back = ArrowStreamReader.Read(Samples.Bytes(new Table([new DoubleColumn("d", new[] { 1.0, 2.0 })], 2)));
        using var handle = ((DoubleColumn)back.Columns[0]).Values[1..].Pin();
        Assert.Equal(2.0, *(double*)handle.Pointer);
    }

    [Fact]
    public void A_stream_at_an_odd_address_is_read()
    {
        var bytes = Samples.Bytes(Samples.Table(20, missing: true));
        var shifted = new byte[bytes.Length + 3];
        bytes.CopyTo(shifted, 3);
        var back = ArrowStreamReader.Read(shifted.AsMemory(3));
        foreach (var (was, now) in Samples.Table(20, missing: true).Columns.Zip(back.Columns)) Assert.Equal(Cells.Of(was), Cells.Of(now));
    }
}
