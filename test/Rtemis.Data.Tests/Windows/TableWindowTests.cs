namespace Rtemis.Data.Tests;

public class TableWindowTests
{
    static readonly Table Whole = Samples.Table(50, missing: true);

    [Theory]
    [InlineData(0, 10, 0, 10)]
    [InlineData(45, 10, 45, 5)]
    [InlineData(50, 10, 50, 0)]
    [InlineData(long.MaxValue, long.MaxValue, 50, 0)]
    [InlineData(7, 0, 7, 0)]
    public void A_window_has_the_rows_from_the_offset_on(long offset, long limit, int first, int count)
    {
        var window = TableWindow.Of(Whole, offset, limit);
        Assert.Equal(count, window.Rows);
        foreach (var column in Whole.Columns)
            Assert.Equal(Cells.Of(column).Skip(first).Take(count), Cells.Of(window, column.Name));
    }

    [Fact]
    public void An_order_is_followed()
    {
        var order = Enumerable.Range(0, 50).Reverse().ToArray();
        var window = TableWindow.Of(Whole, 2, 3, order);
        Assert.Equal(Cells.Of(Whole, "double").Reverse().Skip(2).Take(3), Cells.Of(window, "double"));
    }

    [Fact]
    public void Of_a_factor_only_the_levels_that_occur_are_kept_in_their_order()
    {
        string[] levels = [.. Enumerable.Range(0, 100_000).Select(i => $"l{i}")];
        var column = new FactorColumn("f", new[] { 99_999, 5, FactorColumn.Missing, 99_999, 7 }, levels);
        var window = (FactorColumn)TableWindow.Of(new Table([column], 5), 0, 4).Columns[0];
        Assert.Equal(["l5", "l99999"], window.Levels);
        Assert.Equal([1, 0, FactorColumn.Missing, 1], window.Codes.ToArray());
        Assert.Equal(1, window.MissingCount);
    }

    [Fact]
    public void Columns_are_picked_and_ordered_by_name()
    {
        Assert.Equal(["time", "double"], Whole.SelectColumns(["time", "double"]).Columns.Select(c => c.Name));
        Assert.Throws<ArgumentException>(() => Whole.SelectColumns(["none"]));
    }
}
