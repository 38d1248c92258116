using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Supervised.Boosting;
using Rtemis.Learning.Supervised.Boosting.Trees;

namespace Rtemis.Learning.Tests.Supervised.Boosting;

/// <summary>What holds for boosted trees whatever their numbers.</summary>
public sealed class BoostedLearnerTests
{
    const int Rows = 600;

    [Theory]
    [InlineData("bagging_fraction", 0.6)]
    [InlineData("feature_fraction", 0.5)]
    [InlineData("feature_fraction_bynode", 0.5)]
    [InlineData("extra_trees", 1.0)]
    [InlineData("max_bin", 600.0)]
    public void ThreadsChangeNoBit(string option, double value)
    {
        // Large enough that tiles and chunks are shared among threads.
        var data = Data(40_000);
        var options = Options((option, Value(option, value)), ("force_nrounds", new ParameterValue.Integer(4)));
        Assert.Equal(Predict(Fit(options, data, threads: 1), data), Predict(Fit(options, data, threads: 4), data));
    }

    [Fact]
    public void AMonotoneModelNeverFallsWhereItMustRise()
    {
        var data = Data(Rows);
        var bound = new ParameterValue.Vector([.. data.Features.Select((_, f) => new ParameterValue.Integer(f == 0 ? 1 : 0))]);
        var model = Fit(Options(("monotone_constraints", bound)), data);
        var start = data.SelectRows([.. Enumerable.Repeat(17, 100)]);
        var rising = new DoubleColumn("a", Enumerable.Range(0, 100).Select(i => -3 + i * 0.06).ToArray());
        var predicted = Predict(model, start.WithFeatures([rising, .. start.Features.Skip(1)]));
        Assert.True(predicted[^1] > predicted[0]);
        Assert.Equal(predicted.Order(), predicted);
    }

    [Fact]
    public void FeaturesThatMayNotMeetNeverDo()
    {
        var model = Fit(Options(("interaction_constraints", new ParameterValue.Text("[0,1],[2,3]")), ("num_leaves", new ParameterValue.Integer(31))), Data(Rows));
        foreach (var path in model.Ensemble.Trees.SelectMany(Paths))
            Assert.True(path.IsSubsetOf([0, 1]) || path.IsSubsetOf([2, 3]), string.Join(' ', path));
    }

    [Fact]
    public void DepthAndLeavesAreBounded()
    {
        var model = Fit(Options(("max_depth", new ParameterValue.Integer(2)), ("num_leaves", new ParameterValue.Integer(31))), Data(Rows));
        Assert.All(model.Ensemble.Trees, t => Assert.InRange(t.Leaves.Length, 2, 4));
        Assert.All(Fit(Options(("min_data_in_leaf", new ParameterValue.Integer(50))), Data(Rows)).Ensemble.Trees, t => Assert.All(t.Counts, c => Assert.InRange(c, 50, Rows)));
    }

    // Histograms that had to be given up are summed up again.
    [Fact]
    public void ALimitOnHistogramsChangesNoTree()
    {
        var data = Data(Rows);
        var (free, bound) = (Fit(Options(), data), Fit(Options(("histogram_pool_size", new ParameterValue.Number(0.02))), data));
        var (expected, actual) = (Predict(free, data), Predict(bound, data));
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 1e-9);
    }

    [Fact]
    public void SharesOfImportanceAddUpToOne()
    {
        var importance = Fit(Options(), Data(Rows)).Importance!;
        Assert.Equal(["Gain", "Cover", "Frequency"], importance.Measures.Select(m => m.Name));
        Assert.All(importance.Measures, m => Assert.Equal(1, m.Values.Sum(), 1e-12));
        Assert.Equal(importance.Measures[0].Values.OrderDescending(), importance.Measures[0].Values);
        Assert.Equal("a", importance.Variables[0]);
    }

    [Fact]
    public void TooFewCasesToSplitGiveAConstantAndNoImportance()
    {
        var data = Data(30);
        var model = Fit(Options(), data);
        var mean = NumericColumn.Numbers(data.Outcome).ToArray().Average();
        Assert.All(Predict(model, data), p => Assert.Equal(mean, p, 1e-6));
        Assert.Empty(model.Importance!.Variables);
    }

    [Fact]
    public void UnknownAndMissingLevelsArePredictedAlike()
    {
        var data = Data(Rows);
        var model = Fit(Options(), data);
        var some = data.SelectRows([.. Enumerable.Range(0, 40)]);
        double[] With(FactorColumn kind) => Predict(model, some.WithFeatures([.. some.Features.SkipLast(1), kind]));
        Assert.Equal(With(new FactorColumn("kind", Enumerable.Repeat(-1, 40).ToArray(), ["p"])), With(new FactorColumn("kind", new int[40], ["never seen"])));
    }

    [Fact]
    public void AFitThatFindsItsRoundsSaysWhichWasBest()
    {
        var (data, held) = (Data(Rows), Data(200, seed: 8));
        var learner = new LightGbmLearner(LightGbmParameters.From(LightGbmParameters.Set.Bind([new("learning_rate", new ParameterValue.Number(0.3))])));
        var model = (ISettlesHyperparameters)learner.Fit(data, held, new RunContext(threads: 2));
        var (name, value) = Assert.Single(model.Found);
        Assert.Equal("nrounds", name);
        Assert.InRange(((ParameterValue.Integer)value).Value, 2, 999);
        // Only the trees up to that round are kept.
        Assert.Equal(((ParameterValue.Integer)value).Value, ((BoostedModel)model).Ensemble.Trees.Length);
    }

    [Theory]
    [InlineData(2, 0.5)]
    [InlineData(0, 0.33)]
    public void AForestSaysWhichShareOfFeaturesItsTreesSaw(int classes, double share)
    {
        var data = Data(Rows);
        if (classes > 0) data = new SupervisedData(data.Features.Take(4).ToList(), new FactorColumn("y", Enumerable.Range(0, Rows).Select(i => i % 2).ToArray(), ["n", "p"]));
        var learner = new LightRfLearner(LightRfParameters.From(LightRfParameters.Set.Bind([new("nrounds", new ParameterValue.Integer(3))])));
        var derived = ((ISettlesHyperparameters)learner.Fit(data, new RunContext(threads: 2))).Derived;
        Assert.Equal(share, ((ParameterValue.Number)derived.Single(d => d.Key == "feature_fraction").Value).Value, 1e-12);
    }

    [Theory]
    [InlineData("poisson", "Objective 'poisson' takes no outcome below 0; got ")]
    [InlineData("binary", "`objective` must be one of regression, regression_l1, huber, fair, poisson, quantile, mape, gamma, tweedie, cross_entropy for an outcome of numbers; got 'binary'.")]
    [InlineData("rank_xendcg", "`objective` must be one of ")]
    public void ObjectivesForOtherOutcomesAreRefused(string objective, string message)
    {
        var refused = Assert.Throws<LearningException>(() => Fit(Options(("objective", new ParameterValue.Text(objective))), Data(Rows)));
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void VectorsMustHaveAValueForEachFeature()
    {
        var three = new ParameterValue.Vector([.. Enumerable.Range(0, 3).Select(_ => new ParameterValue.Number(1))]);
        var refused = Assert.Throws<LearningException>(() => Fit(Options(("feature_contri", three)), Data(Rows)));
        Assert.Equal("`feature_contri` must have one value per feature: expected length 6, got 3.", refused.Message);
    }

    static IEnumerable<HashSet<int>> Paths(BoostedTree tree)
    {
        if (tree.Splits.Length == 0) yield break;
        var open = new Stack<(int Node, HashSet<int> Above)>([(0, [])]);
        while (open.TryPop(out var at))
        {
            if (at.Node < 0)
            {
                yield return at.Above;
                continue;
            }
            var split = tree.Splits[at.Node];
            open.Push((split.Left, [.. at.Above, split.Feature]));
            open.Push((split.Right, [.. at.Above, split.Feature]));
        }
    }

    static BoostedModel Fit(LightGbmParameters options, SupervisedData data, int threads = 2) =>
        (BoostedModel)new LightGbmLearner(options).Fit(data, new RunContext(threads: threads));

    static double[] Predict(BoostedModel model, SupervisedData data) => model.Predict(data.Features, new RunContext(threads: 2)).Values.Values;

    static LightGbmParameters Options(params (string Name, ParameterValue Value)[] given)
    {
        List<KeyValuePair<string, ParameterValue>> values = [new("learning_rate", new ParameterValue.Number(0.2)), new("force_nrounds", new ParameterValue.Integer(25))];
        values.AddRange(given.Select(g => KeyValuePair.Create(g.Name, g.Value)));
        return LightGbmParameters.From(LightGbmParameters.Set.Bind(values));
    }

    static ParameterValue Value(string option, double value) => option switch
    {
        "extra_trees" => new ParameterValue.Logical(true),
        "max_bin" => new ParameterValue.Integer((int)value),
        _ => new ParameterValue.Number(value),
    };

    // Four numbers, one of them with gaps, a fifth that means nothing, and a factor.
    static SupervisedData Data(int rows, int seed = 7)
    {
        var random = new System.Random(seed);
        double[][] x = [.. Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, rows).Select(_ => random.NextDouble() * 4 - 2).ToArray())];
        int[] kind = [.. Enumerable.Range(0, rows).Select(_ => random.Next(6))];
        double[] y = [.. Enumerable.Range(0, rows).Select(i => 2 * x[0][i] + x[1][i] * x[2][i] + Math.Abs(x[3][i]) + (kind[i] % 3) + random.NextDouble())];
        for (var i = 0; i < rows; i += 9) x[3][i] = double.NaN;
        return new SupervisedData(
            [.. x.Select((values, f) => new DoubleColumn(((char)('a' + f)).ToString(), values)), new FactorColumn("kind", kind, ["p", "q", "r", "s", "t", "u"])],
            new DoubleColumn("y", y));
    }
}
