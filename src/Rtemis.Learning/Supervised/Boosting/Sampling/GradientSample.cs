using Rtemis.Learning.Supervised.Boosting.Options;

namespace Rtemis.Learning.Supervised.Boosting.Sampling;

/// <summary>
/// The cases with the largest derivatives, and some of the others, which then count for those that are left out. Source: G. Ke et al., "LightGBM: A Highly
/// Efficient Gradient Boosting Decision Tree", NIPS 2017, section 3.
/// </summary>
sealed class GradientSample : ICaseSample
{
    const int BlockRows = 1024;

    readonly SamplingOptions _options;
    readonly int _firstRound;
    readonly LcgRandom[] _random;
    readonly int[] _all;
    readonly int[] _chosen;
    readonly float[] _sizes;
    readonly float[] _order;

    /// <param name="options">The shares.</param>
    /// <param name="learningRate">The first rounds, one over this, take all cases.</param>
    /// <param name="rows">The number of cases.</param>
    public GradientSample(SamplingOptions options, double learningRate, int rows)
    {
        _options = options;
        _firstRound = (int)(float)(1 / learningRate);
        _random = [.. Enumerable.Range(0, (rows + BlockRows - 1) / BlockRows).Select(block => new LcgRandom(options.Seed + block))];
        _all = [.. Enumerable.Range(0, rows)];
        _chosen = new int[rows];
        _sizes = new float[rows];
        _order = new float[rows];
    }

    /// <inheritdoc/>
    public bool ChangesDerivatives => true;

    /// <inheritdoc/>
    public ReadOnlyMemory<int> Draw(int round, float[][] derivatives)
    {
        if (round < _firstRound) return _all;
        for (var row = 0; row < _sizes.Length; row++) _sizes[row] = Size(row, derivatives);
        var (large, others) = (Math.Max(1, (int)(_sizes.Length * _options.TopRate)), (int)(_sizes.Length * _options.OtherRate));
        _sizes.CopyTo(_order, 0);
        var least = OrderStatistic.LargestAt(_order, large - 1);
        var factor = (float)(_sizes.Length - large) / others;
        var (count, taken) = (0, 0);
        for (var row = 0; row < _sizes.Length; row++)
        {
            if (_sizes[row] >= least)
            {
                taken++;
                _chosen[count++] = row;
                continue;
            }
            var chance = (others - (count - taken)) / (double)(_sizes.Length - row - (large - taken));
            if (_random[row / BlockRows].NextFloat() >= chance) continue;
            _chosen[count++] = row;
            foreach (var pairs in derivatives)
            {
                pairs[2 * row] *= factor;
                pairs[2 * row + 1] *= factor;
            }
        }
        return _chosen.AsMemory(0, count);
    }

    static float Size(int row, float[][] derivatives)
    {
        var size = 0f;
        foreach (var pairs in derivatives) size += Math.Abs(pairs[2 * row] * pairs[2 * row + 1]);
        return size;
    }
}
