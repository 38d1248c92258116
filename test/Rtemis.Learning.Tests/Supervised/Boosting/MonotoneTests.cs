using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting;
using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Objectives;
using Rtemis.Learning.Supervised.Boosting.Options;

namespace Rtemis.Learning.Tests.Supervised.Boosting;

/// <summary>Predictions that may only rise with the first feature and only fall with the second.</summary>
public sealed class MonotoneTests
{
    const int Rows = 500;
    const int Rounds = 20;

    public static TheoryData<string> Methods => [.. Enum.GetNames<MonotoneMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void PredictionsKeepTheDirection(string method)
    {
        var ensemble = Fit(Options(method), Columns());
        var random = new System.Random(7);
        for (var repeat = 0; repeat < 60; repeat++)
        {
            double[] values = [Next(random), Next(random), Next(random)];
            foreach (var (feature, direction) in ((int, int)[])[(0, 1), (1, -1)])
            {
                double[] path = [.. Enumerable.Range(0, 41).Select(step => Sum(ensemble, [.. values.Select((v, f) => f == feature ? -2 + 0.1 * step : v)]))];
                for (var step = 1; step < path.Length; step++) Assert.True(direction * (path[step] - path[step - 1]) >= -1e-12, $"{method} feature {feature} step {step}");
            }
        }
    }

    [Fact]
    public void TheLaterMethodsFitCloser()
    {
        var columns = Columns();
        double[] errors = [.. Enum.GetNames<MonotoneMethod>().Select(method => Error(Fit(Options(method), columns), columns))];
        Assert.True(errors[0] > errors[1] && errors[1] > errors[2], string.Join(" ", errors));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void ThreadsChangeNothing(string method)
    {
        var (one, four) = (Fit(Options(method), Columns(), threads: 1), Fit(Options(method), Columns(), threads: 4));
        Assert.Equal(one.Trees.SelectMany(t => t.Leaves), four.Trees.SelectMany(t => t.Leaves));
        Assert.Equal(one.Trees.SelectMany(t => t.Splits), four.Trees.SelectMany(t => t.Splits));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void LeavesThatSeeSomeFeaturesOnlyAreKeptTheBasicWay(string method)
    {
        static BoostingOptions Some(string method) => Options(method) is var all ? all with { Growth = all.Growth with { FeatureFractionByNode = 0.6 } } : all;
        var (basic, other) = (Fit(Some(nameof(MonotoneMethod.Basic)), Columns()), Fit(Some(method), Columns()));
        Assert.Equal(basic.Trees.SelectMany(t => t.Leaves), other.Trees.SelectMany(t => t.Leaves));
    }

    [Fact]
    public void FactorsCannotBeBound()
    {
        CodedColumn[] columns = [.. Columns().Select((c, f) => f == 1 ? new CodedColumn(Array.ConvertAll(c.Values.ToArray(), v => Math.Floor(v + 2)), true) : c)];
        var refused = Assert.Throws<LearningException>(() => Fit(Options(nameof(MonotoneMethod.Advanced)), columns));
        Assert.Equal("`monotone_constraints` must be 0 for factors; got -1 for feature 2.", refused.Message);
    }

    [Fact]
    public void FewHistogramsStillKeepTheDirection()
    {
        var options = Options(nameof(MonotoneMethod.Advanced));
        var ensemble = Fit(options with { Growth = options.Growth with { HistogramPoolSize = 0.01 } }, Columns());
        double[] path = [.. Enumerable.Range(0, 41).Select(step => Sum(ensemble, [-2 + 0.1 * step, 0.3, 0.1]))];
        Assert.Equal(path.Order(), path);
    }

    static BoostingOptions Options(string method) => new()
    {
        Growth = new GrowthOptions { NumLeaves = 24, Leaf = new LeafOptions { MinDataInLeaf = 5 }, Monotone = [1, -1, 0], MonotoneMethod = Enum.Parse<MonotoneMethod>(method) },
    };

    static BoostedEnsemble Fit(BoostingOptions options, CodedColumn[] columns, int threads = 2)
    {
        var context = new RunContext(threads: threads);
        return new Booster(options, Rounds, 0, 0).Fit(columns, new BoostedCases(Labels(Columns()), null, 0), null, context).Ensemble;
    }

    static CodedColumn[] Columns()
    {
        var random = new System.Random(3);
        return [.. Enumerable.Range(0, 3).Select(_ => new CodedColumn(Enumerable.Range(0, Rows).Select(_ => Next(random)).ToArray(), false))];
    }

    // Rises and falls with the first feature: bounds have something to do.
    static float[] Labels(CodedColumn[] columns)
    {
        var random = new System.Random(4);
        var a = columns[0].Values.Span;
        var b = columns[1].Values.Span;
        var c = columns[2].Values.Span;
        var labels = new float[Rows];
        for (var i = 0; i < Rows; i++) labels[i] = (float)(a[i] + Math.Sin(4 * a[i]) - b[i] * (1 + c[i]) + c[i] + 0.5 * Next(random));
        return labels;
    }

    static double Error(BoostedEnsemble ensemble, CodedColumn[] columns)
    {
        var labels = Labels(columns);
        return Enumerable.Range(0, Rows).Sum(row => Math.Pow(Sum(ensemble, [.. columns.Select(c => c.Values.Span[row])]) - labels[row], 2));
    }

    static double Sum(BoostedEnsemble ensemble, double[] values) => ensemble.Trees.Sum(tree => tree.ValueOf(values));

    static double Next(System.Random random) => random.NextDouble() * 4 - 2;
}
