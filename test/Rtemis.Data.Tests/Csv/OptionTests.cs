namespace Rtemis.Data.Tests.Csv;

/// <summary>What the options change.</summary>
public sealed class OptionTests
{
    [Fact]
    public void Decimals_may_stand_behind_a_comma_and_the_semicolon_parts_fields_then()
    {
        var options = new CsvReadOptions { DecimalMark = ',' };
        Assert.Equal("a:Double[1.5|-2000000] b:Integer[1|2] c:Text[1.5|2]", CsvText.ReadAndTold("a;b;c\n1,5;1;1.5\n-2,0e6;2;2\n", options));
        Assert.Equal("a:Double[1234567890.1234567]", CsvText.ReadAndTold("a\n1234567890,1234567\n", options));
        Assert.Equal("a:Double[1.5] b:Integer[1]", CsvText.ReadAndTold("a\tb\n1,5\t1\n", options with { Delimiter = '\t' }));
    }

    [Fact]
    public void Without_a_header_columns_are_numbered() =>
        Assert.Equal("V1:Integer[1|2] V2:Text[x|y]", CsvText.ReadAndTold("1,x\n2,y\n", new CsvReadOptions { HasHeader = false }));

    [Fact]
    public void Other_texts_may_mean_a_missing_value() =>
        Assert.Equal("a:Integer[1|NA|NA] b:Text[NA|x|]", CsvText.ReadAndTold("a,b\n1,-\n-,x\n?,\n", new CsvReadOptions { MissingTexts = ["-", "?"] }));

    [Fact]
    public void Another_sign_or_none_may_quote()
    {
        Assert.Equal("a:Text[x,y] b:Text[\"]", CsvText.ReadAndTold("a,b\n'x,y',\"\n", new CsvReadOptions { Quote = '\'' }));
        Assert.Equal("a:Text[\"x] b:Text[y\"]", CsvText.ReadAndTold("a,b\n\"x,y\"\n", new CsvReadOptions { Quote = null }));
    }

    [Fact]
    public void Text_may_become_factors_whose_levels_are_in_their_order()
    {
        var table = CsvText.Read("a,b\nb,1\nA,2\na,3\nNA,4\nb,5\n,6\n", new CsvReadOptions { TextAsFactors = true });
        var factor = Assert.IsType<FactorColumn>(table.Columns[0]);
        Assert.Equal(["", "a", "A", "b"], factor.Levels);
        Assert.Equal([3, 2, 1, -1, 3, 0], factor.Codes.ToArray());
        Assert.Equal(ColumnType.Integer, table.Columns[1].Type);
    }

    [Fact]
    public void Dates_and_times_are_found_if_wanted()
    {
        var table = CsvText.Read("day,time,mixed\n1970-01-02,1970-01-01T00:00:01.5Z,1970-01-01\nNA,1970-01-01 01:00+01:00,1970-01-01T00:00\n,,\n",
            new CsvReadOptions { FindDates = true });
        Assert.Equal("day:Date[1|NA|NA] time:DateTime[1.5|0|NA] mixed:Text[1970-01-01|1970-01-01T00:00|]", CsvText.Told(table));
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-1-01")]
    [InlineData("2026-01-01T25:00")]
    [InlineData("2026-01-01T10")]
    [InlineData("01.02.2026")]
    public void What_is_no_ISO_date_stays_text(string cell) =>
        Assert.Equal($"a:Text[{cell}]", CsvText.ReadAndTold($"a\n{cell}\n", new CsvReadOptions { FindDates = true }));

    [Fact]
    public void Types_can_be_given_by_name()
    {
        var options = new CsvReadOptions
        {
            ColumnTypes = new Dictionary<string, ColumnType>
            {
                ["id"] = ColumnType.Text,
                ["group"] = ColumnType.Factor,
                ["n"] = ColumnType.Double,
                ["day"] = ColumnType.Date,
                ["X"] = ColumnType.Integer,
            },
        };
        Assert.Equal("id:Text[007] group:Factor[2] n:Double[1] day:Date[0] X:Integer[5] rest:Integer[6]",
            CsvText.ReadAndTold("id,group,n,day,,rest\n007,2,1,1970-01-01,5,6\n", options));
    }

    [Fact]
    public void Options_that_contradict_each_other_are_refused()
    {
        Assert.Throws<ArgumentException>(() => CsvText.Read("a\n1\n", new CsvReadOptions { DecimalMark = ';' }));
        Assert.Throws<ArgumentException>(() => CsvText.Read("a\n1\n", new CsvReadOptions { DecimalMark = ',', Delimiter = ',' }));
    }
}
