namespace Rtemis.Learning.Random;

/// <summary>Draws positions in proportion to weights, as the C++ library of GCC does: a real number is looked up in the sums of the shares.</summary>
sealed class DiscreteDraw
{
    readonly double[] _sums;

    /// <param name="weights">Numbers of 0 or more, not all 0.</param>
    public DiscreteDraw(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights) total += weight;
        _sums = new double[weights.Length];
        var sum = 0.0;
        for (var i = 0; i < _sums.Length; i++) _sums[i] = sum += weights[i] / total;
        _sums[^1] = 1;
    }

    /// <summary>A position. A single one takes no random number.</summary>
    public int Next(MersenneTwister64 random)
    {
        if (_sums.Length == 1) return 0;
        var mass = random.NextReal();
        var (first, end) = (0, _sums.Length - 1);
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (_sums[middle] < mass) first = middle + 1;
            else end = middle;
        }
        return first;
    }
}
