using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting;
using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Objectives;
using Rtemis.Learning.Supervised.Boosting.Options;

namespace Rtemis.Learning.Tests.Supervised.Boosting;

/// <summary>Trees whose leaves are linear models of the numeric features above them.</summary>
public sealed class LinearTreeTests
{
    const int Rows = 400;
    const int Rounds = 12;
    const int Factor = 2;

    [Fact]
    public void ALineIsLearnedCloser()
    {
        CodedColumn[] columns = [.. Columns(missing: false).Take(1)];
        var (linear, constant) = (Error(Fit(Linear(), columns), columns), Error(Fit(Linear(linear: false), columns), columns));
        Assert.True(3 * linear < constant, $"{linear} {constant}");
    }

    [Fact]
    public void AllTreesButTheFirstAreLinear()
    {
        var trees = Fit(Linear(), Columns(missing: false)).Trees;
        Assert.Null(trees[0].Models);
        Assert.All(trees[1..], tree => Assert.Equal(tree.Leaves.Length, tree.Models?.Length));
    }

    [Fact]
    public void AllTreesOfAForestAreLinear()
    {
        var forest = Linear() with { Kind = BoostingKind.RandomForest, Sampling = new SamplingOptions { BaggingFraction = 0.6, BaggingFrequency = 1 } };
        Assert.All(Fit(forest, Columns(missing: false)).Trees, tree => Assert.NotNull(tree.Models));
    }

    [Fact]
    public void ACaseThatMissesAValueGetsTheConstantOfItsLeaf()
    {
        var columns = Columns(missing: true);
        var compared = 0;
        foreach (var tree in Fit(Linear(), columns).Trees[1..])
        {
            double[] values = [double.NaN, 0.5, 1];
            var leaf = tree.LeafOf(values);
            if (!tree.Models![leaf].Features.Contains(0)) continue;
            Assert.Equal(tree.Leaves[leaf], tree.ValueOf(values));
            compared++;
        }
        Assert.True(compared > 0);
    }

    [Fact]
    public void FactorsHaveNoSlopes() => Assert.DoesNotContain(
        Factor, Fit(Linear(), Columns(missing: false)).Trees.SelectMany(tree => tree.Models ?? []).SelectMany(model => model.Features));

    [Fact]
    public void ThePenaltyDrawsSlopesToZero()
    {
        var columns = Columns(missing: false);
        double Slopes(double penalty) => Fit(Linear(penalty), columns).Trees[1].Models!.SelectMany(m => m.Slopes).Sum(Math.Abs);
        Assert.True(Slopes(0) > Slopes(100) && Slopes(100) > Slopes(10_000));
    }

    [Theory]
    [InlineData("quantile")]
    [InlineData("regression_l1")]
    [InlineData("mape")]
    public void LossesWithQuantilesInTheirLeavesAreRefused(string objective)
    {
        var options = Linear() with { Objective = new ObjectiveOptions { Name = objective } };
        Assert.Equal($"`linear_tree` can't be used with objective '{objective}'.", Assert.Throws<LearningException>(() => Fit(options, Columns(missing: false))).Message);
    }

    [Fact]
    public void ZerosCannotBeMissing()
    {
        var refused = Assert.Throws<ParameterException>(() => LightGbmParameters.Set.Bind(
            [new("linear_tree", new ParameterValue.Logical(true)), new("zero_as_missing", new ParameterValue.Logical(true))]));
        Assert.Equal("`linear_tree` can't be used with `zero_as_missing`.", refused.Message);
    }

    static BoostingOptions Linear(double penalty = 0.01, bool linear = true) => new()
    {
        LearningRate = 0.5,
        Growth = new GrowthOptions { NumLeaves = 8, LinearTree = linear, LinearLambda = penalty, Category = new CategoryOptions { MinDataPerGroup = 10 } },
    };

    static BoostedEnsemble Fit(BoostingOptions options, CodedColumn[] columns) =>
        new Booster(options, Rounds, 0, 0).Fit(columns, new BoostedCases(Labels(columns), null, 0), null, new RunContext(threads: 2)).Ensemble;

    static CodedColumn[] Columns(bool missing)
    {
        var random = new System.Random(5);
        double[] a = [.. Enumerable.Range(0, Rows).Select(i => missing && i % 7 == 0 ? double.NaN : random.NextDouble() * 4 - 2)];
        double[] b = [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble() * 4 - 2)];
        double[] kind = [.. Enumerable.Range(0, Rows).Select(_ => (double)random.Next(3))];
        return [new CodedColumn(a, false), new CodedColumn(b, false), new CodedColumn(kind, true)];
    }

    static float[] Labels(CodedColumn[] columns)
    {
        var labels = new float[Rows];
        foreach (var (column, slope) in columns.Where(c => !c.IsCategorical).Zip((double[])[3, -2]))
        {
            var values = column.Values.Span;
            for (var i = 0; i < Rows; i++) labels[i] += (float)(slope * (double.IsNaN(values[i]) ? 0 : values[i]));
        }
        return labels;
    }

    static double Error(BoostedEnsemble ensemble, CodedColumn[] columns)
    {
        var labels = Labels(columns);
        return Enumerable.Range(0, Rows).Sum(row => Math.Pow(ensemble.Trees.Sum(t => t.ValueOf([.. columns.Select(c => c.Values.Span[row])])) - labels[row], 2));
    }
}
