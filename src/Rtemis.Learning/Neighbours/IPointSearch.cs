namespace Rtemis.Learning.Neighbours;

/// <summary>What a search through blocks of points is for.</summary>
interface IPointSearch
{
    /// <summary>The largest measure that is of interest now.</summary>
    double Limit { get; }

    /// <summary>Takes the points of a block. Among them are some beyond the limit, and <see cref="PointBlocks.Nothing"/>.</summary>
    /// <param name="indexes">Their indexes.</param>
    /// <param name="measures">Their measures.</param>
    void Take(ReadOnlySpan<int> indexes, ReadOnlySpan<double> measures);
}
