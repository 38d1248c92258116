using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden;

namespace Rtemis.Learning.Tests.Supervised.Ranger;

/// <summary>Forests against those of ranger 0.14.1, of the same seeds: one for each option.</summary>
public sealed class RangerGoldenTests
{
    // The same trees; sums over them differ by rounding.
    const double Tolerance = 1e-12;

    public static TheoryData<string> Names => RangerCase.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void PredictionsImportanceAndErrorAreThoseOfRanger(string name)
    {
        var recorded = RangerCase.Find(name);
        var data = RangerCase.Data(recorded);
        var model = RangerCase.Fit(RangerCase.Options(recorded), data);
        Close(GoldenData.Numbers(recorded.GetProperty("predictions")), model.Predict(data.Features, new RunContext()).Values.Values);
        Close(GoldenData.Numbers(recorded.GetProperty("importance")), model.Importance.Measures[0].Values);
        Close([recorded.GetProperty("error").GetDouble()], [model.OutOfBagError!.Value]);
    }

    [Fact]
    public void QuantilesAreThoseOfRanger()
    {
        var recorded = RangerCase.Find("quantiles");
        var data = RangerCase.Data(recorded);
        var quantiles = RangerCase.Fit(RangerCase.Options(recorded), data)
            .PredictQuantiles(data.Features, GoldenData.Numbers(recorded.GetProperty("quantiles")), new RunContext());
        Close(GoldenData.Numbers(recorded.GetProperty("quantile_predictions")), quantiles.Values);
    }

    [Fact]
    public void LocalImportanceAndSamplesAreThoseOfRanger()
    {
        var recorded = RangerCase.Find("local permutation");
        var model = RangerCase.Fit(RangerCase.Options(recorded), RangerCase.Data(recorded));
        Close(GoldenData.Numbers(recorded.GetProperty("local")), model.LocalImportance!.Values);
        Assert.Equal(recorded.GetProperty("samples").EnumerateArray().Select(GoldenData.Numbers), model.Samples.Take(2).Select(s => s.Select(times => (double)times)));
    }

    static void Close(double[] expected, IReadOnlyList<double> actual) =>
        Assert.Equal(expected, actual, (a, b) => double.IsNaN(a) ? double.IsNaN(b) : Math.Abs(a - b) <= Tolerance * (1 + Math.Abs(a)));
}
