using Rtemis.Learning.Supervised.Boosting.Options;

namespace Rtemis.Learning.Supervised.Boosting.Sampling;

/// <summary>The cases of each round, drawn at random. Each block of cases has a generator of its own, as in LightGBM.</summary>
sealed class CaseBag : ICaseSample
{
    const int BlockRows = 1024;

    readonly SamplingOptions _options;
    readonly float[]? _positive;
    readonly LcgRandom[] _random;
    readonly int[] _rows;
    int _count;
    bool _drawn;

    /// <param name="options">What is drawn.</param>
    /// <param name="rows">The number of cases.</param>
    /// <param name="labels">For two classes the labels, of which those above 0 are positive; else null.</param>
    public CaseBag(SamplingOptions options, int rows, float[]? labels)
    {
        _options = options;
        _positive = options.PositiveFraction < 1 || options.NegativeFraction < 1 ? labels : null;
        _rows = [.. Enumerable.Range(0, rows)];
        _count = rows;
        var draws = (options.BaggingFraction < 1 || _positive is not null) && options.BaggingFrequency > 0;
        _random = draws ? [.. Enumerable.Range(0, (rows + BlockRows - 1) / BlockRows).Select(block => new LcgRandom(options.Seed + block))] : [];
    }

    /// <inheritdoc/>
    public bool ChangesDerivatives => false;

    /// <inheritdoc/>
    public ReadOnlyMemory<int> Draw(int round, float[][] derivatives)
    {
        if (_random.Length > 0 && (!_drawn || round % _options.BaggingFrequency == 0))
        {
            // A bag of all cases by chance is the last that is drawn.
            if (!_drawn || _count < _rows.Length) Draw();
            _drawn = true;
        }
        return _rows.AsMemory(0, _count);
    }

    void Draw()
    {
        _count = 0;
        for (var row = 0; row < _rows.Length; row++)
        {
            var share = _positive is null ? _options.BaggingFraction : _positive[row] > 0 ? _options.PositiveFraction : _options.NegativeFraction;
            if (_random[row / BlockRows].NextFloat() < share) _rows[_count++] = row;
        }
    }
}
