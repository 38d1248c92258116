namespace Rtemis.Learning.Neighbours;

/// <summary>The nearest points that a search has found so far, nearest first; of equally near ones those with lower indexes.</summary>
/// <param name="table">Where they are written, with measures in place of distances.</param>
/// <param name="point">Whose neighbours they are.</param>
/// <param name="except">The index of a point that is passed over, or <see cref="PointBlocks.Nothing"/>.</param>
sealed class NearestList(NeighbourTable table, int point, int except) : IPointSearch
{
    /// <summary>How many have been found.</summary>
    public int Count { get; private set; }

    public double Limit { get; private set; } = double.PositiveInfinity;

    public void Take(ReadOnlySpan<int> indexes, ReadOnlySpan<double> measures)
    {
        for (var i = 0; i < indexes.Length; i++)
            if (measures[i] <= Limit && indexes[i] != except && indexes[i] != PointBlocks.Nothing) Add(indexes[i], measures[i]);
    }

    /// <summary>Takes a point that it does not have, if it is near enough.</summary>
    public void Add(int index, double measure)
    {
        var indexes = table.Indexes(point);
        var measures = table.Distances(point);
        if (!(measure <= Limit) || (Count == indexes.Length && !IsBefore(index, measure, Count - 1))) return;
        var at = Math.Min(Count, indexes.Length - 1);
        for (; at > 0 && IsBefore(index, measure, at - 1); at--) (indexes[at], measures[at]) = (indexes[at - 1], measures[at - 1]);
        (indexes[at], measures[at]) = (index, measure);
        if (Count < indexes.Length) Count++;
        if (Count == indexes.Length) Limit = measures[^1];
    }

    bool IsBefore(int index, double measure, int place)
    {
        var other = table.Distances(point)[place];
        return measure < other || (measure == other && index < table.Indexes(point)[place]);
    }
}
