using System.Text.Json;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Supervised.Isotonic;
using Rtemis.Learning.Supervised.Knn;
using Rtemis.Learning.Supervised.Nnls;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Supervised;

/// <summary>Learners with their default options against what rtemis in R gave for the same tables.</summary>
public class LearnerGoldenTests
{
    // The same sums in another order, over at most some hundred terms of one size.
    const double Tolerance = 1e-12;

    static readonly Dictionary<string, ISupervisedLearner> Learners = new()
    {
        ["Isotonic"] = new IsotonicLearner(new IsotonicParameters()),
        ["KNN"] = new KnnLearner(new KnnParameters()),
        ["NNLS"] = new NnlsLearner(new NnlsParameters()),
    };

    public static TheoryData<string> Jobs => [.. GoldenData.Names("Learners")];

    [Theory]
    [MemberData(nameof(Jobs))]
    public void Gives_the_predictions_and_importance_of_R(string job)
    {
        var recorded = GoldenData.Read("Learners", job);
        var table = GoldenData.Table(recorded.GetProperty("data").GetString()!);
        var data = new SupervisedData([.. table.Columns.SkipLast(1)], table.Columns[^1]);

        var model = Learners[recorded.GetProperty("algorithm").GetString()!].Fit(data, new RunContext());
        var predicted = model.Predict(data.Features, new RunContext()).Values;

        if (data.Classes.Count == 0) Near(GoldenData.Numbers(recorded.GetProperty("predicted")), predicted.Column(0).ToArray());
        else CompareClasses(recorded.GetProperty("probabilities"), data.Classes, predicted);
        if (!recorded.TryGetProperty("variables", out var variables))
        {
            Assert.Null(model.Importance);
            return;
        }
        Assert.Equal(GoldenData.Texts(variables), model.Importance!.Variables);
        Near(GoldenData.Numbers(recorded.GetProperty("importance")), Assert.Single(model.Importance.Measures).Values);
    }

    static void CompareClasses(JsonElement probabilities, IReadOnlyList<string> classes, Matrix predicted)
    {
        // Of two classes only the second has a column.
        var shown = classes.Count == 2 ? classes.Skip(1).ToList() : classes;
        Assert.Equal(shown.Count, predicted.Columns);
        for (var c = 0; c < shown.Count; c++) Near(GoldenData.Numbers(probabilities.GetProperty(shown[c])), predicted.Column(c).ToArray());
    }

    static void Near(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance * Math.Max(1, Math.Abs(pair.First))));
    }
}
