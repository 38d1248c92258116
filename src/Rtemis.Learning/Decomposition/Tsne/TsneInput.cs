using System.Numerics.Tensors;
using Rtemis.Data;
using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Data;
using Rtemis.Learning.Decomposition.Pca;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>Brings data to the coordinates that a t-SNE takes distances of: principal components, centred and brought to a size of 1.</summary>
static class TsneInput
{
    const string NotFinite = "infinite or missing values in 'x'";

    /// <summary>The coordinates: one row a case.</summary>
    /// <exception cref="LearningException">The principal components don't exist, a number is infinite, or two cases are equal.</exception>
    public static Matrix Of(NumericFrame data, TsneParameters parameters, RunContext context)
    {
        var points = parameters.Pca ? Components(data, parameters, context) : Copy(data, context);
        if (parameters.CheckDuplicates && DistinctRows.Of(Frame(points), context).Count < points.Rows)
            throw TsneChecks.Refusal("Remove duplicates before running TSNE.", context, "Remove duplicates using `preprocess()`");
        if (parameters.Normalize) Normalize(points, context);
        return points;
    }

    static Matrix Components(NumericFrame data, TsneParameters parameters, RunContext context)
    {
        try
        {
            var analysis = new PcaDecomposer(new PcaParameters(parameters.InitialDims, parameters.PcaCenter, parameters.PcaScale, Tol: null));
            return analysis.Fit(data, context).Scores;
        }
        catch (LearningException refused)
        {
            throw TsneChecks.Refusal(refused.Message, context);
        }
    }

    static Matrix Copy(NumericFrame data, RunContext context)
    {
        var points = new Matrix(data.Rows, data.Columns);
        var finite = new bool[data.Columns];
        context.Work.For(data.Columns, j =>
        {
            data.Column(j).CopyTo(points.Column(j));
            finite[j] = TensorPrimitives.IsFiniteAll(data.Column(j));
        });
        return finite.Contains(false) ? throw TsneChecks.Refusal(NotFinite, context) : points;
    }

    static NumericFrame Frame(Matrix points) =>
        NumericFrame.From(new Table([.. Enumerable.Range(0, points.Columns).Select(j => new DoubleColumn($"V{j}", points.ColumnMemory(j)))], points.Rows));

    static void Normalize(Matrix points, RunContext context)
    {
        var largest = new double[points.Columns];
        context.Work.For(points.Columns, j =>
        {
            var column = points.Column(j);
            TensorPrimitives.Subtract(column, CompensatedSum.Mean(column), column);
            largest[j] = Math.Abs(TensorPrimitives.MaxMagnitude<double>(column));
        });
        if (largest.Max() is not (var size and > 0)) return;
        context.Work.For(points.Columns, j => TensorPrimitives.Divide(points.Column(j), size, points.Column(j)));
    }
}
