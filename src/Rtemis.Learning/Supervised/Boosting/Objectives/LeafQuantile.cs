namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>The best values for losses of absolute differences: quantiles of what is left to explain.</summary>
/// <param name="share">The share of cases below.</param>
/// <param name="weights">One a case, or null.</param>
sealed class LeafQuantile(double share, float[]? weights)
{
    /// <summary>The quantile of labels.</summary>
    public double Of(float[] labels)
    {
        var values = Array.ConvertAll(labels, label => (double)label);
        return (float)(weights is null ? Percentile.Of(values, share) : Percentile.Of(values, Array.ConvertAll(weights, w => (double)w), share));
    }

    /// <summary>The quantile of what sums leave of labels, over some cases.</summary>
    public double Of(ReadOnlySpan<int> rows, float[] labels, double[] sums)
    {
        var rest = new double[rows.Length];
        for (var i = 0; i < rest.Length; i++) rest[i] = labels[rows[i]] - sums[rows[i]];
        if (weights is null) return Percentile.Of(rest, share);
        var own = new double[rows.Length];
        for (var i = 0; i < own.Length; i++) own[i] = weights[rows[i]];
        return Percentile.Of(rest, own, share);
    }
}
