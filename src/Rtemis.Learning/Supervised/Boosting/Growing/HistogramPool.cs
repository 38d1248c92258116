namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>Histograms that leaves take and give back. Not safe for use by several threads.</summary>
/// <param name="bins">The most bins of all features of a tree together.</param>
/// <param name="features">The most features of a tree.</param>
/// <param name="most">How many there may be.</param>
sealed class HistogramPool(int bins, int features, int most)
{
    readonly Stack<Histogram> _free = [];
    int _made;

    /// <summary>Takes one, with any content; null where all are taken.</summary>
    public Histogram? Take()
    {
        if (_free.TryPop(out var free)) return free;
        if (_made >= most) return null;
        _made++;
        return new Histogram(bins, features);
    }

    /// <summary>Gives one back.</summary>
    public void Return(Histogram histogram) => _free.Push(histogram);
}
