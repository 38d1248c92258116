using Rtemis.Learning.Data;
using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.Dbscan;

/// <summary>Searches around each case for those within a radius.</summary>
sealed class Neighbourhoods
{
    const int CasesAtATime = 32;

    readonly PointSet _points;
    readonly KdTree<SquaredDifferences> _tree;

    /// <param name="data">The cases.</param>
    /// <param name="limit">The largest squared distance.</param>
    /// <param name="context">The run.</param>
    public Neighbourhoods(NumericFrame data, double limit, RunContext context)
    {
        Limit = limit;
        _points = PointSet.Of(data, PointDistance.Euclidean, context);
        _tree = new KdTree<SquaredDifferences>(_points, context);
    }

    /// <summary>The largest squared distance.</summary>
    public double Limit { get; }

    /// <summary>The number of cases.</summary>
    public int Count => _points.Count;

    /// <summary>The number of blocks that the searches go through.</summary>
    public int Blocks => _tree.Blocks;

    /// <summary>Runs the search that is given for each case, where there is one; several at a time.</summary>
    public void ForEach(Func<int, IPointSearch?> search, RunContext context) => context.Work.ForChunks(Count, CasesAtATime, (_, first, end) =>
    {
        for (var i = first; i < end; i++)
            if (search(i) is { } own) _tree.Search(_points[i], own);
    });
}
