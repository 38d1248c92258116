using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Ranger;

namespace Rtemis.Learning.Tests.Supervised.Ranger;

/// <summary>What holds for any forest.</summary>
public sealed class RangerInvariantTests
{
    public static TheoryData<string, string> Rules => new()
    {
        { "mixed", "variance" }, { "mixed", "extratrees" }, { "mixed", "maxstat" }, { "mixed_share", "beta" }, { "mixed_two", "gini" },
        { "mixed_two", "extratrees" }, { "mixed_two", "hellinger" }, { "mixed_three", "gini" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void ThreadsChangeNothing(string name, string rule)
    {
        var data = RangerCase.Data(name);
        foreach (var options in (RangerParameters[])[new(), new() { Importance = "permutation" }, new() { Regularization = rule == "maxstat" ? 1 : 0.8 }])
        {
            var own = options with { Trees = 70, SplitRule = rule, Seed = 9 };
            var (one, four) = (RangerCase.Fit(own, data, threads: 1), RangerCase.Fit(own, data, threads: 4));
            Assert.Equal(Predict(one, data, 1), Predict(four, data, 4));
            Assert.Equal(one.Importance.Measures[0].Values, four.Importance.Measures[0].Values);
            Assert.Equal(one.OutOfBagError, four.OutOfBagError);
        }
    }

    [Theory]
    [InlineData("ignore")]
    [InlineData("order")]
    [InlineData("partition")]
    public void LevelsAreMatchedByTheirText(string factors)
    {
        var data = RangerCase.Data("mixed_three");
        var model = RangerCase.Fit(new() { Trees = 20, Factors = factors, Seed = 1 }, data);
        Column[] reversed = [.. data.Features.Select(f => f is FactorColumn factor ? Reverse(factor) : f)];
        Assert.Equal(Predict(model, data), model.Predict(reversed, new RunContext()).Values.Values);
    }

    [Theory]
    [InlineData("ignore")]
    [InlineData("order")]
    [InlineData("partition")]
    public void AnUnknownLevelIsPredicted(string factors)
    {
        var data = RangerCase.Data("mixed");
        var model = RangerCase.Fit(new() { Trees = 20, Factors = factors, Seed = 1 }, data);
        Column[] strange = [.. data.Features.Select(f => f is FactorColumn ? new FactorColumn(f.Name, new int[data.Rows], ["unheard of"]) : f)];
        Assert.All(model.Predict(strange, new RunContext()).Values.Values, p => Assert.True(double.IsFinite(p)));
    }

    [Fact]
    public void CasesWithoutWeightAreInNoSample()
    {
        var data = RangerCase.Data("mixed");
        double[] weights = [.. Enumerable.Range(0, data.Rows).Select(i => i % 3 == 0 ? 0.0 : 1 + i % 2)];
        var model = RangerCase.Fit(new() { Trees = 20, KeepsSamples = true }, data.WithWeights(weights));
        Assert.All(model.Samples, sample => Assert.All(Enumerable.Range(0, data.Rows).Where(i => weights[i] == 0), i => Assert.Equal(0, sample[i])));
        Assert.All(model.Samples, sample => Assert.Equal(data.Rows, sample.Sum()));
    }

    [Fact]
    public void EqualWeightsAreNone()
    {
        var data = RangerCase.Data("mixed_two");
        var options = new RangerParameters { Trees = 10, Seed = 4 };
        Assert.Equal(Predict(RangerCase.Fit(options, data), data), Predict(RangerCase.Fit(options, data.WithWeights(Enumerable.Repeat(2.5, data.Rows).ToArray())), data));
    }

    [Fact]
    public void SharesSumToOneAndALevelWithoutCasesHasNone()
    {
        var data = RangerCase.Data("mixed_three");
        var outcome = (FactorColumn)data.Outcome;
        var wider = new SupervisedData(data.Features, new FactorColumn("y", outcome.Codes, [.. outcome.Levels, "never"]));
        var values = RangerCase.Fit(new() { Trees = 20 }, wider).Predict(data.Features, new RunContext()).Values;
        Assert.All(Enumerable.Range(0, data.Rows), i => Assert.Equal(1, values[i, 0] + values[i, 1] + values[i, 2], 1e-12));
        Assert.All(values.Column(3).ToArray(), p => Assert.Equal(0, p));
    }

    [Fact]
    public void InfiniteNumbersAreSplitOff()
    {
        var data = RangerCase.Data("mtcars");
        double[] odd = [double.NegativeInfinity, double.PositiveInfinity, .. Enumerable.Range(2, 30).Select(i => i % 2 == 0 ? double.MaxValue : double.MinValue)];
        var values = Predict(RangerCase.Fit(new() { Trees = 20, LeafSize = 1 }, data.WithFeatures([new DoubleColumn("odd", odd)])), data.WithFeatures([new DoubleColumn("odd", odd)]));
        Assert.All(values, v => Assert.InRange(v, 10, 34));
    }

    [Fact]
    public void WithoutJudgingThereIsNoErrorButTheSameForest()
    {
        var data = RangerCase.Data("mtcars");
        var options = new RangerParameters { Trees = 10, Seed = 4, Importance = "permutation" };
        var (judged, plain) = (RangerCase.Fit(options, data), RangerCase.Fit(options with { IsJudged = false }, data));
        Assert.Null(plain.OutOfBagError);
        Assert.Equal(Predict(judged, data), Predict(plain, data));
        Assert.Equal(judged.Importance.Measures[0].Values, plain.Importance.Measures[0].Values);
    }

    [Fact]
    public void QuantilesNeedAForestGrownForThem()
    {
        var data = RangerCase.Data("mtcars");
        Assert.Throws<InvalidOperationException>(() => RangerCase.Fit(new() { Trees = 2 }, data).PredictQuantiles(data.Features, [0.5], new RunContext()));
        var quantiles = RangerCase.Fit(new() { Trees = 30, Quantiles = true }, data).PredictQuantiles(data.Features, [0, 0.5, 1], new RunContext());
        Assert.All(Enumerable.Range(0, data.Rows), i => Assert.True(quantiles[i, 0] <= quantiles[i, 1] && quantiles[i, 1] <= quantiles[i, 2]));
    }

    static FactorColumn Reverse(FactorColumn factor) =>
        new(factor.Name, factor.Codes.ToArray().Select(c => factor.Levels.Count - 1 - c).ToArray(), [.. factor.Levels.Reverse()]);

    static double[] Predict(RangerModel model, SupervisedData data, int threads = 2) =>
        model.Predict(data.Features, new RunContext(threads: threads)).Values.Values;
}
