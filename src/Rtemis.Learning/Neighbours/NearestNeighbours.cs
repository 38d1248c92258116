using Rtemis.Learning.Running;

namespace Rtemis.Learning.Neighbours;

/// <summary>The nearest neighbours of points, by the way that is quickest for them.</summary>
static class NearestNeighbours
{
    const int PointsAtATime = 16;

    // A few searches tell what the tree saves; beyond this share of the blocks it is quicker to look at all without it.
    const int Trials = 32;
    const double LargestShare = 0.25;

    // Some ten to twenty seconds on two processors of 2020; beyond, neighbours are nearly all right instead of all.
    const double MostToScan = 1e11;

    /// <summary>The nearest neighbours of each point among the others.</summary>
    /// <param name="points">The points.</param>
    /// <param name="each">How many of each, fewer than there are points.</param>
    /// <param name="context">The run.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static NeighbourTable Of(PointSet points, int each, RunContext context) => Of(points, points, each, context);

    /// <summary>The nearest neighbours of points among others; a point is no neighbour of its own where both are the same set.</summary>
    /// <param name="queries">The points whose neighbours are wanted.</param>
    /// <param name="points">The points that they are looked for among.</param>
    /// <param name="each">How many of each, at most as many as there are.</param>
    /// <param name="context">The run.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static NeighbourTable Of(PointSet queries, PointSet points, int each, RunContext context) => points.Distance switch
    {
        PointDistance.Manhattan => Find<SizesOfDifferences>(queries, points, each, context),
        PointDistance.Hamming => Find<CountOfDifferences>(queries, points, each, context),
        _ => Find<SquaredDifferences>(queries, points, each, context),
    };

    static NeighbourTable Find<TMeasure>(PointSet queries, PointSet points, int each, RunContext context) where TMeasure : IPointMeasure
    {
        var table = new NeighbourTable(queries.Count, each);
        if (each == 0 || queries.Count == 0) return table;
        var self = ReferenceEquals(queries, points);
        NearestList List(int query) => new(table, query, self ? query : PointBlocks.Nothing);

        var tree = new KdTree<TMeasure>(points, context);
        var saves = Saves(tree, queries, List);
        if (saves && self) SearchInside(tree, points, List, context);
        else if (saves) Search(tree, queries, List, context);
        else if (self && (double)points.Count * points.Count * points.Dimensions > MostToScan) new NeighbourDescent<TMeasure>(points, context).Fill(table);
        else Scan<TMeasure>(queries, points, List, context);
        context.Work.ForChunks(queries.Count, PointsAtATime, (_, first, end) =>
        {
            for (var query = first; query < end; query++)
                foreach (ref var distance in table.Distances(query)) distance = points.DistanceOf(distance);
        });
        return table;
    }

    // In the tree's order, so that what one search has looked at is still near when the next one does.
    static void SearchInside<TMeasure>(KdTree<TMeasure> tree, PointSet points, Func<int, NearestList> list, RunContext context) where TMeasure : IPointMeasure =>
        context.Work.For(tree.Blocks, block =>
        {
            foreach (var point in tree.Block(block))
                if (point != PointBlocks.Nothing) tree.Search(points[point], list(point));
        });

    static void Search<TMeasure>(KdTree<TMeasure> tree, PointSet queries, Func<int, NearestList> list, RunContext context) where TMeasure : IPointMeasure =>
        context.Work.ForChunks(queries.Count, PointsAtATime, (_, first, end) =>
        {
            for (var query = first; query < end; query++) tree.Search(queries[query], list(query));
        });

    static void Scan<TMeasure>(PointSet queries, PointSet points, Func<int, NearestList> list, RunContext context) where TMeasure : IPointMeasure
    {
        var blocks = PointBlocks.Of(points);
        context.Work.ForChunks(queries.Count, PointsAtATime, (_, first, end) =>
            ExhaustiveSearch.Run<TMeasure>(blocks, queries, first, [.. Enumerable.Range(first, end - first).Select(list)], context));
    }

    static bool Saves<TMeasure>(KdTree<TMeasure> tree, PointSet queries, Func<int, NearestList> list) where TMeasure : IPointMeasure
    {
        var trials = Math.Min(Trials, queries.Count);
        var looked = 0L;
        for (var t = 0; t < trials; t++)
        {
            var query = (int)((long)queries.Count * t / trials);
            looked += tree.Search(queries[query], list(query));
        }
        return looked <= LargestShare * trials * tree.Blocks;
    }
}
