using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Tuning;

namespace Rtemis.Learning.Tests.Tuning;

public sealed class TunedMetricTests
{
    static readonly Column Number = new DoubleColumn("y", new[] { 1.0, 2 });
    static readonly Column Classes = new FactorColumn("y", new[] { 0, 1 }, ["u", "v"]);

    [Fact]
    public void TheOutcomeDecidesWhereNothingIsAsked()
    {
        Assert.Equal(new TunedMetric("mse", false), For(Number));
        Assert.Equal(new TunedMetric("balanced_accuracy", true), For(Classes));
    }

    // A trap of the reference that its results depend on: more is better for four names only.
    [Fact]
    public void OtherFiguresAreMinimizedUnlessAskedOtherwise()
    {
        Assert.Equal(new TunedMetric("auc", false), For(Classes, ("metric", new ParameterValue.Text("auc"))));
        Assert.Equal(new TunedMetric("auc", true), For(Classes, ("metric", new ParameterValue.Text("auc")), ("maximize", new ParameterValue.Logical(true))));
        Assert.Equal(new TunedMetric("rsq", true), For(Number, ("metric", new ParameterValue.Text("rsq"))));
    }

    [Fact]
    public void AFigureThatTheOutcomeHasNotIsRefused() => Assert.Equal(
        "There is no metric 'auc' to tune by. This outcome has: mae, mse, rmse, rsq.",
        Assert.Throws<LearningException>(() => For(Number, ("metric", new ParameterValue.Text("auc")))).Message);

    [Fact]
    public void TheFirstOfEqualsWinsAndNoFigureNeverDoes()
    {
        MetricRow[] rows = [.. new[] { double.NaN, 2, 1, 3, 1, 3 }.Select(v => new MetricRow(["mse"], [v]))];
        Assert.Equal(2, new TunedMetric("mse", false).Best(rows));
        Assert.Equal(3, new TunedMetric("mse", true).Best(rows));
        Assert.Null(new TunedMetric("mse", true).Best(rows[..1]));
    }

    [Theory]
    [InlineData("mean", 3.5)]
    [InlineData("median", 2.5)]
    [InlineData("min", 1)]
    [InlineData("max", 8)]
    public void FiguresOfResamplesBecomeOne(string function, double expected)
    {
        Assert.Equal(expected, NamedAggregate.Of(function, [8, 1, 3, 2]));
        Assert.Equal(double.NaN, NamedAggregate.Of(function, [8, double.NaN]));
    }

    static TunedMetric For(Column outcome, params (string Name, ParameterValue Value)[] fields) =>
        TunedMetric.For(SearchPlan.Config(fields), new SupervisedData([], outcome));
}
