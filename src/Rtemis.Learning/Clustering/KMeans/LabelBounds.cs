using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>
/// Labels as <see cref="NearestCenters"/> does, but measures only cases whose label may have changed. When a case is measured, its second
/// nearest center is farther than the nearest by some gap. Until its own center and the one that moves most have together moved that far,
/// no other can have come nearer. Each case has the sum of such moves at which it must be measured again, so nothing is to be kept up to
/// date for those that are passed over. After G. Hamerly, SIAM International Conference on Data Mining, 2010.
/// </summary>
sealed class LabelBounds
{
    // With more cases to measure than one in so many, it is quicker to measure the block.
    const int CasesPerMeasured = 8;

    readonly KMeansCases _cases;
    readonly CenterLanes _lanes;
    readonly double[] _limits;

    // Of each center, its moves so far, and with each the longest of another center.
    readonly double[] _drifts;

    // Lengths and gaps are rounded: what may be lost by that, of the larger of them.
    readonly double _rounding;

    public LabelBounds(KMeansCases cases, Matrix centers)
    {
        _cases = cases;
        _lanes = new CenterLanes(centers.Rows, centers.Columns, cases.Distance);
        _lanes.Set(centers);
        _limits = new double[cases.Data.Rows];
        Array.Fill(_limits, double.NegativeInfinity);
        _drifts = new double[centers.Rows];
        _rounding = 16 * (centers.Columns + 8) * (double.BitIncrement(1) - 1);
    }

    /// <summary>Takes over centers that have moved.</summary>
    public void Moved(double[] before, Matrix centers)
    {
        _lanes.Set(centers);
        var moves = new double[centers.Rows];
        for (var c = 0; c < moves.Length; c++)
        {
            // One that is gone is in no case's way.
            if (!double.IsNaN(centers[c, 0])) moves[c] = Length(before, centers, c) * (1 + _rounding);
        }
        for (var c = 0; c < moves.Length; c++)
        {
            var others = 0.0;
            for (var other = 0; other < moves.Length; other++)
                if (other != c) others = Math.Max(others, moves[other]);
            _drifts[c] = (_drifts[c] + moves[c] + others) * (1 + _rounding);
        }
    }

    /// <summary>Labels a block of cases.</summary>
    /// <returns>How many labels changed.</returns>
    public int Label(int block, Matrix centers, Span<int> labels)
    {
        var first = block * KMeansCases.BlockSize;
        var limits = _limits.AsSpan(first, labels.Length);
        Span<int> due = stackalloc int[KMeansCases.BlockSize];
        var count = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            due[count] = i;
            count += _drifts[labels[i]] < limits[i] ? 0 : 1;
        }
        return count > labels.Length / CasesPerMeasured ? LabelAll(first, centers, labels, limits) : LabelSome(first, due[..count], labels, limits);
    }

    int LabelAll(int first, Matrix centers, Span<int> labels, Span<double> limits)
    {
        Span<double> nearest = stackalloc double[KMeansCases.BlockSize];
        Span<double> second = stackalloc double[KMeansCases.BlockSize];
        var changes = _cases.Nearest.Label(centers, first, labels, nearest[..labels.Length], second[..labels.Length]);
        for (var i = 0; i < labels.Length; i++) limits[i] = Limit(nearest[i], second[i], labels[i]);
        return changes;
    }

    int LabelSome(int first, ReadOnlySpan<int> due, Span<int> labels, Span<double> limits)
    {
        Span<Vector256<double>> distances = new Vector256<double>[due.IsEmpty ? 0 : _lanes.Vectors];
        var changes = 0;
        foreach (var i in due)
        {
            _lanes.Measure(_cases.Rows[first + i], distances);
            var (label, nearest) = CenterLanes.Nearest(distances);
            distances[label / 4] = distances[label / 4].WithElement(label % 4, double.PositiveInfinity);
            limits[i] = Limit(nearest, CenterLanes.Nearest(distances).Distance, label);
            if (labels[i] == label) continue;
            labels[i] = label;
            changes++;
        }
        return changes;
    }

    double Limit(double nearest, double second, int label)
    {
        if (_cases.Distance == CentroidDistance.Euclidean) (nearest, second) = (Math.Sqrt(nearest), Math.Sqrt(second));
        return double.IsPositiveInfinity(second) ? second : _drifts[label] + (second - nearest) - (second + _drifts[label]) * _rounding;
    }

    double Length(double[] before, Matrix centers, int center)
    {
        var differences = new double[centers.Columns];
        for (var j = 0; j < differences.Length; j++) differences[j] = centers[center, j] - before[center + j * centers.Rows];
        return _cases.Distance == CentroidDistance.Euclidean ? TensorPrimitives.Norm<double>(differences) : TensorPrimitives.SumOfMagnitudes<double>(differences);
    }
}
