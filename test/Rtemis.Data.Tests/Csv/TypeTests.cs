namespace Rtemis.Data.Tests.Csv;

/// <summary>Types and values are found as R 4.2.2's <c>type.convert</c> finds them, whose answers these are but for the lower-case logical texts.</summary>
public sealed class TypeTests
{
    [Theory]
    [InlineData("T|F|TRUE|FALSE|NA|", "Logical[True|False|True|False|NA|NA]")]
    [InlineData("true|False|True|false", "Logical[True|False|True|False]")]
    [InlineData("tRUE|T", "Text[tRUE|T]")]
    [InlineData("T|1", "Text[T|1]")]
    [InlineData(" T|F", "Text[ T|F]")]
    [InlineData("NA|NA", "Logical[NA|NA]")]
    [InlineData("|  ", "Logical[NA|NA]")]
    [InlineData("1|-5|+7|007|NA||  ", "Integer[1|-5|7|7|NA|NA|NA]")]
    [InlineData("2147483647|-2147483647", "Integer[2147483647|-2147483647]")]
    [InlineData("2147483648|1", "Double[2147483648|1]")]
    [InlineData("-2147483648|1", "Double[-2147483648|1]")]
    [InlineData("\t1| 2", "Integer[1|2]")]
    [InlineData("1 |2", "Double[1|2]")]
    [InlineData("1.5|2|.5|5.|-0|1e5|1E-2|1e|1e+", "Double[1.5|2|0.5|5|-0|100000|0.01|1|1]")]
    [InlineData("Inf|-inf|+INF|infinity|NaN|nan|-NaN", "Double[Infinity|-Infinity|Infinity|Infinity|NaN|NaN|NaN]")]
    [InlineData("1e400|-1e400|1e-400|1e99999999999", "Double[Infinity|-Infinity|0|Infinity]")]
    [InlineData("0x1A|0X1f|-0x10", "Double[26|31|-16]")]
    [InlineData("9007199254740993|0.1|123456789.123456789|1e22|1e23", "Double[9007199254740992|0.1|123456789.12345679|1E+22|1E+23]")]
    [InlineData("1|x", "Text[1|x]")]
    [InlineData("1| NA", "Text[1| NA]")]
    [InlineData("x|NA||  ", "Text[x|NA||  ]")]
    [InlineData("1L|2L", "Text[1L|2L]")]
    [InlineData("1d5|2", "Text[1d5|2]")]
    [InlineData("NAN|1", "Text[NAN|1]")]
    [InlineData("infinit|1", "Text[infinit|1]")]
    [InlineData("0x|0xg", "Text[0x|0xg]")]
    [InlineData(".|-.|--1|+-1|- 1|1 2|1_000|1f", "Text[.|-.|--1|+-1|- 1|1 2|1_000|1f]")]
    [InlineData("1e 5|1e+-5", "Text[1e 5|1e+-5]")]
    [InlineData("1+2i|1i", "Text[1+2i|1i]")]
    [InlineData("\u00a01|2", "Text[\u00a01|2]")]
    [InlineData("2026-11-28|2026-11-29", "Text[2026-11-28|2026-11-29]")]
    public void A_column_has_the_first_type_that_takes_all_its_values(string cells, string expected) =>
        Assert.Equal($"a:{expected} b:Integer[{string.Join('|', cells.Split('|').Select(_ => "0"))}]", CsvText.ReadAndTold(File(cells)));

    [Fact]
    public void A_number_late_in_a_column_of_text_and_a_text_late_in_one_of_numbers_are_kept_as_they_are_written()
    {
        var rows = string.Concat(Enumerable.Range(0, 5000).Select(i => $"00{i},x{i}\n"));
        var table = CsvText.Read($"a,b\n{rows}late,007\n");
        Assert.Equal("0042", ((TextColumn)table.Columns[0]).Values.Span[42]);
        Assert.Equal("late", ((TextColumn)table.Columns[0]).Values.Span[5000]);
        Assert.Equal("007", ((TextColumn)table.Columns[1]).Values.Span[5000]);
    }

    [Fact]
    public void Every_double_is_the_nearest_one()
    {
        var random = new Random(7);
        double[] numbers = [.. Enumerable.Range(0, 20_000).Select(i => i % 2 == 0
            ? BitConverter.UInt64BitsToDouble((ulong)random.NextInt64()) : Math.Round(random.NextDouble() * 1e6, random.Next(12)))];
        numbers = [.. numbers.Where(double.IsFinite), 0.5];
        var table = CsvText.Read("a\n" + string.Join('\n', numbers.Select(n => n.ToString("R", System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(numbers, ((DoubleColumn)table.Columns[0]).Values.ToArray());
    }

    static string File(string cells) => "a,b\n" + string.Concat(cells.Split('|').Select(cell => $"{cell},0\n"));
}
