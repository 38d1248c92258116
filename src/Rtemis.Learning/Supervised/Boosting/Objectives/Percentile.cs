namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>Quantiles as LightGBM takes them.</summary>
static class Percentile
{
    /// <summary>The quantile of values that all count the same, between the two nearest.</summary>
    /// <param name="values">The values; they are sorted.</param>
    /// <param name="share">The share of values below.</param>
    public static double Of(double[] values, double share)
    {
        if (values.Length <= 1) return values[0];
        Array.Sort(values);
        // Counted from the largest.
        var place = (values.Length - 1) * (1 - share);
        var next = (int)place + 1;
        if (next >= values.Length) return values[0];
        var (above, below) = (values[^next], values[^(next + 1)]);
        return above - (above - below) * (place - (next - 1));
    }

    /// <summary>The quantile of weighted values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="weights">Their weights.</param>
    /// <param name="share">The share of weights below.</param>
    public static double Of(double[] values, double[] weights, double share)
    {
        if (values.Length <= 1) return values[0];
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
        var sums = new double[order.Length];
        for (var i = 0; i < sums.Length; i++) sums[i] = weights[order[i]] + (i > 0 ? sums[i - 1] : 0);
        var wanted = sums[^1] * share;
        var place = 0;
        while (place < sums.Length - 1 && sums[place] <= wanted) place++;
        if (place == 0 || place == sums.Length - 1) return values[order[place]];
        var (below, above) = (values[order[place - 1]], values[order[place]]);
        var step = sums[place + 1] - sums[place];
        return step >= 1 ? (wanted - sums[place]) / step * (above - below) + below : above;
    }
}
