using System.Numerics;
using System.Numerics.Tensors;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Clustering.Centroids;

/// <summary>
/// Finds the nearest center of each case, many cases side by side. A case's distance is summed over the columns in their order, so it does
/// not depend on which cases are worked on together.
/// </summary>
sealed class NearestCenters(NumericFrame data, CentroidDistance distance)
{
    /// <summary>The most cases at a time.</summary>
    public const int MostCases = 512;

    /// <summary>Labels cases with their nearest centers, the first of equally near ones.</summary>
    /// <param name="centers">One row a center; NaN for one that is gone.</param>
    /// <param name="first">The first case.</param>
    /// <param name="labels">The 0-based labels of so many cases; replaced.</param>
    /// <returns>How many labels changed.</returns>
    public int Label(Matrix centers, int first, Span<int> labels)
    {
        Span<double> best = stackalloc double[MostCases];
        Span<double> nearest = stackalloc double[MostCases];
        Find(centers, first, labels.Length, best, nearest, []);
        return Replace(labels, nearest);
    }

    /// <summary>Labels cases and tells their distances from the nearest center and from the one that is nearest but for it.</summary>
    public int Label(Matrix centers, int first, Span<int> labels, Span<double> least, Span<double> second)
    {
        Span<double> best = stackalloc double[MostCases];
        Span<double> nearest = stackalloc double[MostCases];
        Span<double> next = stackalloc double[MostCases];
        Find(centers, first, labels.Length, best, nearest, next);
        best[..labels.Length].CopyTo(least);
        next[..labels.Length].CopyTo(second);
        return Replace(labels, nearest);
    }

    /// <summary>The sum of cases' distances from their nearest centers (squared where they are Euclidean).</summary>
    public double Sum(Matrix centers, int first, int count)
    {
        Span<double> best = stackalloc double[MostCases];
        Span<double> nearest = stackalloc double[MostCases];
        Find(centers, first, count, best, nearest, []);
        return TensorPrimitives.Sum<double>(best[..count]);
    }

    /// <summary>The distances of some cases from one center, squared where they are Euclidean.</summary>
    public void Distances(Matrix centers, int center, int first, Span<double> distances)
    {
        distances.Clear();
        for (var j = 0; j < data.Columns; j++)
        {
            var values = data.Column(j).Slice(first, distances.Length);
            if (distance == CentroidDistance.Euclidean) AddSquares(values, centers[center, j], distances);
            else AddSizes(values, centers[center, j], distances);
        }
    }

    // Numbers of centers are doubles, so that they are selected by the distances' comparison.
    void Find(Matrix centers, int first, int count, Span<double> best, Span<double> nearest, Span<double> next)
    {
        Span<double> distances = stackalloc double[MostCases];
        best.Fill(double.PositiveInfinity);
        next.Fill(double.PositiveInfinity);
        nearest.Clear();
        for (var c = 0; c < centers.Rows; c++)
        {
            if (double.IsNaN(centers[c, 0])) continue;
            Distances(centers, c, first, distances[..count]);
            if (next.Length > 0) KeepNext(distances, best, next);
            Select(c, distances, best, nearest);
        }
    }

    // What lies beyond the last case is selected too, and not looked at.
    static void Select(int center, ReadOnlySpan<double> distances, Span<double> best, Span<double> nearest)
    {
        var number = new Vector<double>(center);
        for (var i = 0; i < MostCases; i += Vector<double>.Count)
        {
            var candidate = new Vector<double>(distances[i..]);
            var least = new Vector<double>(best[i..]);
            var nearer = Vector.LessThan(candidate, least);
            Vector.ConditionalSelect(nearer, candidate, least).CopyTo(best[i..]);
            Vector.ConditionalSelect(nearer, number, new Vector<double>(nearest[i..])).CopyTo(nearest[i..]);
        }
    }

    // The least but for one is the least of those before, or the larger of the best and what comes.
    static void KeepNext(ReadOnlySpan<double> distances, ReadOnlySpan<double> best, Span<double> next)
    {
        for (var i = 0; i < MostCases; i += Vector<double>.Count)
        {
            var larger = Vector.Max(new Vector<double>(distances[i..]), new Vector<double>(best[i..]));
            Vector.Min(larger, new Vector<double>(next[i..])).CopyTo(next[i..]);
        }
    }

    static int Replace(Span<int> labels, ReadOnlySpan<double> nearest)
    {
        var changes = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            var label = (int)nearest[i];
            changes += label == labels[i] ? 0 : 1;
            labels[i] = label;
        }
        return changes;
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
