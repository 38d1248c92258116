namespace Rtemis.Data.Tests.Csv;

/// <summary>How a file falls into records, fields and names.</summary>
public sealed class RecordTests
{
    [Theory]
    [InlineData("a,b\n1,x\n2,y\n")]
    [InlineData("a,b\r\n1,x\r\n2,y\r\n")]
    [InlineData("a,b\r1,x\r2,y\r")]
    [InlineData("a,b\n1,x\n2,y")]
    [InlineData("\n\na,b\n\n1,x\n   \n\n2,y\n\n\n")]
    [InlineData("\"a\",\"b\"\n\"1\",\"x\"\n\"2\",\"y\"\n")]
    [InlineData("a;b\n1;x\n2;y\n")]
    [InlineData("a\tb\n1\tx\n2\ty\n")]
    [InlineData("a|b\n1|x\n2|y\n")]
    [InlineData("sep=;\na;b\n1;x\n2;y\n")]
    [InlineData("\"a\",\"b\"\n\"one\",1,\"x\"\n\"two\",2,\"y\"\n")]
    public void Files_of_many_kinds_hold_the_same_table(string text) => Assert.Equal("a:Integer[1|2] b:Text[x|y]", CsvText.ReadAndTold(text));

    [Theory]
    [InlineData("\"x,y\"", "x,y")]
    [InlineData("\"x\ny\"", "x\ny")]
    [InlineData("\"x\r\ny\"", "x\r\ny")]
    [InlineData("\"x\ry\"", "x\ry")]
    [InlineData("\"say \"\"hi\"\"\"", "say \"hi\"")]
    [InlineData("5\" pipe", "5\" pipe")]
    [InlineData(" blanks ", " blanks ")]
    [InlineData("#no comment", "#no comment")]
    [InlineData("\\n'x'", "\\n'x'")]
    [InlineData("é€😀", "é€😀")]
    public void Text_is_kept_as_it_is(string field, string expected)
    {
        var table = CsvText.Read($"a,b\n1,{field}\n2,z\n");
        Assert.Equal([expected, "z"], Cells.Of(table, "b"));
    }

    [Theory]
    [InlineData("a,b,c", "a b c")]
    [InlineData(" a ,\" b \",c", "a b c")]
    [InlineData("a,a,a", "a a.1 a.2")]
    [InlineData("a,a.1,a", "a a.1 a.2")]
    [InlineData(",a,", "X a X.1")]
    [InlineData("X,,a", "X X.1 a")]
    [InlineData("a b,1st,NA", "a b|1st|NA")]
    public void Names_are_those_of_the_header_made_unique(string header, string expected)
    {
        var names = CsvText.Read($"{header}\n1,2,3\n").Columns.Select(c => c.Name);
        Assert.Equal(expected.Split(expected.Contains('|') ? '|' : ' '), names);
    }

    [Fact]
    public void A_file_of_a_header_alone_has_columns_but_no_rows() => Assert.Equal("a:Logical[] b:Logical[]", CsvText.ReadAndTold("a,b\n"));

    [Fact]
    public void A_blank_field_of_an_only_column_is_missing_and_an_empty_line_is_none() =>
        Assert.Equal("a:Integer[1|NA|2|NA]", CsvText.ReadAndTold("a\n1\n  \n\n2\n\"\"\n"));

    [Fact]
    public void A_field_may_be_longer_than_any_buffer()
    {
        var text = new string('x', 3_000_000) + "\n\"";
        Assert.Equal([text], Cells.Of(CsvText.Read($"a,b\n\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\",1\n"), "a"));
    }

    [Fact]
    public void Many_columns_are_read()
    {
        var names = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"c{i}"));
        var table = CsvText.Read($"{names}\n{string.Join(',', Enumerable.Range(0, 20_000))}\n");
        Assert.Equal([19_999], Cells.Of(table, "c19999"));
    }
}
