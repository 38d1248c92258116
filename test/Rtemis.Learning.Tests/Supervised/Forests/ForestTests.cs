using System.Text.Json;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Forests;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Supervised.Forests;

/// <summary>Forests tree by tree against those of ranger 0.14.1, of the same seeds.</summary>
public sealed class ForestTests
{
    // Sums of the same numbers in the same order.
    const double Tolerance = 1e-13;

    static readonly JsonElement Recorded = GoldenData.Read("Forests", "ranger");

    static readonly Table Cars = GoldenData.Table("mtcars");

    static readonly ForestFeature[] CarFeatures = [.. new[] { "cyl", "disp", "hp", "wt", "qsec", "gear" }.Select(n => Feature(Cars.Find(n)!))];

    static readonly NumberOutcome Mileage = new(NumericColumn.Numbers(Cars.Find("mpg")!).ToArray());

    [Fact]
    public void OutOfBagPredictionsOfNumbersAreThoseOfRanger() =>
        Close("mtcars", Predict(CarFeatures, Mileage, All(32), new ForestOptions(50, 2, 5, 42)));

    [Fact]
    public void OtherCasesArePredictedByAllTrees()
    {
        int[] training = [.. All(10), .. Enumerable.Range(14, 18)];
        var predictions = Predict(CarFeatures, Mileage, training, new ForestOptions(50, 2, 5, 123456789));
        Close("mtcars_others", predictions[10..14]);
        Close("mtcars_training", [.. training.Select(row => predictions[row])]);
    }

    [Fact]
    public void OutOfBagClassesAreThoseOfRanger()
    {
        var table = GoldenData.Table("iris");
        var species = table.Columns.OfType<FactorColumn>().Single();
        ForestFeature[] features = [.. table.Columns.Where(NumericColumn.IsNumeric).Select(Feature)];
        var predictions = Predict(features, new VoteOutcome(species.Codes.ToArray(), 3), All(150), new ForestOptions(50, 2, 1, 42));
        Assert.Equal(GoldenData.Numbers(Recorded.GetProperty("iris")), predictions.Select(p => p + 1));
    }

    // ranger draws a few of many features in another way.
    [Fact]
    public void AFewOfManyFeaturesAreDrawnAsRangerDrawsThem()
    {
        var values = Enumerable.Range(1, 3000).Select(i => Math.Round(Math.Sin(i * 1.7) * 10 + Math.Cos(i * 0.3), 3)).ToArray();
        ForestFeature[] features = [.. Enumerable.Range(0, 30).Select(f => new ForestFeature(values[(100 * f)..(100 * f + 100)]))];
        var outcome = Enumerable.Range(0, 100).Select(i => features[0].Values[i] * 2 + Math.Abs(features[6].Values[i]) + features[19].Values[i]);
        Close("wide", Predict(features, new NumberOutcome([.. outcome]), All(100), new ForestOptions(40, 2, 5, 3))[..20]);
    }

    [Fact]
    public void ThreadsChangeNothing()
    {
        var options = new ForestOptions(70, 2, 5, 9);
        Assert.Equal(Predict(CarFeatures, Mileage, All(32), options), Predict(CarFeatures, Mileage, All(32), options, threads: 4));
    }

    [Fact]
    public void ACaseInEachSampleHasNoPrediction()
    {
        var predictions = Predict(CarFeatures, Mileage, All(32), new ForestOptions(1, 2, 5, 1));
        Assert.Contains(predictions, double.IsNaN);
        Assert.Contains(predictions, p => !double.IsNaN(p));
    }

    [Fact]
    public void AnOutcomeWithoutVariationIsPredictedAsItIs() =>
        Assert.All(Predict(CarFeatures, new NumberOutcome([.. Enumerable.Repeat(0.1, 32)]), All(32), new ForestOptions(50, 2, 5, 1)), p => Assert.Equal(0.1, p, Tolerance));

    [Fact]
    public void AForestStopsWhenTheRunIsCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var context = new RunContext(threads: 2, seed: 1, cancellation: cancellation.Token);
        Assert.Throws<OperationCanceledException>(() => ForestPredictions.Of(CarFeatures, Mileage, All(32), new ForestOptions(50, 2, 5, 1), context));
    }

    static int[] All(int rows) => [.. Enumerable.Range(0, rows)];

    static ForestFeature Feature(Column column) => new(NumericColumn.Numbers(column).ToArray());

    static double[] Predict(ForestFeature[] features, ForestOutcome outcome, int[] training, ForestOptions options, int threads = 1) =>
        ForestPredictions.Of(features, outcome, training, options, new RunContext(threads: threads, seed: 1));

    static void Close(string name, double[] predictions) => Assert.Equal(
        GoldenData.Numbers(Recorded.GetProperty(name)), predictions, (a, b) => Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Abs(a)));
}
