namespace Rtemis.Data.Tests;

public class TableSummaryTests
{
    [Fact]
    public void Numbers_are_summed_up_without_what_is_missing()
    {
        var column = Describe(new DoubleColumn("x", new[] { 3, double.NaN, 99, -0.0, 0.0, 3 }, BitView.Pack(6, i => i != 2)));
        Assert.Equal(new ColumnDescription("x", ColumnType.Double, 2, 2, new NumberSummary(0, 3, 1.5)), column);
    }

    [Fact]
    public void Whole_numbers_are_summed_up_as_numbers()
    {
        var column = Describe(new IntegerColumn("i", new[] { -2, 5, 5, 0 }, BitView.Pack(4, i => i != 3)));
        Assert.Equal(new ColumnDescription("i", ColumnType.Integer, 1, 2, new NumberSummary(-2, 5, 8 / 3.0)), column);
    }

    [Fact]
    public void Nothing_present_leaves_the_numbers_null() =>
        Assert.Equal(new ColumnDescription("x", ColumnType.Double, 1, 0, new NumberSummary(null, null, null)),
            Describe(new DoubleColumn("x", new[] { double.NaN })));

    [Fact]
    public void The_mean_loses_nothing_to_cancellation_or_overflow()
    {
        Assert.Equal(0.5, ((NumberSummary)Describe(new DoubleColumn("x", new[] { 1e16, 1, -1e16, 1 })).Summary!).Mean);
        Assert.Equal(1.5e308, ((NumberSummary)Describe(new DoubleColumn("x", new[] { 1.5e308, 1.5e308, 1.5e308 })).Summary!).Mean);
        Assert.Equal(double.PositiveInfinity, Describe(new DoubleColumn("x", new[] { double.PositiveInfinity, 1 })) is { Summary: NumberSummary s } ? s.Mean : null);
    }

    [Fact]
    public void A_factor_shows_its_three_most_frequent_levels_with_ties_in_level_order()
    {
        var column = Describe(new FactorColumn("f", new[] { 0, 1, 3, 3, FactorColumn.Missing, 4 }, ["a", "b", "unused", "d", "e"]));
        Assert.Equal((1, 4), (column.MissingCount, column.UniqueCount));
        Assert.Equal([new("d", 2), new("a", 1), new("b", 1)], ((FactorSummary)column.Summary!).Top);
    }

    [Fact]
    public void Logicals_are_counted()
    {
        var values = BitView.Pack(5, i => i < 2);
        Assert.Equal(new ColumnDescription("l", ColumnType.Logical, 0, 2, new LogicalSummary(2, 3)), Describe(new LogicalColumn("l", values)));
        Assert.Equal(new ColumnDescription("l", ColumnType.Logical, 2, 1, new LogicalSummary(0, 3)),
            Describe(new LogicalColumn("l", values, BitView.Pack(5, i => i >= 2))));
    }

    [Fact]
    public void Dates_times_and_texts_are_counted_only()
    {
        Assert.Equal(new ColumnDescription("d", ColumnType.Date, 0, 2, null), Describe(new DateColumn("d", new[] { 1, 1, 2 })));
        Assert.Equal(new ColumnDescription("t", ColumnType.DateTime, 1, 1, null), Describe(new DateTimeColumn("t", new[] { 1.5, 1.5, double.NaN })));
        Assert.Equal(new ColumnDescription("s", ColumnType.Text, 1, 2, null), Describe(new TextColumn("s", new[] { "a", null, "b", "a" })));
    }

    [Fact]
    public void Distinct_values_are_counted_exactly_in_long_columns()
    {
        var random = new Random(3);
        var values = Enumerable.Range(0, 500_000).Select(_ => (double)random.Next(300_000)).ToArray();
        Assert.Equal(values.Distinct().Count(), Describe(new DoubleColumn("x", values)).UniqueCount);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Columns_keep_their_order_however_many_are_described_at_a_time(int parallelism)
    {
        var table = Samples.Table(100, missing: true);
        var description = TableSummary.Describe(table, parallelism: parallelism, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((100, 6), (description.Rows, description.Cols));
        Assert.Equal(table.Columns.Select(c => c.Name), description.Columns.Select(c => c.Name));
    }

    [Fact]
    public void A_cancelled_description_stops() =>
        Assert.Throws<OperationCanceledException>(() =>
            TableSummary.Describe(Samples.Table(10, missing: false), cancellation: new CancellationToken(canceled: true)));

    static ColumnDescription Describe(Column column) =>
        TableSummary.Describe(new Table([column], column.Length), cancellation: TestContext.Current.CancellationToken).Columns[0];
}
