using System.Numerics;
using System.Numerics.Tensors;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>
/// Finds the nearest center of each case, many cases side by side. A case's distance is summed over the columns in their order, so it does
/// not depend on which cases are worked on together.
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
        // Numbers of centers as doubles, so that they are selected by the distances' comparison.
        Span<double> nearest = stackalloc double[CasesAtATime];
        for (var first = 0; first < labels.Length; first += CasesAtATime)
        {
            var count = Math.Min(CasesAtATime, labels.Length - first);
            best.Fill(double.PositiveInfinity);
            nearest.Clear();
            for (var c = 0; c < centers.Rows; c++)
            {
                Distances(centers, c, first, distances[..count]);
                Select(c, distances, best, nearest);
            }
            objective += TensorPrimitives.Sum<double>(best[..count]);
            changes += Replace(labels.AsSpan(first, count), nearest);
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

    // What lies beyond the last case is selected too, and not looked at.
    static void Select(int center, ReadOnlySpan<double> distances, Span<double> best, Span<double> nearest)
    {
        var number = new Vector<double>(center);
        for (var i = 0; i < CasesAtATime; i += Vector<double>.Count)
        {
            var candidate = new Vector<double>(distances[i..]);
            var least = new Vector<double>(best[i..]);
            var nearer = Vector.LessThan(candidate, least);
            Vector.ConditionalSelect(nearer, candidate, least).CopyTo(best[i..]);
            Vector.ConditionalSelect(nearer, number, new Vector<double>(nearest[i..])).CopyTo(nearest[i..]);
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
