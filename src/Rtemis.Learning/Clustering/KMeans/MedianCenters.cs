using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>
/// The middle of each column as flexclust computes it, one place too high: of m sorted values, 0-based, with h = m / 2 it takes v[h + 1]
/// (m odd) or (v[h] + v[h + 1]) / 2 (m even). Of one or two values it reads past the end, what comes out is not defined; here it is the
/// true median.
/// </summary>
sealed class MedianCenters(SortedColumns sorted) : ICenterRule
{
    public void Move(int[] labels, bool[] changed, Matrix centers, WorkSplit work)
    {
        if (!changed.Contains(true)) return;
        var counts = new int[centers.Rows];
        foreach (var label in labels) counts[label]++;
        work.For(sorted.Columns, j => Move(j, labels, counts, centers));
    }

    void Move(int column, int[] labels, int[] counts, Matrix centers)
    {
        var values = sorted.Values(column);
        var seen = new int[counts.Length];
        var targets = centers.Column(column);
        targets.Fill(double.NaN);
        foreach (var row in sorted.Order(column))
        {
            var label = labels[row];
            var (low, high) = Places(counts[label]);
            var place = seen[label]++;
            if (place == low) targets[label] = values[row];
            if (place == high && high > low) targets[label] = (targets[label] + values[row]) / 2;
        }
    }

    static (int Low, int High) Places(int count) => count switch
    {
        1 => (0, 0),
        2 => (0, 1),
        _ when count % 2 == 1 => (count / 2 + 1, count / 2 + 1),
        _ => (count / 2, count / 2 + 1),
    };
}
