using MemoryPack;
using Rtemis.Learning.Data;
using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Random;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Umap;

/// <summary>
/// What takes new cases into a layout: each begins at the weighted mean of its nearest training cases and is then moved among the training cases,
/// which stay where they are. A case's place does not depend on the cases that come with it; training cases are not put back where they were.
/// </summary>
[MemoryPackable]
public sealed partial class UmapProjection : IProjection
{
    const int ChunkCases = 64;

    [MemoryPackConstructor]
    internal UmapProjection(UmapScaling scaling, Matrix points, PointDistance distance, Matrix layout, int neighbors, int epochs, double learningRate, ulong seed)
    {
        (Scaling, Points, Distance, Layout) = (scaling, points, distance, layout);
        (Neighbors, Epochs, LearningRate, Seed) = (neighbors, epochs, learningRate, seed);
    }

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public IReadOnlyList<string> ComponentNames => ComponentNaming.Numbered("V", Layout.Columns);

    /// <summary>The training cases in the layout: one row a case.</summary>
    public Matrix Layout { get; }

    /// <summary>The passes over the edges with which the layout was made.</summary>
    public int Epochs { get; }

    [MemoryPackInclude]
    internal UmapScaling Scaling { get; }

    // The training cases as distances are taken of them.
    [MemoryPackInclude]
    internal Matrix Points { get; }

    [MemoryPackInclude]
    internal PointDistance Distance { get; }

    [MemoryPackInclude]
    internal int Neighbors { get; }

    [MemoryPackInclude]
    internal double LearningRate { get; }

    [MemoryPackInclude]
    internal ulong Seed { get; }

    /// <inheritdoc/>
    public Matrix Project(NumericFrame data, RunContext context)
    {
        var cases = PointSet.Of(Scaling.Apply(data), Distance, context);
        var table = NearestNeighbours.Of(cases, PointSet.Of(Points, Distance, context), Neighbors, context);
        // The nearest has no say in the rate, since no distance is left out as that to the case itself.
        var weights = new FuzzyNeighbours(shares: 1, Math.Log2(Neighbors), Neighbors, fromNearest: false).Weigh(table, context);
        var layout = LayoutPoints.Of(Layout);
        var passes = Math.Max(2, (int)Math.Round(Epochs / 3.0));
        var projected = new Matrix(data.Rows, Layout.Columns);
        context.Work.ForChunks(data.Rows, ChunkCases, (_, first, end) =>
        {
            var point = new float[Layout.Columns];
            for (var i = first; i < end; i++)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                var own = weights.AsSpan(i * Neighbors, Neighbors);
                Mean(layout, table.Indexes(i), own, point);
                LayoutDescent.RunOne(point, layout, table.Indexes(i), own, passes, LearningRate / 4, new Pcg32(Seed));
                for (var d = 0; d < point.Length; d++) projected[i, d] = point[d];
            }
        });
        return projected;
    }

    static void Mean(float[] layout, ReadOnlySpan<int> neighbours, ReadOnlySpan<double> weights, float[] mean)
    {
        for (var d = 0; d < mean.Length; d++)
        {
            var (sum, total) = (0.0, 0.0);
            for (var e = 0; e < neighbours.Length; e++)
            {
                sum += weights[e] * layout[neighbours[e] * mean.Length + d];
                total += weights[e];
            }
            mean[d] = (float)(sum / total);
        }
    }
}
