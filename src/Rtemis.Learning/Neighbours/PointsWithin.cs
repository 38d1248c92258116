namespace Rtemis.Learning.Neighbours;

/// <summary>All points up to a distance, in no particular order; the point itself too, where it is one of them.</summary>
/// <param name="limit">The largest measure: the squared radius for Euclidean distances.</param>
/// <param name="found">Takes each point's index.</param>
sealed class PointsWithin(double limit, Action<int> found) : IPointSearch
{
    public double Limit => limit;

    public void Take(ReadOnlySpan<int> indexes, ReadOnlySpan<double> measures)
    {
        for (var i = 0; i < indexes.Length; i++)
            if (measures[i] <= limit && indexes[i] != PointBlocks.Nothing) found(indexes[i]);
    }
}
