using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Isomap;

/// <summary>
/// Cases with their neighbours. Two are neighbours when one is among the nearest of the other; all that are as near as the last of the nearest are too.
/// </summary>
sealed class NeighbourGraph
{
    // Nearer cases are at the same place.
    const double Least = 1e-15;

    readonly List<int>[] _others;
    readonly List<double>[] _distances;

    NeighbourGraph(int cases)
    {
        _others = [.. Enumerable.Range(0, cases).Select(_ => new List<int>())];
        _distances = [.. Enumerable.Range(0, cases).Select(_ => new List<double>())];
    }

    /// <summary>The number of cases.</summary>
    public int Cases => _others.Length;

    /// <summary>The neighbours of a case.</summary>
    public List<int> Others(int i) => _others[i];

    /// <summary>Their distances.</summary>
    public List<double> Distances(int i) => _distances[i];

    /// <summary>The number of pairs that are neighbours.</summary>
    public long Pairs => _others.Sum(o => (long)o.Count) / 2;

    /// <summary>Whether each case can be reached from each other one.</summary>
    public bool IsConnected
    {
        get
        {
            var seen = new bool[Cases];
            var left = new Stack<int>([0]);
            seen[0] = true;
            var count = 1;
            while (left.TryPop(out var i))
            {
                foreach (var other in _others[i])
                {
                    if (seen[other]) continue;
                    seen[other] = true;
                    count++;
                    left.Push(other);
                }
            }
            return count == Cases;
        }
    }

    /// <summary>The graph of points.</summary>
    /// <param name="points">The points.</param>
    /// <param name="nearest">How many are the nearest of each, from 1 to one less than there are points.</param>
    /// <param name="context">The run.</param>
    public static NeighbourGraph Of(PointSet points, int nearest, RunContext context)
    {
        var distances = new PointDistances(points);
        var graph = new NeighbourGraph(points.Count);
        context.Work.For(points.Count, i =>
        {
            var row = new double[points.Count];
            Write(distances, i, row);
            graph.Connect(i, row, Threshold(row, i, nearest));
        });
        graph.ConnectBack(context.Cancellation);
        return graph;
    }

    /// <summary>Writes the distances of a point from all.</summary>
    public static void Write(PointDistances distances, int point, Span<double> row)
    {
        distances.Write(point, row);
        foreach (ref var distance in row) distance = distance < Least ? 0 : distance;
    }

    static double Threshold(double[] row, int i, int nearest)
    {
        var others = (double[])row.Clone();
        others[i] = double.PositiveInfinity;
        MedianSplit.Partition(others, new int[others.Length], nearest);
        var threshold = 0.0;
        foreach (var distance in others.AsSpan(0, nearest)) threshold = Math.Max(threshold, distance);
        return threshold;
    }

    void Connect(int i, double[] row, double threshold)
    {
        for (var j = 0; j < row.Length; j++)
            if (j != i && row[j] <= threshold) Add(i, j, row[j]);
    }

    // A neighbour has the case for its neighbour too; those that found it themselves have it already.
    void ConnectBack(CancellationToken cancellation)
    {
        int[] own = [.. _others.Select(o => o.Count)];
        for (var i = 0; i < Cases; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var k = 0; k < own[i]; k++)
            {
                var other = _others[i][k];
                // What a case found itself is in order.
                if (_others[other].BinarySearch(0, own[other], i, null) < 0) Add(other, i, _distances[i][k]);
            }
        }
    }

    void Add(int i, int other, double distance)
    {
        _others[i].Add(other);
        _distances[i].Add(distance);
    }
}
