namespace Rtemis.Learning.Supervised.Boosting.Growing.Monotone;

/// <summary>The bounds of a leaf for cuts on one feature: the sides of a cut have those of their own bins. Not safe for use by several threads.</summary>
sealed class CutBounds
{
    readonly BinFloor _low;

    // From above: a floor of negative values.
    readonly BinFloor _high;
    bool _lowIsStale;
    bool _highIsStale;

    /// <summary>No bounds.</summary>
    /// <param name="bins">The feature's bins.</param>
    public CutBounds(int bins) : this(new BinFloor(bins), new BinFloor(bins))
    {
    }

    CutBounds(BinFloor low, BinFloor high) => (_low, _high) = (low, high);

    /// <summary>The least and the largest value of the side up to a bin.</summary>
    public (double Low, double High) UpTo(int bin) => (_low.UpTo(bin), -_high.UpTo(bin));

    /// <summary>The least and the largest value of the side from a bin on.</summary>
    public (double Low, double High) From(int bin) => (_low.From(bin), -_high.From(bin));

    /// <summary>Bounds of its own that are the same.</summary>
    public CutBounds Copy() => new(_low.Copy(), _high.Copy()) { _lowIsStale = _lowIsStale, _highIsStale = _highIsStale };

    /// <summary>Bounds all bins.</summary>
    /// <param name="value">What they may not pass.</param>
    /// <param name="fromAbove">Whether they may not be above.</param>
    /// <param name="isRough">Whether not all of them need it: exact bounds have to be found before they are used.</param>
    public void Bound(double value, bool fromAbove, bool isRough)
    {
        if (fromAbove) _high.Raise(-value);
        else _low.Raise(value);
        _highIsStale |= isRough && fromAbove;
        _lowIsStale |= isRough && !fromAbove;
    }

    /// <summary>Finds exact bounds, where they are rough. As in LightGBM those from above stay rough where both are.</summary>
    /// <param name="find">Tells all bounds from above, or from below: of some bins, given what to do with a value and the first bin and the end of its bins.</param>
    public void Refine(Action<bool, Action<double, int, int>> find)
    {
        if (_lowIsStale)
        {
            _low.Clear();
            find(false, _low.Raise);
        }
        else if (_highIsStale)
        {
            _high.Clear();
            find(true, (value, start, end) => _high.Raise(-value, start, end));
        }
        _lowIsStale = _highIsStale = false;
    }
}
