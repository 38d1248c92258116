using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>
/// Clusters around centers, by the batch algorithm of flexclust's <c>cclust</c>: random cases as first centers, at most 200 passes, clusters that
/// lose all their cases are dropped. Source: S. P. Lloyd, "Least squares quantization in PCM", IEEE Transactions on Information Theory 28(2), 1982; the
/// documentation of the R package flexclust. Unlike it, which starts once and in one run out of seven ends in a poor local optimum on the iris data, this
/// tries eight starts for ten passes and goes on with the best: the options and the kind of result are the same.
/// </summary>
/// <param name="parameters">The options.</param>
public sealed class KMeansClusterer(KMeansParameters parameters) : IClusterer
{
    const int Starts = 8;
    const int TrialPasses = 10;
    const int MostPasses = 200;

    /// <inheritdoc/>
    public string Algorithm => "KMeans";

    /// <inheritdoc/>
    public int? K => parameters.K;

    /// <inheritdoc/>
    public ClusterAssignment Fit(NumericFrame data, RunContext context)
    {
        if (parameters.K < 2) throw Refused("number of clusters must be at least 2");
        var rows = new DistinctRows(data);
        if (parameters.K > rows.Count) throw Refused("k larger than number of distinct complete data points in x");
        for (var c = 0; c < data.Columns; c++)
            if (!TensorPrimitives.IsFiniteAll(data.Column(c))) throw Refused("NA/NaN/Inf in foreign function call (arg 3)");

        var medians = parameters.IsManhattan ? new MedianCenters(data, context.Work) : null;
        KMeansSearch? best = null;
        for (var i = 0; i < Starts; i++)
        {
            var search = new KMeansSearch(data, rows.Draw(parameters.K, context.Random), medians, context);
            search.Run(TrialPasses);
            if (best is null || search.Objective < best.Objective) best = search;
        }
        best!.Run(MostPasses - TrialPasses);

        var centers = best.Centers.Where((_, k) => best.Counts[k] > 0).ToArray();
        return new ClusterAssignment(NearestCenter.Find(data, centers, parameters.IsManhattan, context), ToMatrix(centers));
    }

    static Matrix ToMatrix(double[][] centers)
    {
        var matrix = new Matrix(centers.Length, centers[0].Length);
        for (var k = 0; k < matrix.Rows; k++)
            for (var c = 0; c < matrix.Columns; c++) matrix[k, c] = centers[k][c];
        return matrix;
    }

    static LearningException Refused(string message) => new("simpleError", message);
}
