using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Umap;

/// <summary>Puts the cases where the descent begins.</summary>
/// <param name="data">The cases.</param>
/// <param name="scaling">What was done to them before distances were taken.</param>
/// <param name="graph">Their graph.</param>
/// <param name="dimensions">The dimensions of the layout.</param>
/// <param name="context">The run.</param>
sealed class LayoutStart(NumericFrame data, UmapScaling scaling, WeightedGraph graph, int dimensions, RunContext context)
{
    const double SpectralSize = 10;
    const double Small = 1e-4;
    const double PacMapShare = 0.01;

    // Random neighbours in the graph of the approximate global start, and what they weigh beside true ones.
    const int Strangers = 5;
    const double StrangersWeight = 0.1;

    // Fewer cases have no direction to begin with.
    const int FewestSpectral = 3;

    /// <summary>The coordinates, one row a case.</summary>
    /// <param name="start">The way.</param>
    /// <param name="connected">Whether the graph is; where it is not, spectral ways end in principal components of unit variance, as uwot's do.</param>
    public Matrix At(UmapStart start, bool connected) => start switch
    {
        UmapStart.Uniform => Fill(() => 20 * context.Random.NextUniform() - 10),
        UmapStart.Normal => Fill(() => Small * context.Random.NextNormal()),
        UmapStart.Components => Components(),
        UmapStart.SmallComponents => Scaled(Components(), Small),
        UmapStart.PacMapComponents => Times(Components(), PacMapShare),
        _ when !connected => Scaled(Components(), 1),
        _ when data.Rows < FewestSpectral => At(UmapStart.Uniform, connected),
        UmapStart.NormalizedLaplacian => Directions(graph, byDegree: false),
        UmapStart.Laplacian => Directions(graph, byDegree: true),
        UmapStart.ApproximateGlobal => Noisy(Directions(WithStrangers(), byDegree: false)),
        _ => Noisy(Directions(graph, byDegree: false)),
    };

    Matrix Directions(WeightedGraph of, bool byDegree) => data.Rows > dimensions + 1
        ? SpectralStart.Of(of, dimensions, byDegree, context)
        : throw WrappedFailure.Of(UmapDecomposer.Function, "max(nu, nv) must be strictly less than min(nrow(A), ncol(A))", context);

    Matrix Components()
    {
        var centered = scaling.Centered(data);
        var most = Math.Min(centered.Rows, centered.Columns);
        if (dimensions > most)
            throw WrappedFailure.Of(UmapDecomposer.Function, $"there are only {most} principal components to begin {dimensions} dimensions with", context);
        return PcaProjection.Project(centered, RightVectors.Of(centered, _ => dimensions, context).Vectors, context);
    }

    // All neighbours alike, and a few others of each case, at random.
    WeightedGraph WithStrangers()
    {
        var each = Math.Min(Strangers, graph.Vertices - 1);
        var strangers = new NeighbourTable(graph.Vertices, each);
        for (var i = 0; i < graph.Vertices; i++)
        {
            var indexes = strangers.Indexes(i);
            for (var e = 0; e < each; e++)
            {
                var drawn = i;
                while (drawn == i || indexes[..e].Contains(drawn)) drawn = (int)context.Random.NextIndex(graph.Vertices);
                indexes[e] = drawn;
            }
        }
        var weights = new double[graph.Vertices * each];
        Array.Fill(weights, StrangersWeight);
        var known = WeightedGraph.Symmetric(strangers, weights, Math.Max, context);
        return graph.Join(known, static (neighbour, stranger) => neighbour > 0 ? 1 : stranger, context);
    }

    Matrix Fill(Func<double> draw)
    {
        var start = new Matrix(data.Rows, dimensions);
        foreach (ref var value in start.Values.AsSpan()) value = draw();
        return start;
    }

    Matrix Noisy(Matrix start)
    {
        Times(start, SpectralSize / Math.Abs(TensorPrimitives.MaxMagnitude<double>(start.Values)));
        foreach (ref var value in start.Values.AsSpan()) value += Small * context.Random.NextNormal();
        return start;
    }

    static Matrix Times(Matrix start, double factor)
    {
        TensorPrimitives.Multiply(start.Values, factor, start.Values);
        return start;
    }

    static Matrix Scaled(Matrix start, double deviation)
    {
        for (var d = 0; d < start.Columns; d++)
        {
            var column = start.Column(d);
            TensorPrimitives.Multiply(column, deviation / ColumnSpread.Of(column, CompensatedSum.Mean(column)), column);
        }
        return start;
    }
}
