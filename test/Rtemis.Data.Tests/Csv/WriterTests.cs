using System.Text;

namespace Rtemis.Data.Tests.Csv;

/// <summary>What is written is RFC 4180 and comes back.</summary>
public sealed class WriterTests
{
    static readonly Table Sample = new(
    [
        new DoubleColumn("real", new[] { 0.1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 5e-324 }, BitView.Pack(5, row => row != 4)),
        new IntegerColumn("whole", new[] { 1, -2, int.MaxValue, 0, 5 }, BitView.Pack(5, row => row != 3)),
        new LogicalColumn("flag", BitView.Pack(5, row => row % 2 == 0), BitView.Pack(5, row => row != 1)),
        new FactorColumn("group", new[] { 1, 0, -1, 1, 0 }, ["a,b", "c"]),
        new DateColumn("day", new[] { 0, 1, -1, 20_785, 2 }),
        new DateTimeColumn("time", new[] { 0, 1.5, -1, 1e9 + 0.123456, 2 }),
        new TextColumn("te\"xt", new[] { "say \"hi\"", null, "x\r\ny", " é ", "" }),
    ], 5);

    [Fact]
    public void A_table_is_written_as_RFC_4180_says() => Assert.Equal(
        """"
        real,whole,flag,group,day,time,"te""xt"
        0.1,1,TRUE,c,1970-01-01,1970-01-01T00:00:00Z,"say ""hi"""
        NaN,-2,,"a,b",1970-01-02,1970-01-01T00:00:01.5Z,
        Inf,2147483647,TRUE,,1969-12-31,1969-12-31T23:59:59Z,"x
        y"
        -Inf,,FALSE,c,2026-11-28,2001-09-09T01:46:40.123456Z, é 
        ,5,TRUE,"a,b",1970-01-03,1970-01-01T00:00:02Z,

        """".ReplaceLineEndings("\r\n"), Encoding.UTF8.GetString(Written(Sample)));

    [Fact]
    public void What_is_written_with_NA_comes_back()
    {
        var types = Sample.Columns.Where(c => c is not TextColumn).ToDictionary(c => c.Name, c => c.Type);
        var back = CsvText.Read(Written(Sample, new CsvWriteOptions { MissingText = "NA" }), new CsvReadOptions { FindDates = true, ColumnTypes = types });
        Assert.Equal(CsvText.Told(Sample), CsvText.Told(back));
    }

    [Fact]
    public void Every_double_comes_back_bit_by_bit()
    {
        var random = new Random(8);
        var random64 = Enumerable.Range(0, 5000).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)));
        double[] values = [.. random64.Where(double.IsFinite), -0.0];
        var back = CsvText.Read(Written(new Table([new DoubleColumn("a", values)], values.Length)));
        Assert.Equal(values.Select(BitConverter.DoubleToInt64Bits), ((DoubleColumn)back.Columns[0]).Values.ToArray().Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void A_missing_cell_of_an_only_column_is_no_empty_line()
    {
        var table = new Table([new IntegerColumn("a", new[] { 1, 0 }, BitView.Pack(2, row => row == 0))], 2);
        Assert.Equal("a\r\n1\r\n\"\"\r\n", Encoding.UTF8.GetString(Written(table)));
        Assert.Equal("a:Integer[1|NA]", CsvText.Told(CsvText.Read(Written(table))));
    }

    [Fact]
    public void Text_writers_get_the_same_and_stay_open()
    {
        using var text = new StringWriter();
        CsvTableWriter.Write(Sample, text, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetString(Written(Sample)), text.ToString());
        text.Write("more");
    }

    [Fact]
    public void Another_delimiter_is_quoted_where_it_is_text()
    {
        var table = new Table([new TextColumn("a;b", new[] { "1,5", "x;y" })], 2);
        Assert.Equal("\"a;b\"\r\n1,5\r\n\"x;y\"\r\n", Encoding.UTF8.GetString(Written(table, new CsvWriteOptions { Delimiter = ';' })));
    }

    [Fact]
    public void A_day_beyond_the_calendar_is_refused()
    {
        var error = Assert.Throws<ColumnConversionException>(() => Written(new Table([new DateColumn("day", new[] { int.MaxValue })], 1)));
        Assert.Contains("Column 'day' cannot become text: '2147483647 days since 1970' is not in the years 1 to 9999.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Writing_ends_when_it_is_cancelled()
    {
        using var target = new MemoryStream();
        Assert.Throws<OperationCanceledException>(() => CsvTableWriter.Write(Sample, target, cancellation: new CancellationToken(canceled: true)));
    }

    static byte[] Written(Table table, CsvWriteOptions? options = null)
    {
        using var target = new MemoryStream();
        CsvTableWriter.Write(table, target, options, TestContext.Current.CancellationToken);
        return target.ToArray();
    }
}
