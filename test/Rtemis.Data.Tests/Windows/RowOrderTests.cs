namespace Rtemis.Data.Tests;

public class RowOrderTests
{
    static int[] Order(Column column, bool descending = false) =>
        RowOrder.Of(new Table([column], column.Length), [new(column.Name, descending)], TestContext.Current.CancellationToken);

    [Fact]
    public void Numbers_go_by_size_with_what_is_missing_last_in_both_directions()
    {
        var column = new DoubleColumn("x", new[] { 2, double.NaN, -1, double.PositiveInfinity, 99, double.NegativeInfinity, 1e-300, -1e-300 },
            BitView.Pack(8, i => i != 4));
        Assert.Equal([5, 2, 7, 6, 0, 3, 1, 4], Order(column));
        Assert.Equal([3, 0, 6, 7, 2, 5, 1, 4], Order(column, descending: true));
    }

    [Fact]
    public void The_two_zeros_are_equal_and_equals_keep_their_order_in_both_directions()
    {
        var column = new DoubleColumn("x", new[] { 0.0, 1, -0.0, 1, 0.0 });
        Assert.Equal([0, 2, 4, 1, 3], Order(column));
        Assert.Equal([1, 3, 0, 2, 4], Order(column, descending: true));
    }

    [Fact]
    public void Whole_numbers_dates_and_times_go_by_size()
    {
        Assert.Equal([2, 3, 0, 4, 1], Order(new IntegerColumn("i", new[] { 7, 0, int.MinValue, -1, int.MaxValue }, BitView.Pack(5, i => i != 1))));
        Assert.Equal([4, 0, 3, 2, 1], Order(new IntegerColumn("i", new[] { 7, 0, int.MinValue, -1, int.MaxValue }, BitView.Pack(5, i => i != 1)), true));
        Assert.Equal([1, 0, 2], Order(new DateColumn("d", new[] { 5, -5, 50 })));
        Assert.Equal([1, 2, 0], Order(new DateTimeColumn("t", new[] { double.NaN, -5.5, 50 })));
    }

    [Fact]
    public void Factors_go_by_their_levels_order()
    {
        var column = new FactorColumn("f", new[] { 2, FactorColumn.Missing, 0, 1, 0 }, ["low", "high", "a"]);
        Assert.Equal([2, 4, 3, 0, 1], Order(column));
        Assert.Equal([0, 3, 2, 4, 1], Order(column, descending: true));
    }

    [Fact]
    public void False_comes_before_true()
    {
        var column = new LogicalColumn("l", BitView.Pack(4, i => i is 0 or 3), BitView.Pack(4, i => i != 3));
        Assert.Equal([1, 2, 0, 3], Order(column));
        Assert.Equal([0, 1, 2, 3], Order(column, descending: true));
    }

    [Fact]
    public void Text_goes_by_the_root_collation()
    {
        var column = new TextColumn("s", new[] { "b", "B", null, "é", "a", "e", "_", "10", "b" });
        Assert.Equal([6, 7, 4, 0, 8, 1, 5, 3, 2], Order(column));
        Assert.Equal([3, 5, 1, 0, 8, 4, 7, 6, 2], Order(column, descending: true));
    }

    [Fact]
    public void The_first_key_weighs_most()
    {
        var table = new Table([new IntegerColumn("a", new[] { 1, 0, 1, 0 }), new DoubleColumn("b", new[] { 1.0, 2, 3, 4 })], 4);
        Assert.Equal([3, 1, 2, 0], RowOrder.Of(table, [new("a"), new("b", Descending: true)], TestContext.Current.CancellationToken));
        Assert.Equal([0, 1, 2, 3], RowOrder.Of(table, [], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Many_random_rows_are_ordered_as_a_stable_comparison_sort_orders_them()
    {
        var random = new Random(5);
        var values = Enumerable.Range(0, 50_000).Select(i => i % 7 == 0 ? double.NaN : Math.Round((random.NextDouble() - 0.5) * 1e4, 1)).ToArray();
        var expected = Enumerable.Range(0, values.Length).OrderBy(i => double.IsNaN(values[i])).ThenByDescending(i => values[i]).ToArray();
        Assert.Equal(expected, Order(new DoubleColumn("x", values), descending: true));
    }

    [Fact]
    public void A_cancelled_sort_stops() =>
        Assert.Throws<OperationCanceledException>(() =>
            RowOrder.Of(new Table([new DoubleColumn("x", new[] { 2.0, 1 })], 2), [new("x")], new CancellationToken(canceled: true)));
}
