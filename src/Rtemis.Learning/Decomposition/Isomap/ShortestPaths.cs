using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Isomap;

/// <summary>
/// The lengths of the shortest paths between all cases. Source: E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1,
/// 1959.
/// </summary>
static class ShortestPaths
{
    const int CasesBetweenLooks = 256;

    /// <summary>The lengths, of a connected graph.</summary>
    public static SquareMatrix Of(NeighbourGraph graph, RunContext context)
    {
        var counter = context.CountWhenSlow("Paths", "isomap", graph.Cases);
        var lengths = SquareMatrix.Fill(graph.Cases, (i, row) =>
        {
            From(graph, i, row, context.Cancellation);
            counter.Advance();
        }, context);
        counter.Complete();
        // There and back are rounded differently.
        lengths.Join(Math.Min, context);
        return lengths;
    }

    static void From(NeighbourGraph graph, int source, double[] lengths, CancellationToken cancellation)
    {
        Array.Fill(lengths, double.PositiveInfinity);
        lengths[source] = 0;
        var reached = new PriorityQueue<int, double>(graph.Cases);
        reached.Enqueue(source, 0);
        for (var looked = 0; reached.TryDequeue(out var i, out var length); looked++)
        {
            if (looked % CasesBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            // A shorter way was found after this one.
            if (length > lengths[i]) continue;
            var (others, distances) = (graph.Others(i), graph.Distances(i));
            for (var k = 0; k < others.Count; k++)
            {
                var through = length + distances[k];
                if (!(through < lengths[others[k]])) continue;
                lengths[others[k]] = through;
                reached.Enqueue(others[k], through);
            }
        }
    }
}
