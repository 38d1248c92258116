namespace Rtemis.Data.Tests;

public class DistributionTests
{
    static ColumnDescription Describe(Column column, bool distributions = true) =>
        TableSummary.Describe(new Table([column], column.Length), distributions, cancellation: TestContext.Current.CancellationToken).Columns[0];

    static (IReadOnlyList<double> Breaks, IReadOnlyList<int> Counts)? Bins(Column column) =>
        Describe(column).Distribution is NumberDistribution d ? (d.Breaks, d.Counts) : null;

    [Fact]
    public void Nothing_is_worked_out_unless_asked_for()
    {
        var column = new DoubleColumn("x", new[] { 1.0, 2 });
        Assert.Null(Describe(column, distributions: false).Distribution);
        Assert.Equal(Describe(column) with { Distribution = null }, Describe(column, distributions: false));
    }

    [Fact]
    public void Doubles_fall_into_24_bins_of_equal_width_and_the_greatest_into_the_last()
    {
        var values = Enumerable.Range(0, 49).Select(i => i * 0.5).Append(double.NaN).Append(double.PositiveInfinity).ToArray();
        var (breaks, counts) = Bins(new DoubleColumn("x", values, BitView.Pack(51, i => i != 3)))!.Value;
        Assert.Equal(Enumerable.Range(0, 25).Select(i => (double)i), breaks);
        Assert.Equal([2, 1, .. Enumerable.Repeat(2, 21), 3], counts);
    }

    [Fact]
    public void Every_value_is_in_the_bin_that_its_bounds_say()
    {
        var random = new Random(11);
        var values = Enumerable.Range(0, 5000).Select(_ => (random.Next(201) - 100) / 10.0 * 0.3).ToArray();
        var (breaks, counts) = Bins(new DoubleColumn("x", values))!.Value;
        for (var bin = 0; bin < counts.Count; bin++)
            Assert.Equal(values.Count(v => v >= breaks[bin] && (v < breaks[bin + 1] || bin == counts.Count - 1)), counts[bin]);
    }

    [Fact]
    public void The_widest_and_the_narrowest_ranges_are_cut_as_well()
    {
        var (breaks, counts) = Bins(new DoubleColumn("x", new[] { double.MinValue, 0, double.MaxValue }))!.Value;
        Assert.All(breaks, b => Assert.True(double.IsFinite(b)));
        Assert.Equal((1, 1, 1, 3), (counts[0], counts[12], counts[23], counts.Sum()));
        Assert.Equal(2, Bins(new DoubleColumn("x", new[] { 1, Math.BitIncrement(1) }))!.Value.Counts.Sum());
        Assert.Equal(2, Bins(new DoubleColumn("x", new[] { 0, double.Epsilon }))!.Value.Counts.Sum());
    }

    [Fact]
    public void A_constant_column_has_one_bin_and_one_of_nothing_finite_none()
    {
        Assert.Equal("4.5 4.5: 3", Plain(new DoubleColumn("x", new[] { 4.5, 4.5, 4.5 })));
        Assert.Equal("3.5 4.5: 2", Plain(new IntegerColumn("i", new[] { 4, 4 })));
        Assert.Null(Bins(new DoubleColumn("x", new[] { double.NaN, double.PositiveInfinity })));
        Assert.Null(Bins(new IntegerColumn("i", Array.Empty<int>())));
    }

    [Fact]
    public void Bins_of_few_whole_numbers_are_centred_on_them_and_those_of_many_are_of_whole_width()
    {
        Assert.Equal("-1.5 -0.5 0.5 1.5 2.5: 1 0 2 1", Plain(new IntegerColumn("i", new[] { -1, 1, 1, 2 })));
        var (breaks, counts) = Bins(new IntegerColumn("i", Enumerable.Range(0, 100).ToArray()))!.Value;
        Assert.Equal(Enumerable.Range(0, 21).Select(i => i * 5 - 0.5), breaks);
        Assert.Equal(Enumerable.Repeat(5, 20), counts);
        Assert.Equal(2, Bins(new IntegerColumn("i", new[] { int.MinValue, int.MaxValue }))!.Value.Counts.Sum());
    }

    [Fact]
    public void Bins_of_days_are_bounded_by_whole_days()
    {
        Assert.Equal("10 11 12 13: 1 0 2", Plain(new DateColumn("d", new[] { 12, 10, 12 })));
        Assert.Equal(24, Bins(new DateTimeColumn("t", new[] { 0.0, 86400 }))!.Value.Counts.Count);
    }

    [Fact]
    public void A_factor_has_its_24_most_frequent_levels_and_counts_the_others()
    {
        string[] levels = [.. Enumerable.Range(0, 31).Select(i => $"l{i}")];
        int[] codes = [.. Enumerable.Range(0, 30).SelectMany(i => Enumerable.Repeat(i, i + 1)), FactorColumn.Missing];
        var distribution = (FactorDistribution)Describe(new FactorColumn("f", codes, levels)).Distribution!;
        Assert.Equal(Enumerable.Range(6, 24).Reverse().Select(i => new LevelCount($"l{i}", i + 1)), distribution.Levels);
        Assert.Equal(21, distribution.Other);
        Assert.Equal(3, ((FactorSummary)Describe(new FactorColumn("f", codes, levels)).Summary!).Top.Count);
    }

    [Fact]
    public void Logicals_have_none() => Assert.Null(Describe(new LogicalColumn("l", BitView.Pack(2, i => i == 0))).Distribution);

    static string Plain(Column column)
    {
        var (breaks, counts) = Bins(column)!.Value;
        return FormattableString.Invariant($"{string.Join(' ', breaks)}: {string.Join(' ', counts)}");
    }
}
