using Rtemis.Learning.Neighbours;

namespace Rtemis.Learning.Clustering.Dbscan;

/// <summary>Counts the cases of a neighbourhood until they are enough; or sums their weights, all of them, since some may be negative.</summary>
sealed class NeighbourMass(double limit, int enough, IReadOnlyList<double>? weights) : IPointSearch
{
    double _mass;

    public bool IsEnough => _mass >= enough;

    // Nothing is nearer than that.
    public double Limit => weights is null && IsEnough ? -1 : limit;

    public void Take(ReadOnlySpan<int> indexes, ReadOnlySpan<double> measures)
    {
        for (var i = 0; i < indexes.Length; i++)
            if (measures[i] <= limit && indexes[i] != PointBlocks.Nothing) _mass += weights is null ? 1 : weights[indexes[i]];
    }
}
