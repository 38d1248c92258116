namespace Rtemis.Learning.Supervised.Boosting.Growing.Monotone;

/// <summary>The least value that is allowed in each bin of a feature.</summary>
/// <param name="bins">The number of bins.</param>
sealed class BinFloor(int bins)
{
    // The floor of all bins where it is the same; else those of each, and the largest up to and from each once somebody asks.
    double _level = double.NegativeInfinity;
    double[]? _each;
    double[]? _upTo;
    double[]? _from;

    /// <summary>Allows everything.</summary>
    public void Clear()
    {
        _level = double.NegativeInfinity;
        _each = _upTo = _from = null;
    }

    /// <summary>A floor of its own with the same levels.</summary>
    public BinFloor Copy()
    {
        var copy = new BinFloor(bins) { _level = _level };
        if (_each is not null) copy._each = [.. _each];
        return copy;
    }

    /// <summary>Raises all bins to a value, those that are below it.</summary>
    public void Raise(double value) => Raise(value, 0, bins);

    /// <summary>Raises some bins to a value, those that are below it.</summary>
    public void Raise(double value, int start, int end)
    {
        if (_each is null)
        {
            if (value <= _level) return;
            if (start == 0 && end == bins)
            {
                _level = value;
                return;
            }
            _each = new double[bins];
            Array.Fill(_each, _level);
        }
        _upTo = _from = null;
        for (var bin = start; bin < end; bin++) _each[bin] = Math.Max(_each[bin], value);
    }

    /// <summary>The least value that is allowed in the bins up to one.</summary>
    public double UpTo(int bin) => _each is null ? _level : (_upTo ??= Largest(_each, 0, 1))[bin];

    /// <summary>The least value that is allowed in the bins from one on.</summary>
    public double From(int bin) => _each is null ? _level : (_from ??= Largest(_each, bins - 1, -1))[bin];

    static double[] Largest(double[] each, int start, int step)
    {
        var (largest, running) = (new double[each.Length], double.NegativeInfinity);
        for (var bin = start; (uint)bin < (uint)each.Length; bin += step) largest[bin] = running = Math.Max(running, each[bin]);
        return largest;
    }
}
