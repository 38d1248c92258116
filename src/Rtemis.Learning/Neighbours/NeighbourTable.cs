namespace Rtemis.Learning.Neighbours;

/// <summary>The nearest neighbours of points, the same number of each.</summary>
sealed class NeighbourTable
{
    readonly int[] _indexes;
    readonly double[] _distances;

    /// <summary>Room for the neighbours of points.</summary>
    /// <param name="points">The number of points.</param>
    /// <param name="each">The number of neighbours of each.</param>
    public NeighbourTable(int points, int each)
    {
        (Points, Each) = (points, each);
        _indexes = new int[checked(points * each)];
        _distances = new double[_indexes.Length];
    }

    /// <summary>The number of points.</summary>
    public int Points { get; }

    /// <summary>The number of neighbours of a point.</summary>
    public int Each { get; }

    /// <summary>A point's neighbours, nearest first; of equally near ones those with lower indexes.</summary>
    public Span<int> Indexes(int point) => _indexes.AsSpan(point * Each, Each);

    /// <summary>The distances of a point's neighbours, rising.</summary>
    public Span<double> Distances(int point) => _distances.AsSpan(point * Each, Each);
}
