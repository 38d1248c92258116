using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Neighbours;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Isomap;

/// <summary>
/// Isometric feature mapping as rtemis runs it with vegan: classical scaling of the distances along paths over neighbours. Source: J. B. Tenenbaum, V. de
/// Silva and J. C. Langford, "A global geometric framework for nonlinear dimensionality reduction", Science 290, 2000.
/// </summary>
/// <param name="parameters">The options.</param>
public sealed class IsomapDecomposer(IsomapParameters parameters) : IDecomposer
{
    const string Error = "simpleError";

    // Up to here the axes' signs are R's; the reduction that tells them takes time in proportion to the cube of this.
    const int LargestReduced = 1000;

    /// <inheritdoc/>
    public string Algorithm => "Isomap";

    /// <summary>Finds the axes.</summary>
    /// <exception cref="LearningException">There is one case, a value is infinite, the neighbours do not connect all cases, all cases are at one place, or
    /// there is not enough memory for the distances of all pairs.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IsomapModel Fit(NumericFrame data, RunContext context)
    {
        Check(data);
        var (axes, pairs) = KeepsAll(data) && IsEuclidean ? OfComponents(data, context) : OfDistances(data, context);
        if (axes.Values.Length == 0) throw new LearningException(Error, "isomap returns no axis: the distances between the cases are 0 to rounding");
        if (axes.Values.Length < parameters.K) context.Say($"isomap returns only {axes.Values.Length} axes with positive eigenvalues");
        var scores = new Matrix(data.Rows, axes.Values.Length);
        for (var c = 0; c < axes.Values.Length; c++) axes.Places[c].CopyTo(scores.Column(c));
        return new IsomapModel { Scores = scores, Eigenvalues = axes.Values, NeighbourPairs = pairs, Parameters = parameters };
    }

    IDecompositionModel IDecomposer.Fit(NumericFrame data, RunContext context) => Fit(data, context);

    bool IsEuclidean => parameters.DistMethod == IsomapDistance.Euclidean;

    bool KeepsAll(NumericFrame data) => parameters.Nsd == 0 || parameters.Nsd >= data.Rows - 1;

    static long AllPairs(NumericFrame data) => (long)data.Rows * (data.Rows - 1) / 2;

    void Check(NumericFrame data)
    {
        if (data.Rows < 2) throw new LearningException(Error, "weights 'w' and data do not match");
        for (var j = 0; j < data.Columns; j++)
            if (!TensorPrimitives.IsFiniteAll(data.Column(j))) throw new LearningException(Error, "infinite or missing values in 'x'");
        if (KeepsAll(data) && IsEuclidean) return;
        if (SquareMatrix.Problem(data.Rows, "`nsd` 0 with `dist_method` euclidean needs none; or take a sample of the cases") is { } problem)
            throw new LearningException("rtemis_memory_error", problem);
    }

    (IsomapAxes Axes, long Pairs) OfComponents(NumericFrame data, RunContext context)
    {
        var axes = IsomapAxes.OfComponents(data, parameters.K, context);
        if (data.Rows > LargestReduced)
        {
            AxisSigns.ByFarthest(axes);
            return (axes, AllPairs(data));
        }
        var distances = Distances(Points(data, context), context);
        DoubleCentering.Apply(distances, context);
        AxisSigns.ByReduction(axes, distances, context);
        return (axes, AllPairs(data));
    }

    (IsomapAxes Axes, long Pairs) OfDistances(NumericFrame data, RunContext context)
    {
        var (distances, pairs) = KeepsAll(data) ? (Distances(Points(data, context), context), AllPairs(data)) : AlongPaths(data, context);
        DoubleCentering.Apply(distances, context);
        var axes = IsomapAxes.Of(distances, parameters.K, context);
        if (data.Rows > LargestReduced) AxisSigns.ByFarthest(axes);
        else AxisSigns.ByReduction(axes, distances, context);
        return (axes, pairs);
    }

    (SquareMatrix Distances, long Pairs) AlongPaths(NumericFrame data, RunContext context)
    {
        var graph = NeighbourGraph.Of(Points(data, context), parameters.Nsd, context);
        if (!graph.IsConnected) throw new LearningException(Error, "data are fragmented");
        return (parameters.Path == IsomapPath.Extended ? ExtendedPaths.Of(graph, context) : ShortestPaths.Of(graph, context), graph.Pairs);
    }

    PointSet Points(NumericFrame data, RunContext context) =>
        PointSet.Of(data, IsEuclidean ? PointDistance.Euclidean : PointDistance.Manhattan, context);

    static SquareMatrix Distances(PointSet points, RunContext context)
    {
        var distances = new PointDistances(points);
        return SquareMatrix.Fill(points.Count, (i, row) => NeighbourGraph.Write(distances, i, row), context);
    }
}
