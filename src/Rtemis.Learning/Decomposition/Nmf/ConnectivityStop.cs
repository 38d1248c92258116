using System.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>
/// Ends when the same cases share their largest component for some time. The table of which cases go together is never made: two labellings have the same
/// one if their labels stand for each other.
/// </summary>
sealed class ConnectivityStop(CaseTiles data, NmfFactors factors) : IStopRule
{
    const int Every = 10;
    const int Most = 40;

    int[] _labels = new int[data.Count * Vector<double>.Count];
    int[] _previous = new int[data.Count * Vector<double>.Count];
    int _unchanged = -1;

    /// <inheritdoc/>
    public bool IsReached(int iterations, RunContext context)
    {
        if (iterations == 0 || iterations % Every != 0) return false;
        data.ForChunks(context, (_, start, end) =>
        {
            for (var tile = start; tile < end; tile++) Label(tile);
        });
        var first = _unchanged < 0;
        _unchanged = !first && IsSamePartition(_labels.AsSpan(0, data.Rows), _previous, factors.Components) ? _unchanged + 1 : 0;
        (_labels, _previous) = (_previous, _labels);
        return _unchanged > Most;
    }

    /// <summary>Whether two labellings put the same items together.</summary>
    internal static bool IsSamePartition(ReadOnlySpan<int> labels, ReadOnlySpan<int> others, int count)
    {
        var (there, back) = (new int[count], new int[count]);
        Array.Fill(there, -1);
        Array.Fill(back, -1);
        for (var i = 0; i < labels.Length; i++)
        {
            var (label, other) = (labels[i], others[i]);
            if (there[label] < 0 && back[other] < 0) (there[label], back[other]) = (other, label);
            else if (there[label] != other || back[other] != label) return false;
        }
        return true;
    }

    // The first of the largest.
    void Label(int tile)
    {
        var coefficients = factors.Of(tile);
        var (largest, label) = (coefficients[0], Vector<double>.Zero);
        for (var a = 1; a < coefficients.Length; a++)
        {
            var larger = Vector.GreaterThan(coefficients[a], largest);
            largest = Vector.ConditionalSelect(larger, coefficients[a], largest);
            label = Vector.ConditionalSelect(larger, new Vector<double>(a), label);
        }
        for (var lane = 0; lane < Vector<double>.Count; lane++) _labels[tile * Vector<double>.Count + lane] = (int)label[lane];
    }
}
