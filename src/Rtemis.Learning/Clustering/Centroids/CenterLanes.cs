using System.Numerics;
using System.Runtime.Intrinsics;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Clustering.Centroids;

/// <summary>
/// Centers side by side, for what looks at one case after the other: each column is as many vectors as hold a number of each center. A
/// distance is summed over the columns in their order, as everywhere.
/// </summary>
sealed class CenterLanes
{
    const int Lanes = 4;

    readonly CentroidDistance _distance;
    readonly Vector256<double>[] _values;

    // Where a sum of distances begins: at zero, and beyond all others where there is no center.
    readonly Vector256<double>[] _origins;

    /// <param name="count">The number of centers.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="distance">The distance.</param>
    public CenterLanes(int count, int columns, CentroidDistance distance)
    {
        Count = count;
        Columns = columns;
        Vectors = (count + Lanes - 1) / Lanes;
        _distance = distance;
        _values = new Vector256<double>[columns * Vectors];
        _origins = new Vector256<double>[Vectors];
    }

    /// <summary>The number of centers.</summary>
    public int Count { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>The number of vectors that hold a number of each center.</summary>
    public int Vectors { get; }

    /// <summary>Centers at rows of the data.</summary>
    public static CenterLanes At(NumericFrame data, int[] rows, CentroidDistance distance)
    {
        var lanes = new CenterLanes(rows.Length, data.Columns, distance);
        lanes.Set(data.Select(rows));
        return lanes;
    }

    /// <summary>Takes over centers, one a row; one that is NaN is as if it were not there.</summary>
    public void Set(Matrix centers)
    {
        for (var lane = 0; lane < Vectors * Lanes; lane++)
        {
            var there = lane < Count && !double.IsNaN(centers[lane, 0]);
            Put(_origins, 0, lane, there ? 0 : double.PositiveInfinity);
            for (var j = 0; j < Columns; j++) Put(_values, j, lane, there ? centers[lane, j] : 0);
        }
    }

    /// <summary>The centers, one a row.</summary>
    public Matrix ToMatrix()
    {
        var centers = new Matrix(Count, Columns);
        for (var j = 0; j < Columns; j++)
            for (var c = 0; c < Count; c++) centers[c, j] = _values[j * Vectors + c / Lanes][c % Lanes];
        return centers;
    }

    /// <summary>The distance of a case from each center, squared where it is Euclidean.</summary>
    public void Measure(ReadOnlySpan<double> point, Span<Vector256<double>> distances)
    {
        for (var v = 0; v < distances.Length; v++)
            distances[v] = _distance == CentroidDistance.Euclidean ? Squares(point, v) : Sizes(point, v);
    }

    /// <summary>The first center at the least distance, and that distance.</summary>
    public static (int Center, double Distance) Nearest(ReadOnlySpan<Vector256<double>> distances)
    {
        var least = distances[0];
        for (var v = 1; v < distances.Length; v++) least = Vector256.Min(least, distances[v]);
        least = Vector256.Min(least, Vector256.Shuffle(least, Vector256.Create(2L, 3, 0, 1)));
        least = Vector256.Min(least, Vector256.Shuffle(least, Vector256.Create(1L, 0, 3, 2)));
        for (var v = 0; ; v++)
        {
            var equal = Vector256.Equals(distances[v], least).ExtractMostSignificantBits();
            if (equal != 0 || v == distances.Length - 1) return (v * Lanes + BitOperations.TrailingZeroCount(equal), least[0]);
        }
    }

    /// <summary>Moves each center by a share of its way to a case.</summary>
    public void Move(ReadOnlySpan<double> point, ReadOnlySpan<Vector256<double>> shares)
    {
        for (var j = 0; j < point.Length; j++)
        {
            var column = _values.AsSpan(j * Vectors, Vectors);
            var target = Vector256.Create(point[j]);
            for (var v = 0; v < column.Length; v++) column[v] += shares[v] * (target - column[v]);
        }
    }

    /// <summary>Moves each center towards a case by the same step in every column in which they differ.</summary>
    public void Step(ReadOnlySpan<double> point, ReadOnlySpan<Vector256<double>> steps)
    {
        for (var j = 0; j < point.Length; j++)
        {
            var column = _values.AsSpan(j * Vectors, Vectors);
            var target = Vector256.Create(point[j]);
            for (var v = 0; v < column.Length; v++)
            {
                var up = Vector256.ConditionalSelect(Vector256.GreaterThan(target, column[v]), steps[v], default);
                column[v] += up - Vector256.ConditionalSelect(Vector256.LessThan(target, column[v]), steps[v], default);
            }
        }
    }

    /// <summary>Moves one center by a share of its way to a case.</summary>
    public void Move(ReadOnlySpan<double> point, int center, double share)
    {
        var v = center / Lanes;
        // Whole vectors are written, which the next case can read at once.
        var only = Vector256.Equals(Vector256.Create(0L, 1, 2, 3), Vector256.Create((long)(center % Lanes))).AsDouble();
        var shares = only & Vector256.Create(share);
        for (var j = 0; j < point.Length; j++)
        {
            ref var values = ref _values[j * Vectors + v];
            values += shares * (Vector256.Create(point[j]) - values);
        }
    }

    Vector256<double> Squares(ReadOnlySpan<double> point, int vector)
    {
        var sum = _origins[vector];
        for (int j = 0, at = vector; j < point.Length; j++, at += Vectors)
        {
            var difference = Vector256.Create(point[j]) - _values[at];
            sum += difference * difference;
        }
        return sum;
    }

    Vector256<double> Sizes(ReadOnlySpan<double> point, int vector)
    {
        var sum = _origins[vector];
        for (int j = 0, at = vector; j < point.Length; j++, at += Vectors) sum += Vector256.Abs(Vector256.Create(point[j]) - _values[at]);
        return sum;
    }

    void Put(Vector256<double>[] vectors, int column, int lane, double value)
    {
        ref var vector = ref vectors[column * Vectors + lane / Lanes];
        vector = vector.WithElement(lane % Lanes, value);
    }
}
