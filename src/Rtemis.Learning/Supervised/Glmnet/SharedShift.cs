namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>
/// The number whose subtraction from all classes' coefficients of a column brings their penalty to its least: the mean without a lasso, the median
/// with nothing else, and between them otherwise.
/// </summary>
static class SharedShift
{
    /// <param name="coefficients">One a class.</param>
    /// <param name="alpha">The lasso's share.</param>
    public static double Of(double[] coefficients, double alpha)
    {
        var count = coefficients.Length;
        var mean = coefficients.Average();
        if (alpha == 0 || count == 2) return mean;
        double[] sorted = [.. coefficients.Order()];
        if (sorted[0] == sorted[^1]) return sorted[0];
        var median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
        if (alpha == 1) return median;

        var ratio = alpha / ((1 - alpha) * count);
        var first = Math.Max(Array.FindLastIndex(sorted, s => s <= Math.Min(mean, median)), 0);
        var last = Array.FindIndex(sorted, s => s >= Math.Max(mean, median));
        // Between two neighbours the penalty is a parabola.
        for (var k = first; k < last; k++)
            if (mean + ratio * (count - 2 * (k + 1)) is var lowest && lowest > sorted[k] && lowest <= sorted[k + 1]) return lowest;
        return sorted[first..(last + 1)].MinBy(s => 2 * ratio * sorted.Sum(a => Math.Abs(a - s)) + s * (s - 2 * mean));
    }
}
