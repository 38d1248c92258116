using Rtemis.Learning.Neighbours;

namespace Rtemis.Learning.Clustering.Dbscan;

/// <summary>Finds the core cases of a neighbourhood.</summary>
sealed class CoresWithin(double limit, bool[] cores, Action<int> found) : IPointSearch
{
    public double Limit => limit;

    public void Take(ReadOnlySpan<int> indexes, ReadOnlySpan<double> measures)
    {
        for (var i = 0; i < indexes.Length; i++)
            if (measures[i] <= limit && indexes[i] != PointBlocks.Nothing && cores[indexes[i]]) found(indexes[i]);
    }
}
