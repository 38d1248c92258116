namespace Rtemis.Learning.Metrics;

/// <summary>The shares of false and true positives at every threshold, in ascending order.</summary>
/// <param name="FalsePositiveRate">The share of negative cases at or above the threshold.</param>
/// <param name="TruePositiveRate">The share of positive cases at or above it.</param>
/// <param name="Auc">The area under the curve.</param>
public sealed record RocCurve(double[] FalsePositiveRate, double[] TruePositiveRate, double Auc)
{
    const int MostPoints = 1000;

    /// <summary>The curve of a class against the rest; null where there are fewer than two scored cases or not both kinds.</summary>
    /// <param name="scores">One a case; those that are not finite are left out.</param>
    /// <param name="codes">The cases' true level codes.</param>
    /// <param name="positive">The code of the class.</param>
    public static RocCurve? Of(ReadOnlySpan<double> scores, ReadOnlySpan<int> codes, int positive)
    {
        var ranking = ScoreRanking.Of(scores, codes, positive);
        if (!ranking.HasBothClasses) return null;

        // Thresholds lie below, between and above the distinct scores; from the lowest up, everything below is no longer predicted positive.
        var falseRate = new List<double> { 1 };
        var trueRate = new List<double> { 1 };
        double positivesBelow = 0, negativesBelow = 0, previous = double.NaN;
        (int Positives, int Negatives) last = default;
        foreach (var (score, positives, negatives) in ranking.Groups())
        {
            if (!double.IsNaN(previous))
            {
                positivesBelow += last.Positives;
                negativesBelow += last.Negatives;
                AddPoint(positivesBelow, negativesBelow);
            }
            previous = score;
            last = (positives, negatives);
        }
        AddPoint(ranking.Positives, ranking.Negatives);
        falseRate.Reverse();
        trueRate.Reverse();
        return new RocCurve(Thin(falseRate), Thin(trueRate), ranking.Auc());

        void AddPoint(double positivesBelow, double negativesBelow)
        {
            trueRate.Add((ranking.Positives - positivesBelow) / ranking.Positives);
            falseRate.Add(1 - negativesBelow / ranking.Negatives);
        }
    }

    static double[] Thin(List<double> points)
    {
        if (points.Count <= MostPoints) return [.. points];
        var kept = new List<double>(MostPoints);
        var step = (points.Count - 1) / (double)(MostPoints - 1);
        var before = 0;
        for (var i = 0; i < MostPoints; i++)
        {
            var position = i == MostPoints - 1 ? points.Count : (int)Math.Round(1 + i * step, MidpointRounding.ToEven);
            if (position != before) kept.Add(points[position - 1]);
            before = position;
        }
        return [.. kept];
    }
}
