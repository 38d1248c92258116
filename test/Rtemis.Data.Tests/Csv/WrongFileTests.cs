using System.Text;

namespace Rtemis.Data.Tests.Csv;

/// <summary>What is wrong with a file is told with its place.</summary>
public sealed class WrongFileTests
{
    [Theory]
    [InlineData("", null, null, "The file is empty.")]
    [InlineData("\n\r\n\n", null, null, "The file is empty.")]
    [InlineData("a,b,c\n1,2,3\n4,5\n", 3L, null, "2 fields where 3 are expected (what parts them is a comma)")]
    [InlineData("a,b\n1,2\n\n\"x\ny\",2,3\n", 4L, null, "3 fields where 2 are expected")]
    [InlineData("a;b\n1;2\n3;4;5\n", 3L, null, "a semicolon")]
    [InlineData("a,b,c\n1\n", 2L, null, "1 field where 3 are expected")]
    [InlineData("a\n1,2,3\n", 2L, null, "3 fields where 1 is expected")]
    [InlineData("a,b\n1,2\n3,\"open\n4,5\n", 3L, 2, "its quote is not closed")]
    [InlineData("a,\"b\n1,2\n", 1L, 2, "its quote is not closed")]
    [InlineData("a,b,c\n1,2,3\n4,\"x\"y,6\n", 3L, 2, "text follows its closing quote")]
    [InlineData("a,b\n1,\"x\ny\"\n2,\"x\" \n", 4L, 2, "text follows its closing quote")]
    [InlineData("a,b\n1,2\n3,\0\n", 3L, null, "zero byte")]
    public void A_wrong_record_is_named(string text, long? line, int? field, string problem) => Refused(Encoding.UTF8.GetBytes(text), null, line, field, problem);

    [Theory]
    [InlineData("a,b\n1,2\n\n3,\u00fc\n", 4L, 2)]
    [InlineData("a,\u00fc\n1,2\n", 1L, 2)]
    public void Bytes_that_are_no_UTF8_are_refused(string text, long line, int field) => Refused(Encoding.Latin1.GetBytes(text), null, line, field, "not UTF-8");

    [Theory]
    [InlineData(ColumnType.Double, "abc", "'abc' is not a number (column 'b')")]
    [InlineData(ColumnType.Integer, "1.5", "'1.5' is not a whole number of 32 bits")]
    [InlineData(ColumnType.Integer, "3000000000", "'3000000000' is not a whole number")]
    [InlineData(ColumnType.Logical, "yes", "'yes' is not one of T, TRUE")]
    [InlineData(ColumnType.Date, "2026-13-01", "'2026-13-01' is not an ISO 8601 date")]
    [InlineData(ColumnType.DateTime, "noon", "'noon' is not an ISO 8601 date and time")]
    [InlineData(ColumnType.Double, "a very long value a very long value a very long value a very long value", "value a very...' is not a number")]
    public void A_value_that_is_not_of_the_given_type_is_refused(ColumnType type, string value, string problem)
    {
        var options = new CsvReadOptions { ColumnTypes = new Dictionary<string, ColumnType> { ["b"] = type } };
        Refused(Encoding.UTF8.GetBytes($"a,b\n\"x\ny\",NA\nx,{value}\n"), options, 4, 2, problem);
    }

    [Fact]
    public void A_type_for_a_column_that_is_not_there_is_refused()
    {
        var options = new CsvReadOptions { ColumnTypes = new Dictionary<string, ColumnType> { ["z"] = ColumnType.Factor } };
        Refused("a,b\n1,2\n"u8.ToArray(), options, 1, null, "there is no column 'z' to be read as factor");
    }

    [Fact]
    public void The_names_of_rows_count_as_a_field()
    {
        var options = new CsvReadOptions { ColumnTypes = new Dictionary<string, ColumnType> { ["a"] = ColumnType.Integer } };
        Refused("a,b\nr1,x,2\n"u8.ToArray(), options, 2, 2, "'x' is not a whole number");
    }

    [Fact]
    public void A_quote_that_swallows_a_large_file_ends_the_reading_before_memory_does()
    {
        var bytes = new byte[66 << 20];
        bytes.AsSpan().Fill((byte)'x');
        "a,b\n1,\""u8.CopyTo(bytes);
        using var pipe = new ForwardOnlyStream(bytes);
        var error = Assert.Throws<CsvFormatException>(() => CsvTableReader.Read(pipe, cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("is a quote not closed?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_files_are_read_or_refused_and_nothing_else()
    {
        var random = new Random(10);
        var refused = 0;
        for (var i = 0; i < 3000; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(DifficultFile.Next(random).Text);
            for (var damage = random.Next(4); damage >= 0; damage--) bytes[random.Next(bytes.Length)] = Damage(random);
            try
            {
                CsvText.Read(bytes[..random.Next(bytes.Length / 2, bytes.Length)], new CsvReadOptions { FindDates = true });
            }
            catch (CsvFormatException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 500, 2900);
    }

    static byte Damage(Random random) => random.Next(3) == 0 ? (byte)random.Next(256) : "\",;\n\r\t|"u8[random.Next(7)];

    static void Refused(byte[] bytes, CsvReadOptions? options, long? line, int? field, string problem)
    {
        var error = Assert.Throws<CsvFormatException>(() => CsvText.Read(bytes, options));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal((line, field), (error.Line, error.Field));
    }
}
