using Rtemis.Learning.Running;

namespace Rtemis.Learning.Neighbours;

/// <summary>A graph without direction in which edges have weights: the rows of a sparse symmetric matrix, one after the other.</summary>
/// <param name="starts">Where each vertex's edges begin, and the end of all.</param>
/// <param name="targets">The other end of each edge, rising within a vertex.</param>
/// <param name="weights">The weight of each edge.</param>
sealed class WeightedGraph(int[] starts, int[] targets, double[] weights)
{
    const int ChunkVertices = 1024;

    /// <summary>The number of vertices.</summary>
    public int Vertices => starts.Length - 1;

    /// <summary>All weights, each edge twice.</summary>
    public Span<double> AllWeights => weights;

    /// <summary>The neighbours of a vertex, rising.</summary>
    public ReadOnlySpan<int> Targets(int vertex) => targets.AsSpan(starts[vertex]..starts[vertex + 1]);

    /// <summary>The weights of a vertex's edges.</summary>
    public Span<double> Weights(int vertex) => weights.AsSpan(starts[vertex]..starts[vertex + 1]);

    /// <summary>Joins what points are to their neighbours with what their neighbours are to them.</summary>
    /// <param name="table">The neighbours.</param>
    /// <param name="weights">The weight of each neighbour, one row of the table after the other; an edge of weight 0 is none.</param>
    /// <param name="join">The weight of an edge from its weights in both directions, 0 where there is none; symmetric.</param>
    /// <param name="context">The run.</param>
    public static WeightedGraph Symmetric(NeighbourTable table, double[] weights, Func<double, double, double> join, RunContext context)
    {
        var forward = Rows(table, weights, context);
        return forward.Join(forward.Transpose(), join, context);
    }

    /// <summary>The edges of two graphs of the same vertices.</summary>
    /// <param name="other">The other graph.</param>
    /// <param name="join">The weight of an edge from its weights in this and the other, 0 where there is none.</param>
    /// <param name="context">The run.</param>
    public WeightedGraph Join(WeightedGraph other, Func<double, double, double> join, RunContext context)
    {
        var bounds = new int[Vertices + 1];
        context.Work.ForChunks(Vertices, ChunkVertices, (_, first, end) =>
        {
            for (var i = first; i < end; i++) bounds[i + 1] = Merge(other, i, join, [], []);
        });
        for (var i = 0; i < Vertices; i++) bounds[i + 1] = checked(bounds[i] + bounds[i + 1]);
        var (ends, joined) = (new int[bounds[^1]], new double[bounds[^1]]);
        context.Work.ForChunks(Vertices, ChunkVertices, (_, first, end) =>
        {
            for (var i = first; i < end; i++) Merge(other, i, join, ends.AsSpan(bounds[i]), joined.AsSpan(bounds[i]));
        });
        return new WeightedGraph(bounds, ends, joined);
    }

    /// <summary>The number of the connected part that each vertex is in, counted from 0 in the order of their first vertices.</summary>
    public int[] Components()
    {
        var components = new int[Vertices];
        Array.Fill(components, -1);
        var waiting = new Stack<int>();
        for (int vertex = 0, count = 0; vertex < Vertices; vertex++)
        {
            if (components[vertex] >= 0) continue;
            components[vertex] = count;
            waiting.Push(vertex);
            while (waiting.TryPop(out var reached))
            {
                foreach (var target in Targets(reached))
                {
                    if (components[target] >= 0) continue;
                    components[target] = count;
                    waiting.Push(target);
                }
            }
            count++;
        }
        return components;
    }

    /// <summary>The edges for which a condition holds.</summary>
    public WeightedGraph Where(Func<double, bool> keep)
    {
        var kept = new List<int>();
        var bounds = new int[starts.Length];
        for (var i = 0; i < Vertices; i++)
        {
            for (var e = starts[i]; e < starts[i + 1]; e++)
                if (keep(weights[e])) kept.Add(e);
            bounds[i + 1] = kept.Count;
        }
        return new WeightedGraph(bounds, [.. kept.Select(e => targets[e])], [.. kept.Select(e => weights[e])]);
    }

    static WeightedGraph Rows(NeighbourTable table, double[] weights, RunContext context)
    {
        var starts = new int[table.Points + 1];
        for (var i = 0; i < table.Points; i++)
            starts[i + 1] = checked(starts[i] + weights.AsSpan(i * table.Each, table.Each).Length - weights.AsSpan(i * table.Each, table.Each).Count(0));
        var (targets, values) = (new int[starts[^1]], new double[starts[^1]]);
        context.Work.ForChunks(table.Points, ChunkVertices, (_, first, end) =>
        {
            for (var i = first; i < end; i++)
            {
                var at = starts[i];
                for (var e = 0; e < table.Each; e++)
                {
                    if (weights[i * table.Each + e] is var weight && weight == 0) continue;
                    (targets[at], values[at]) = (table.Indexes(i)[e], weight);
                    at++;
                }
                Array.Sort(targets, values, starts[i], at - starts[i]);
            }
        });
        return new WeightedGraph(starts, targets, values);
    }

    WeightedGraph Transpose()
    {
        var bounds = new int[starts.Length];
        foreach (var target in targets) bounds[target + 1]++;
        for (var i = 0; i < Vertices; i++) bounds[i + 1] += bounds[i];
        var at = bounds.AsSpan(0, Vertices).ToArray();
        var (sources, values) = (new int[targets.Length], new double[targets.Length]);
        for (var i = 0; i < Vertices; i++)
        {
            for (var e = starts[i]; e < starts[i + 1]; e++)
            {
                var place = at[targets[e]]++;
                (sources[place], values[place]) = (i, weights[e]);
            }
        }
        return new WeightedGraph(bounds, sources, values);
    }

    // The number of a vertex's edges in both; writes them where there is room.
    int Merge(WeightedGraph other, int vertex, Func<double, double, double> join, Span<int> ends, Span<double> joined)
    {
        var mine = Targets(vertex);
        var others = other.Targets(vertex);
        var count = 0;
        for (int a = 0, b = 0; a < mine.Length || b < others.Length; count++)
        {
            var next = Math.Min(a < mine.Length ? mine[a] : int.MaxValue, b < others.Length ? others[b] : int.MaxValue);
            var here = a < mine.Length && mine[a] == next ? Weights(vertex)[a++] : 0;
            var there = b < others.Length && others[b] == next ? other.Weights(vertex)[b++] : 0;
            if (ends.Length > 0) (ends[count], joined[count]) = (next, join(here, there));
        }
        return count;
    }
}
