using System.Text.Json;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Supervised.Gam;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Supervised.Gam;

/// <summary>Against <c>mgcv::gam</c> (1.8-41), which was told to go on until its score settled: with its own limits it stops up to 1e-4 before.</summary>
public class GamGoldenTests
{
    // Both stop where the score's slope is small, and the score is flat there: a slope of 1e-5 moves a curve by some 1e-6.
    const double Tolerance = 2e-5;

    public static TheoryData<string> Jobs => [.. GoldenData.Names("Gam")];

    [Theory]
    [MemberData(nameof(Jobs))]
    public void Gives_the_predictions_and_importance_of_R(string job)
    {
        var recorded = GoldenData.Read("Gam", job);
        var data = GamCases.Of(
            recorded.GetProperty("cases").GetInt32(), recorded.GetProperty("outcome").GetString()!, GoldenData.Texts(recorded.GetProperty("features")),
            recorded.GetProperty("weights").GetString());
        var rows = recorded.GetProperty("rows").EnumerateArray().Select(r => r.GetInt32()).ToArray();

        var model = new GamLearner(new GamParameters { K = recorded.GetProperty("k").GetInt32() }).Fit(data, new RunContext());

        Near(recorded.GetProperty("fitted"), Predict(model, data.SelectRows(rows)));
        // Beyond the training cases' range, too.
        var moved = data.WithFeatures([.. data.Features.Select(GamCases.Move)]);
        Near(recorded.GetProperty("moved"), Predict(model, moved.SelectRows(rows)));
        Assert.Equal(GoldenData.Texts(recorded.GetProperty("variables")), model.Importance!.Variables);
        Assert.Equal("Partial_Effect_Variance", Assert.Single(model.Importance.Measures).Name);
        Near(recorded.GetProperty("shares"), model.Importance.Measures[0].Values);
    }

    static double[] Predict(ISupervisedModel model, SupervisedData data) => model.Predict(data.Features, new RunContext()).Values.Values;

    static void Near(JsonElement expected, IEnumerable<double> actual) =>
        Assert.All(GoldenData.Numbers(expected).Zip(actual), p => Assert.Equal(p.First, p.Second, Tolerance * (1 + Math.Abs(p.First))));
}
