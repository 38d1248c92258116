namespace Rtemis.Learning.Neighbours;

/// <summary>Neighbours with the points that have them as neighbours.</summary>
sealed class LinkedNeighbours
{
    readonly int[] _starts;
    readonly Link[] _links;

    /// <summary>Links a table both ways.</summary>
    /// <param name="table">The neighbours.</param>
    /// <param name="isNew">Which of them were not there a round before, one row of the table after the other.</param>
    public LinkedNeighbours(NeighbourTable table, bool[] isNew)
    {
        Table = table;
        // Of the points that have one as a neighbour, at most as many as it has itself: some have very many.
        var backward = new int[table.Points];
        for (var i = 0; i < table.Points; i++)
            foreach (var target in table.Indexes(i)) backward[target] = Math.Min(backward[target] + 1, table.Each);
        _starts = new int[table.Points + 1];
        for (var i = 0; i < table.Points; i++) _starts[i + 1] = checked(_starts[i] + table.Each + backward[i]);
        _links = new Link[_starts[^1]];
        var filled = new int[table.Points];
        // The nearest first, so that what is left out is far.
        for (var e = 0; e < table.Each; e++)
        {
            for (var i = 0; i < table.Points; i++)
            {
                var (target, fresh) = (table.Indexes(i)[e], isNew[i * table.Each + e]);
                _links[_starts[i] + e] = new Link(target, fresh);
                if (filled[target] == backward[target]) continue;
                _links[_starts[target] + table.Each + filled[target]++] = new Link(i, fresh);
            }
        }
    }

    /// <summary>The neighbours.</summary>
    public NeighbourTable Table { get; }

    /// <summary>A point's neighbours, and points that have it as a neighbour; some may be there twice.</summary>
    public ReadOnlySpan<Link> Links(int point) => _links.AsSpan(_starts[point].._starts[point + 1]);

    /// <summary>A way from a point to another.</summary>
    /// <param name="Target">The other.</param>
    /// <param name="IsNew">Whether it was not there a round before.</param>
    public readonly record struct Link(int Target, bool IsNew);
}
