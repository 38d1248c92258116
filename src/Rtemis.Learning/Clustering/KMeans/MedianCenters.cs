using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>
/// Centers for Manhattan distances: for each coordinate, flexclust's median of a cluster's values, which is one place too high (of 3 values it is the
/// largest). For 1 or 2 values flexclust reads beyond their end; their true median is taken here.
/// </summary>
sealed class MedianCenters
{
    readonly NumericFrame _data;
    readonly int[][] _order;

    /// <summary>Sorts the cases by each coordinate, once for all passes.</summary>
    public MedianCenters(NumericFrame data, WorkSplit work)
    {
        _data = data;
        _order = new int[data.Columns][];
        work.For(data.Columns, c =>
        {
            var values = data.Column(c).ToArray();
            _order[c] = [.. Enumerable.Range(0, values.Length)];
            Array.Sort(values, _order[c]);
        });
    }

    /// <summary>Moves each center to the middle of its cases; NaN where it has none.</summary>
    public void Find(int[] labels, int[] counts, double[][] centers, WorkSplit work)
    {
        var places = Array.ConvertAll(counts, Places);
        work.For(_order.Length, c =>
        {
            var values = _data.Column(c);
            var seen = new int[counts.Length];
            foreach (var center in centers) center[c] = 0;
            for (var k = 0; k < counts.Length; k++)
                if (counts[k] == 0) centers[k][c] = double.NaN;
            foreach (var row in _order[c])
            {
                var k = labels[row];
                var place = seen[k]++;
                // Both places are the same where the median is a single value.
                if (place == places[k].Lower) centers[k][c] += values[row] / 2;
                if (place == places[k].Upper) centers[k][c] += values[row] / 2;
            }
        });
    }

    static (int Lower, int Upper) Places(int count)
    {
        var half = count / 2;
        return count switch
        {
            1 => (0, 0),
            2 => (0, 1),
            _ => count % 2 == 1 ? (half + 1, half + 1) : (half, half + 1),
        };
    }
}
