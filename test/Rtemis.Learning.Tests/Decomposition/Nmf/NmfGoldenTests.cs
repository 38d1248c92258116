using System.Text.Json;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Nmf;
using Rtemis.Learning.Running;
using Rtemis.Learning.Tests.Golden;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Decomposition.Nmf;

/// <summary>What NMF 0.25 made of the same data and the same random numbers.</summary>
public class NmfGoldenTests
{
    const double Tolerance = 1e-9;

    static readonly JsonElement[] Recorded = [.. GoldenData.Read("Nmf", "nmf").EnumerateArray()];

    static readonly JsonElement Tables = GoldenData.Read("Nmf", "data");

    public static TheoryData<string, int> Fits => new(Recorded.Select((r, i) => (r.GetProperty("method").GetString()!, i)));

    [Theory]
    [MemberData(nameof(Fits))]
    public void AgreesWithNmfGivenTheSameDraws(string method, int fit)
    {
        var recorded = Recorded[fit];
        var data = Frame(recorded.GetProperty("data").GetString()!);
        var parameters = new NmfParameters(recorded.GetProperty("k").GetInt32(), method, 1);
        var model = new NmfDecomposer(parameters).Fit(data, new RunContext(seed: recorded.GetProperty("seed").GetUInt32()));
        var (residual, squares) = (recorded.GetProperty("residual").GetDouble(), recorded.GetProperty("sse").GetDouble());
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{method}: {model.Iterations} iterations instead of {recorded.GetProperty("niter")}, {model.Residual:R} instead of {residual:R}");
        // R's least squares are less exact.
        if (method.StartsWith("snmf", StringComparison.Ordinal))
        {
            Assert.InRange(model.Residual, 0, 1.01 * residual);
            return;
        }
        // When an objective stays the same, rounding decides.
        var stopsElsewhere = method is "KL" or "Frobenius" && recorded.GetProperty("niter").GetInt32() != model.Iterations;
        if (!stopsElsewhere) Assert.Equal(recorded.GetProperty("niter").GetInt32(), model.Iterations);
        var tolerance = stopsElsewhere ? 1e-6 : Tolerance;
        Assert.Equal(residual, model.Residual, Tolerance * (1 + residual));
        Assert.Equal(squares, SquaredError(data, model), tolerance * (1 + squares));
        AssertColumns(recorded.GetProperty("W"), model.Basis, tolerance);
        AssertColumns(recorded.GetProperty("scores"), model.Scores, tolerance);
        if (method == "offset") Assert.Equal(GoldenData.Numbers(recorded.GetProperty("offset")), model.Offset!, (a, b) => Math.Abs(a - b) < Tolerance);
    }

    // The reference's run was not seeded.
    [Fact]
    public void TheRecordedJobIsNoCloserToTheData()
    {
        var data = GoldenColumns.Frame("iris");
        var squares = SquaredError(data, new NmfDecomposer(new NmfParameters(2, "brunet", 1)).Fit(data, new RunContext(seed: 1)));
        Assert.InRange(Math.Sqrt(squares / 600), 0, 1.01 * 0.1613);
    }

    internal static double SquaredError(NumericFrame data, NmfModel model)
    {
        var cases = new Matrix(data.Rows, data.Columns);
        model.Reconstruct(0, cases);
        return Enumerable.Range(0, data.Columns).Sum(j => data.Column(j).ToArray().Select((v, i) => Math.Pow(v - cases[i, j], 2)).Sum());
    }

    static NumericFrame Frame(string name) =>
        name == "iris" ? GoldenColumns.Frame("iris") : Frames.Of([.. Tables.GetProperty(name).EnumerateArray().Select(GoldenData.Numbers)]);

    static void AssertColumns(JsonElement expected, Matrix actual, double tolerance)
    {
        var columns = expected.EnumerateArray().Select(GoldenData.Numbers).ToArray();
        Assert.Equal(columns.Length, actual.Columns);
        for (var c = 0; c < columns.Length; c++)
            for (var i = 0; i < columns[c].Length; i++) Assert.Equal(columns[c][i], actual[i, c], tolerance * (1 + Math.Abs(columns[c][i])));
    }
}
