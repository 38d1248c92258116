using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Umap;

/// <summary>
/// UMAP: a layout in which cases that are near in the data attract each other and others repel. Source: L. McInnes, J. Healy and J. Melville, "UMAP:
/// Uniform Manifold Approximation and Projection for Dimension Reduction", 2018; the details are those of the R package uwot 0.1.14, which rtemis
/// calls. Neighbours are exact up to a size at which that would take too long. The same draws give the same layout, whatever the number of threads.
/// </summary>
/// <param name="parameters">The options.</param>
public sealed class UmapDecomposer(UmapParameters parameters) : IDecomposer
{
    internal const string Function = "uwot::umap";

    const int MostCasesForLong = 10_000;
    const int LongEpochs = 500;
    const int ShortEpochs = 200;

    /// <inheritdoc/>
    public string Algorithm => "UMAP";

    /// <summary>Makes the layout.</summary>
    /// <exception cref="LearningException">An option does not fit the data, or a value is infinite.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public UmapModel Fit(NumericFrame data, RunContext context)
    {
        var start = Check(data, context);
        var scaling = UmapScaling.Of(data, parameters.Scale, context);
        if (scaling.Kept.Length == 0) throw Refusal("Block 1 has zero size", context);
        var cases = scaling.Apply(data);
        var graph = Graph(cases, context);
        var components = graph.Components().Max() + 1;
        var epochs = parameters.Epochs ?? (data.Rows <= MostCasesForLong ? LongEpochs : ShortEpochs);

        var layout = LayoutPoints.Of(new LayoutStart(data, scaling, graph, parameters.K, context).At(start, connected: components == 1));
        LayoutDescent.Run(layout, parameters.K, graph, epochs, parameters.LearningRate, context);
        var seed = (ulong)(context.Random.NextUniform() * uint.MaxValue);
        return new UmapModel
        {
            Projection = new UmapProjection(
                scaling, Stored(cases), Distance, LayoutPoints.Centered(layout, parameters.K), parameters.Neighbors, epochs, parameters.LearningRate, seed),
            GraphComponents = components,
        };
    }

    IDecompositionModel IDecomposer.Fit(NumericFrame data, RunContext context) => Fit(data, context);

    PointDistance Distance => parameters.Metric switch
    {
        "cosine" => PointDistance.Cosine,
        "manhattan" => PointDistance.Manhattan,
        "hamming" => PointDistance.Hamming,
        _ => PointDistance.Euclidean,
    };

    UmapStart Check(NumericFrame data, RunContext context)
    {
        if (parameters.IsCategorical)
            throw Refusal("'arg' should be one of “euclidean”, “cosine”, “manhattan”, “hamming”, “correlation”, “precomputed”", context);
        if (parameters.Neighbors < 2) throw Refusal("n_neighbors must be >= 2", context);
        if (parameters.Neighbors > data.Rows) throw Refusal("n_neighbors must be smaller than the dataset size", context);
        for (var j = 0; j < data.Columns; j++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (!TensorPrimitives.IsFiniteAll(data.Column(j))) throw Refusal("Non-finite entries in the input matrix", context);
        }
        return UmapStartNames.Find(parameters.Init) ?? throw Refusal(UmapStartNames.Refusal, context);
    }

    /// <summary>How much cases belong to each other's surroundings.</summary>
    internal WeightedGraph Graph(PcaScaling cases, RunContext context)
    {
        // A case counts among its neighbours.
        var table = NearestNeighbours.Of(PointSet.Of(cases, Distance, context), parameters.Neighbors - 1, context);
        var weights = new FuzzyNeighbours(shares: 0, Math.Log2(parameters.Neighbors), parameters.Neighbors, fromNearest: true).Weigh(table, context);
        return WeightedGraph.Symmetric(table, weights, static (there, back) => there + back - there * back, context);
    }

    static Matrix Stored(PcaScaling data)
    {
        var cases = new Matrix(data.Rows, data.Columns);
        for (var j = 0; j < data.Columns; j++) data.Read(j, 0, cases.Column(j));
        return cases;
    }

    static LearningException Refusal(string text, RunContext context) => WrappedFailure.Of(Function, text, context);
}
