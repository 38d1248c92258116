namespace Rtemis.Data.Tests;

public class ColumnConversionTests
{
    static readonly BitView FirstMissing = BitView.Pack(4, i => i != 0);

    static object?[] Cell(Column column, ColumnType type) => Cells.Of(ColumnConversion.To(column, type));

    static IReadOnlyList<string> Levels(Column column) => ((FactorColumn)ColumnConversion.To(column, ColumnType.Factor)).Levels;

    static string Refusal(Column column, ColumnType type) =>
        Assert.Throws<ColumnConversionException>(() => ColumnConversion.To(column, type)).Message;

    [Fact]
    public void Numbers_become_a_factor_with_levels_in_numeric_order()
    {
        var column = new DoubleColumn("x", new[] { 7, 10, -0.5, double.NaN, 100000, 10, -0.0, 0.0 }, BitView.Pack(8, i => i != 0));
        Assert.Equal(["-0.5", "0", "10", "1e+05"], Levels(column));
        Assert.Equal([null, "10", "-0.5", null, "1e+05", "10", "0", "0"], Cell(column, ColumnType.Factor));
        Assert.Equal(["-1", "9", "100000"], Levels(new IntegerColumn("i", new[] { 100000, 9, -1, 9 })));
    }

    [Fact]
    public void Numbers_that_are_written_alike_are_one_level()
    {
        var column = new DoubleColumn("x", new[] { 0.3, 0.1 + 0.2, 1 });
        Assert.Equal(["0.3", "1"], Levels(column));
        Assert.Equal(["0.3", "0.3", "1"], Cell(column, ColumnType.Factor));
    }

    [Fact]
    public void Logicals_become_a_factor_of_FALSE_and_TRUE_or_0_and_1()
    {
        var column = new LogicalColumn("l", BitView.Pack(4, i => i > 1), FirstMissing);
        Assert.Equal(["FALSE", "TRUE"], Levels(column));
        Assert.Equal([null, "FALSE", "TRUE", "TRUE"], Cell(column, ColumnType.Factor));
        Assert.Equal([null, 0, 1, 1], Cell(column, ColumnType.Integer));
        Assert.Equal([null, 0.0, 1.0, 1.0], Cell(column, ColumnType.Double));
    }

    [Fact]
    public void Days_and_times_become_a_factor_of_ISO_text()
    {
        Assert.Equal(["1969-12-31", "2024-02-29"], Levels(new DateColumn("d", new[] { 19782, -1, 19782 })));
        Assert.Equal(["1970-01-01T00:00:00Z", "1970-01-01T00:00:01.25Z"], Levels(new DateTimeColumn("t", new[] { 1.25, 0, double.NaN })));
        Assert.Equal("Column 'd' cannot become factor: '99999999 days since 1970' is not in the years 1 to 9999.",
            Refusal(new DateColumn("d", new[] { 99_999_999 }), ColumnType.Factor));
        Assert.Contains("'Inf seconds since 1970'", Refusal(new DateTimeColumn("t", new[] { double.PositiveInfinity }), ColumnType.Factor));
    }

    [Fact]
    public void A_factor_whose_levels_are_numbers_becomes_numbers()
    {
        var column = new FactorColumn("f", new[] { 2, FactorColumn.Missing, 0, 1 }, ["1e3", " -2.5 ", "Inf"]);
        Assert.Equal([double.PositiveInfinity, null, 1000.0, -2.5], Cell(column, ColumnType.Double));
        Assert.Equal([3, null, 12, 12], Cell(new FactorColumn("f", new[] { 1, -1, 0, 0 }, ["12", "3.0"]), ColumnType.Integer));
    }

    [Fact]
    public void Text_becomes_what_the_factor_of_it_would()
    {
        var column = new TextColumn("t", new[] { "b", null, "a", "B", "a" });
        Assert.Equal(["a", "b", "B"], Levels(column));
        Assert.Equal(["b", null, "a", "B", "a"], Cell(column, ColumnType.Factor));
        Assert.Equal([1.5, null, 2.0], Cell(new TextColumn("t", new[] { "1.5", null, "2" }), ColumnType.Double));
        Assert.Equal([1, 2], Cell(new TextColumn("t", new[] { "1", "2" }), ColumnType.Integer));
        Assert.Equal([true, false], Cell(new TextColumn("t", new[] { "T", "false" }), ColumnType.Logical));
        Assert.Contains("'a' is not a number", Refusal(column, ColumnType.Double));
    }

    [Fact]
    public void A_level_that_is_no_number_is_named()
    {
        var column = new FactorColumn("f", new[] { 0, 0 }, ["1", "n/a", "?"]);
        Assert.Equal("Column 'f' cannot become double: 'n/a' is not a number.", Refusal(column, ColumnType.Double));
        Assert.Equal("Column 'f' cannot become integer: '1.5' is not whole.",
            Refusal(new FactorColumn("f", new[] { 1 }, ["1", "1.5"]), ColumnType.Integer));
        var longest = Refusal(new FactorColumn("f", new[] { 0 }, [new string('x', 1000)]), ColumnType.Double);
        Assert.True(longest.Length < 200, longest);
    }

    [Fact]
    public void Doubles_become_integers_only_when_all_are_whole_and_in_range()
    {
        Assert.Equal([null, 2, null, -2147483647], Cell(new DoubleColumn("x", new[] { 0.5, 2, double.NaN, -2147483647 }, FirstMissing), ColumnType.Integer));
        Assert.Equal("Column 'x' cannot become integer: '0.5' is not whole.", Refusal(new DoubleColumn("x", new[] { 1, 0.5, 0.25 }), ColumnType.Integer));
        Assert.Equal("Column 'x' cannot become integer: '2147483648' is beyond 32 bits.",
            Refusal(new DoubleColumn("x", new[] { 2147483648.0 }), ColumnType.Integer));
        Assert.Contains("'-2147483648'", Refusal(new DoubleColumn("x", new[] { -2147483648.0 }), ColumnType.Integer));
        Assert.Contains("'Inf' is beyond", Refusal(new DoubleColumn("x", new[] { double.PositiveInfinity }), ColumnType.Integer));
    }

    [Fact]
    public void Integers_days_and_times_become_doubles()
    {
        Assert.Equal([null, -2.0, 3.0, 4.0], Cell(new IntegerColumn("i", new[] { 1, -2, 3, 4 }, FirstMissing), ColumnType.Double));
        Assert.Equal([5.0], Cell(new DateColumn("d", new[] { 5 }), ColumnType.Double));
        Assert.Equal([5], Cell(new DateColumn("d", new[] { 5 }), ColumnType.Integer));
        Assert.Equal([5.5], Cell(new DateTimeColumn("t", new[] { 5.5 }), ColumnType.Double));
    }

    [Fact]
    public void Only_words_and_numbers_that_say_so_become_logical()
    {
        var column = new FactorColumn("f", new[] { 0, 1, 2, 3, 4, 5, FactorColumn.Missing }, ["TRUE", "F", "true", "false", "T", "FALSE"]);
        Assert.Equal([true, false, true, false, true, false, null], Cell(column, ColumnType.Logical));
        Assert.Equal([null, true, false, null], Cell(new DoubleColumn("x", new[] { 9, 1, 0, double.NaN }, FirstMissing), ColumnType.Logical));
        Assert.Equal("Column 'f' cannot become logical: 'yes' is none of TRUE, T, true, FALSE, F and false.",
            Refusal(new FactorColumn("f", new[] { 0 }, ["T", "yes"]), ColumnType.Logical));
        Assert.Equal("Column 'i' cannot become logical: '2' is neither 0 nor 1.", Refusal(new IntegerColumn("i", new[] { 1, 2 }), ColumnType.Logical));
    }

    [Fact]
    public void What_has_the_type_stays_with_its_unused_levels()
    {
        var column = new FactorColumn("f", new[] { 0 }, ["used", "unused"]);
        Assert.Same(column, ColumnConversion.To(column, ColumnType.Factor));
    }

    [Fact]
    public void A_table_is_put_together_of_the_chosen_columns()
    {
        var table = Samples.Table(20, missing: true);
        var made = TableArrangement.Of(table, [new("logical", ColumnType.Integer), new("factor"), new("double", ColumnType.Double)],
            TestContext.Current.CancellationToken);
        Assert.Equal([("logical", ColumnType.Integer), ("factor", ColumnType.Factor), ("double", ColumnType.Double)],
            made.Columns.Select(c => (c.Name, c.Type)));
        Assert.Equal(Cells.Of(table, "double"), Cells.Of(made, "double"));
        Assert.Equal(table.Find("logical")!.MissingCount, made.Columns[0].MissingCount);
    }
}
