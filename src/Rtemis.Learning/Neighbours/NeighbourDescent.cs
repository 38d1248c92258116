using System.Numerics;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Neighbours;

/// <summary>
/// Nearest neighbours, nearly all of them right, where there are too many points in too many dimensions to measure all pairs: a neighbour of a
/// neighbour is likely to be a neighbour. Begins with groups of near points, then looks among the neighbours of neighbours until little changes.
/// Source: W. Dong, C. Moses and K. Li, "Efficient k-nearest neighbor graph construction for generic similarity measures", 2011; here each point
/// gathers its own, so that the result does not depend on threads.
/// </summary>
/// <param name="points">The points.</param>
/// <param name="context">The run.</param>
sealed class NeighbourDescent<TMeasure>(PointSet points, RunContext context) where TMeasure : IPointMeasure
{
    const int Groupings = 6;
    const int MostRounds = 12;
    const double LeastChanges = 0.01;

    // So many neighbours lead well from one to the next; fewer would miss some, more cost their square.
    const int FewestLinks = 15;
    const int MostLinks = 30;

    const int ChunkPoints = 256;

    /// <summary>Fills a table with measures in place of distances.</summary>
    public void Fill(NeighbourTable table)
    {
        var links = Math.Min(Math.Clamp(table.Each, FewestLinks, MostLinks), points.Count - 1);
        var graph = Start(links);
        for (var round = 0; round < MostRounds; round++)
        {
            graph = Improve(graph, links, onlyNew: true, out var changes);
            if (changes <= LeastChanges * points.Count * links) break;
        }
        var final = Improve(graph, table.Each, onlyNew: false, out _).Table;
        context.Work.ForChunks(points.Count, ChunkPoints, (_, first, end) =>
        {
            for (var i = first; i < end; i++)
            {
                final.Indexes(i).CopyTo(table.Indexes(i));
                final.Distances(i).CopyTo(table.Distances(i));
            }
        });
    }

    LinkedNeighbours Start(int links)
    {
        var table = new NeighbourTable(points.Count, links);
        NearestList[] lists = [.. Enumerable.Range(0, points.Count).Select(i => new NearestList(table, i, i))];
        for (var g = 0u; g < Groupings; g++)
        {
            var leaves = new ProjectionLeaves(points, g, context);
            // Each point is in one group alone, and takes what it does not have yet.
            context.Work.For(leaves.Count, leaf =>
            {
                var members = leaves[leaf];
                foreach (var i in members)
                {
                    foreach (var j in members)
                        if (i != j && !table.Indexes(i)[..lists[i].Count].Contains(j)) lists[i].Add(j, Measure(i, j));
                }
            });
        }
        var isNew = new bool[points.Count * links];
        Array.Fill(isNew, true);
        return new LinkedNeighbours(table, isNew);
    }

    LinkedNeighbours Improve(LinkedNeighbours graph, int each, bool onlyNew, out long changes)
    {
        var (table, isNew) = (new NeighbourTable(points.Count, each), new bool[points.Count * each]);
        var counts = new long[WorkSplit.Chunks(points.Count, ChunkPoints)];
        using var seen = new ThreadLocal<int[]>(() => NewMarks(points.Count));
        context.Work.ForChunks(points.Count, ChunkPoints, (chunk, first, end) =>
        {
            for (var i = first; i < end; i++) counts[chunk] += Gather(graph, i, onlyNew, table, isNew, seen.Value!);
        });
        changes = counts.Sum();
        return new LinkedNeighbours(table, isNew);
    }

    static int[] NewMarks(int count)
    {
        var marks = new int[count];
        Array.Fill(marks, -1);
        return marks;
    }

    // marks: the last point that looked at each.
    int Gather(LinkedNeighbours graph, int point, bool onlyNew, NeighbourTable table, bool[] isNew, int[] marks)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        var list = new NearestList(table, point, point);
        marks[point] = point;
        var own = graph.Table.Indexes(point);
        for (var e = 0; e < own.Length; e++)
        {
            marks[own[e]] = point;
            list.Add(own[e], graph.Table.Distances(point)[e]);
        }
        foreach (var link in graph.Links(point)) Look(link.Target, list, marks, point);
        foreach (var near in graph.Links(point))
        {
            foreach (var far in graph.Links(near.Target))
                if (!onlyNew || near.IsNew || far.IsNew) Look(far.Target, list, marks, point);
        }

        var changes = 0;
        var found = table.Indexes(point);
        for (var e = 0; e < found.Length; e++)
        {
            if (own.Contains(found[e])) continue;
            isNew[point * table.Each + e] = true;
            changes++;
        }
        return changes;
    }

    void Look(int other, NearestList list, int[] marks, int point)
    {
        if (marks[other] == point) return;
        marks[other] = point;
        list.Add(other, Measure(point, other));
    }

    double Measure(int a, int b)
    {
        var left = points[a];
        var right = points[b];
        var (sums, j) = (Vector<double>.Zero, 0);
        for (; j <= left.Length - Vector<double>.Count; j += Vector<double>.Count)
            sums = TMeasure.Add(sums, new Vector<double>(left[j..]) - new Vector<double>(right[j..]));
        var sum = Vector.Sum(sums);
        for (; j < left.Length; j++) sum += TMeasure.Share(left[j] - right[j]);
        return sum;
    }
}
