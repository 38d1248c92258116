namespace Rtemis.Learning.Metrics;

/// <summary>How far predicted numbers are from the true ones.</summary>
/// <param name="Mae">Mean absolute error.</param>
/// <param name="Mse">Mean squared error.</param>
/// <param name="Rmse">Root of the mean squared error.</param>
/// <param name="Rsq">1 - residual / total sum of squares; -Inf or NaN where the truth is constant.</param>
public sealed record RegressionMetrics(double Mae, double Mse, double Rmse, double Rsq) : SampleMetrics
{
    /// <summary>The names of the figures.</summary>
    internal static IReadOnlyList<string> Names { get; } = ["mae", "mse", "rmse", "rsq"];

    /// <inheritdoc/>
    public override MetricRow Overall => new(Names, [Mae, Mse, Rmse, Rsq]);

    /// <summary>
    /// Compares predictions with the truth, case by case. As in rtemis the errors pass over missing predictions, R-squared doesn't.
    /// </summary>
    public static RegressionMetrics Compute(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted)
    {
        CompensatedSum absolute = new(), squared = new(), total = new();
        var mean = CompensatedSum.Mean(truth);
        var counted = 0;
        for (var i = 0; i < truth.Length; i++)
        {
            total.Add((truth[i] - mean) * (truth[i] - mean));
            var error = truth[i] - predicted[i];
            if (double.IsNaN(error)) continue;
            absolute.Add(Math.Abs(error));
            squared.Add(error * error);
            counted++;
        }
        var mse = squared.Value / counted;
        var rsq = counted == truth.Length ? 1 - squared.Value / total.Value : double.NaN;
        return new RegressionMetrics(absolute.Value / counted, mse, Math.Sqrt(mse), rsq);
    }
}
