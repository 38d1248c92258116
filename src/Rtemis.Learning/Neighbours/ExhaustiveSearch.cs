using Rtemis.Learning.Running;

namespace Rtemis.Learning.Neighbours;

/// <summary>Search by measuring all points: the quickest exact way where there are many dimensions.</summary>
static class ExhaustiveSearch
{
    const int BlocksBetweenLooks = 256;

    /// <summary>Hands all points to some searches, which share each block while it is in the nearest memory.</summary>
    /// <param name="blocks">The points.</param>
    /// <param name="queries">Has the places of the searches.</param>
    /// <param name="first">The point where the first search is; the others are at those that follow.</param>
    /// <param name="searches">The searches.</param>
    /// <param name="context">The run.</param>
    public static void Run<TMeasure>(PointBlocks blocks, PointSet queries, int first, ReadOnlySpan<IPointSearch> searches, RunContext context)
        where TMeasure : IPointMeasure
    {
        Span<double> measures = stackalloc double[PointBlocks.Size];
        for (var block = 0; block < blocks.Count; block++)
        {
            if (block % BlocksBetweenLooks == 0) context.Cancellation.ThrowIfCancellationRequested();
            for (var s = 0; s < searches.Length; s++)
            {
                var search = searches[s];
                if (blocks.Measure<TMeasure>(block, queries[first + s], search.Limit, measures)) search.Take(blocks.Indexes(block), measures);
            }
        }
    }
}
