using System.Numerics;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>
/// Finds the nearest center of each case, many cases side by side. A case's distance is summed over the columns in their order, so it does not
/// depend on which cases are worked on together.
/// </summary>
sealed class NearestCenters(NumericFrame data, KMeansDistance distance)
{
    // The distances of so many cases, the best so far and a column of the data stay in the first-level cache.
    const int CasesAtATime = 512;

    /// <summary>Labels each case with its nearest center, the first of equally near ones.</summary>
    /// <param name="centers">One row a center; NaN for one that is gone.</param>
    /// <param name="labels">The labels; replaced.</param>
    /// <returns>How many labels changed, and the sum of the distances (squared where they are Euclidean).</returns>
    public (int Changes, double Objective) Label(Matrix centers, int[] labels)
    {
        var (changes, objective) = (0, 0.0);
        Span<double> distances = stackalloc double[CasesAtATime];
        Span<double> best = stackalloc double[CasesAtATime];
        Span<int> nearest = stackalloc int[CasesAtATime];
        for (var first = 0; first < labels.Length; first += CasesAtATime)
        {
            var count = Math.Min(CasesAtATime, labels.Length - first);
            best.Fill(double.PositiveInfinity);
            nearest.Clear();
            for (var c = 0; c < centers.Rows; c++)
            {
                Distances(centers, c, first, distances[..count]);
                for (var i = 0; i < count; i++)
                {
                    var nearer = distances[i] < best[i];
                    best[i] = nearer ? distances[i] : best[i];
                    nearest[i] = nearer ? c : nearest[i];
                }
            }
            for (var i = 0; i < count; i++)
            {
                objective += best[i];
                changes += labels[first + i] == nearest[i] ? 0 : 1;
                labels[first + i] = nearest[i];
            }
        }
        return (changes, objective);
    }

    /// <summary>The distances of some cases from one center, squared where they are Euclidean.</summary>
    public void Distances(Matrix centers, int center, int first, Span<double> distances)
    {
        distances.Clear();
        for (var j = 0; j < data.Columns; j++)
        {
            var values = data.Column(j).Slice(first, distances.Length);
            if (distance == KMeansDistance.Euclidean) AddSquares(values, centers[center, j], distances);
            else AddSizes(values, centers[center, j], distances);
        }
    }

    static void AddSquares(ReadOnlySpan<double> values, double center, Span<double> sums)
    {
        var i = 0;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var difference = new Vector<double>(values[i..]) - new Vector<double>(center);
            (new Vector<double>(sums[i..]) + difference * difference).CopyTo(sums[i..]);
        }
        for (; i < values.Length; i++) sums[i] += (values[i] - center) * (values[i] - center);
    }

    static void AddSizes(ReadOnlySpan<double> values, double center, Span<double> sums)
    {
        var i = 0;
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var difference = Vector.Abs(new Vector<double>(values[i..]) - new Vector<double>(center));
            (new Vector<double>(sums[i..]) + difference).CopyTo(sums[i..]);
        }
        for (; i < values.Length; i++) sums[i] += Math.Abs(values[i] - center);
    }
}
