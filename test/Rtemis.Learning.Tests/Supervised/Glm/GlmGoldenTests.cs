using System.Text.Json;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Glm;
using Rtemis.Learning.Tests.Golden;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tests.Supervised.Glm;

public class GlmGoldenTests
{
    // Both solve by Householder reflections, in another order of sums. What rounding does to a coefficient grows with the condition of the
    // columns, some 1e4 here, from 1e-16 to 1e-12; the logistic fit stops at a relative change of the deviance of 1e-8, at the same step.
    const double Tolerance = 1e-8;

    public static TheoryData<string> Jobs => [.. GoldenData.Names("Glm")];

    [Theory]
    [MemberData(nameof(Jobs))]
    public void Gives_the_coefficients_and_predictions_of_R(string job)
    {
        var recorded = GoldenData.Read("Glm", job);
        var all = Data(recorded);
        foreach (var fit in recorded.GetProperty("fits").EnumerateArray())
        {
            var (training, test) = (all, all);
            if (recorded.TryGetProperty("resamples", out var resamples))
            {
                var folds = GoldenData.Read("Resamples", resamples.GetString()!).GetProperty("heldOut");
                var heldOut = GoldenData.Rows(folds.GetProperty(fit.GetProperty("fold").GetString()!));
                (training, test) = (all.SelectRows([.. Enumerable.Range(0, all.Rows).Except(heldOut)]), all.SelectRows(heldOut));
            }

            var context = new RunContext();
            var model = new GlmLearner(new GlmParameters()).Fit(training, context);

            Assert.Equal(GoldenData.Texts(fit.GetProperty("variables")), model.Importance!.Variables);
            Assert.Equal("Coefficient", Assert.Single(model.Importance.Measures).Name);
            Near(GoldenData.Numbers(fit.GetProperty("coefficients")), model.Importance.Measures[0].Values);
            var predicted = GoldenData.Numbers(fit.GetProperty("predicted"));
            Near(predicted, model.Predict(test.Features, context).Values.Values.Take(predicted.Length));
        }
    }

    static SupervisedData Data(JsonElement recorded)
    {
        var table = GoldenData.Table(recorded.GetProperty("data").GetString()!);
        if (!recorded.TryGetProperty("ifw", out var ifw)) return new SupervisedData([.. table.Columns.SkipLast(1)], table.Columns[^1]);
        var name = recorded.GetProperty("weights").GetString();
        ReadOnlyMemory<double>? weights = null;
        if (name is not null) weights = NumericColumn.Numbers(table.Find(name)!);
        var outcome = table.Columns[^1];
        if (recorded.GetProperty("positive").GetString() is { } positive) outcome = PositiveClass.Place(outcome, positive);
        var data = new SupervisedData([.. table.Columns.SkipLast(1).Where(c => c.Name != name)], outcome, weights);
        return ifw.GetBoolean() ? data.WithWeights(InverseFrequencyWeights.Of(data)) : data;
    }

    static void Near(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance * Math.Max(1, Math.Abs(pair.First))));
}
