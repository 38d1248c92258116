using System.Text.Json;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Glmnet;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Supervised.Glmnet;

/// <summary>The numbers of R's glmnet 4.1-6, which stops at the same step; sums are in another order.</summary>
public sealed class GlmnetGoldenTests
{
    const double Tolerance = 1e-9;

    public static TheoryData<string> Single => GlmnetCase.Names("coefficients");

    public static TheoryData<string> Validated => GlmnetCase.Names("cross-validation");

    public static TheoryData<string> Wide => GlmnetCase.Names("wide");

    [Theory]
    [MemberData(nameof(Single))]
    public void AGivenLambdaGivesTheCoefficientsOfR(string name)
    {
        var recorded = GlmnetCase.Find("coefficients", name);
        Near(recorded, GlmnetCase.Coefficients(GlmnetCase.Fit(GlmnetCase.Options(recorded), GlmnetCase.Data(recorded))));
    }

    // R: RNGkind("L'Ecuyer-CMRG"); set.seed(7); cv.glmnet(...)
    [Theory]
    [MemberData(nameof(Validated))]
    public void CrossValidationGivesThePathAndTheChoiceOfR(string name)
    {
        var recorded = GlmnetCase.Find("cross-validation", name);
        var (options, data) = (GlmnetCase.Options(recorded), GlmnetCase.Data(recorded));
        var sparse = (GlmnetModel)GlmnetCase.Fit(options, data);
        Near(recorded, sparse.Coefficients);
        Close(recorded.GetProperty("one_error").GetDouble(), sparse.FoundLambda!.Value);
        var best = (GlmnetModel)GlmnetCase.Fit(options with { TakesMinimum = true }, data);
        Close(recorded.GetProperty("minimum").GetDouble(), best.FoundLambda!.Value);
        // rtemis predicts from the sparser model whatever was asked for.
        Assert.Equal(sparse.Coefficients, best.Coefficients);
    }

    [Theory]
    [MemberData(nameof(Validated))]
    public void ThePathHasTheLambdasOfR(string name)
    {
        var recorded = GlmnetCase.Find("cross-validation", name);
        var (options, data) = (GlmnetCase.Options(recorded), GlmnetCase.Data(recorded));
        var features = data.Features.SelectMany(f => f is FactorColumn factor ? Indicators(factor) : [NumericColumn.Numbers(f)]).ToArray();
        var outcome = data.Classes.Count > 0 ? Array.ConvertAll(data.ClassCodes.ToArray(), c => (double)c) : data.Numbers.ToArray();
        var weights = data.Weights?.ToArray() ?? [.. Enumerable.Repeat(1.0, data.Rows)];
        var penalty = new ElasticNetPenalty(options.Alpha, options.PenaltyFactor ?? [.. features.Select(_ => 1.0)]);
        var path = new ElasticNet(penalty, options).FitPath(new ElasticNetData(features, outcome, data.Classes.Count, weights), new RunContext());
        var lambdas = GoldenData.Numbers(recorded.GetProperty("lambdas"));
        Assert.Equal(lambdas.Length, path.Lambdas.Length);
        Assert.All(lambdas.Zip(path.Lambdas), p => Close(p.First, p.Second));
    }

    // From 500 columns on glmnet works on residuals, and screens.
    [Theory]
    [MemberData(nameof(Wide))]
    public void ManyColumnsGiveTheCoefficientsOfR(string name)
    {
        var recorded = GlmnetCase.Find("wide", name);
        var coefficients = Assert.Single(GlmnetCase.Coefficients(GlmnetCase.Fit(GlmnetCase.Options(recorded), WideData(recorded.GetProperty("classes").GetInt32()))));
        var expected = GoldenData.Numbers(recorded.GetProperty("coefficients"));
        int[] columns = [.. recorded.GetProperty("columns").EnumerateArray().Select(c => c.GetInt32())];
        Assert.Equal(columns, Enumerable.Range(0, coefficients.Length).Where(c => coefficients[c] != 0));
        for (var i = 0; i < columns.Length; i++) Close(expected[i], coefficients[columns[i]], 1e-8);
    }

    internal static SupervisedData WideData(int classes)
    {
        double[] rows = [.. Enumerable.Range(1, 60).Select(i => (double)i)];
        var columns = Enumerable.Range(1, 600).Select(j => Array.ConvertAll(rows, i => Math.Sin(0.37 * i * j + i))).ToArray();
        double[] outcome = [.. rows.Select((i, at) => 2 * columns[0][at] - columns[1][at] + 0.5 * columns[2][at] + 0.3 * Math.Sin(7 * i * i))];
        Column y = classes == 0
            ? new DoubleColumn("y", outcome)
            : new FactorColumn("y", Array.ConvertAll(outcome, v => v > 0.2 ? 1 : 0), ["n", "y"]);
        return new SupervisedData([.. columns.Select((c, j) => new DoubleColumn($"x{j + 1}", c))], y);
    }

    static IEnumerable<ReadOnlyMemory<double>> Indicators(FactorColumn factor) => Enumerable.Range(1, factor.Levels.Count - 1)
        .Select(level => (ReadOnlyMemory<double>)Array.ConvertAll(factor.Codes.ToArray(), code => code == level ? 1.0 : 0));

    static void Near(JsonElement recorded, double[][] coefficients)
    {
        var expected = recorded.GetProperty("coefficients").EnumerateArray().Select(GoldenData.Numbers).ToArray();
        Assert.Equal(expected.Length, coefficients.Length);
        foreach (var (theirs, mine) in expected.Zip(coefficients))
        {
            Assert.Equal(theirs.Length, mine.Length);
            Assert.All(theirs.Zip(mine), p => Close(p.First, p.Second));
        }
    }

    static void Close(double expected, double actual) => Close(expected, actual, Tolerance);

    static void Close(double expected, double actual, double tolerance) => Assert.Equal(expected, actual, tolerance * (1 + Math.Abs(expected)));
}
