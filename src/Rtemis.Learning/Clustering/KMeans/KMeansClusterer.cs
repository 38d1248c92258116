using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>
/// Batch k-means as rtemis runs it with flexclust's <c>cclust</c>: starts at randomly drawn distinct cases, at most 200 passes, clusters
/// that lose all cases are dropped. Unlike there, where one start decides, several starts are tried and the one with the least sum of
/// distances (squared where they are Euclidean) after some passes is followed to its end; the first of them draws what R would draw. Cases
/// are distinct when any number differs, not when it differs in fifteen digits.
/// </summary>
/// <param name="parameters">The options.</param>
public sealed class KMeansClusterer(KMeansParameters parameters) : IClusterer
{
    const int Starts = 8;

    // Most starts have ended by then; where cases form no groups they creep on, and their ranking changes no more.
    const int TrialPasses = 20;

    /// <inheritdoc/>
    public string Algorithm => "KMeans";

    /// <inheritdoc/>
    public int? K => parameters.K;

    /// <inheritdoc/>
    public ClusterAssignment Fit(NumericFrame data, RunContext context)
    {
        if (parameters.K == 1) throw new LearningException("simpleError", "number of clusters must be at least 2");
        var distinct = DistinctRows.Of(data, context);
        if (parameters.K > distinct.Count)
            throw new LearningException("simpleError", "k larger than number of distinct complete data points in x");
        for (var j = 0; j < data.Columns; j++)
            if (!TensorPrimitives.IsFiniteAll(data.Column(j)))
                throw new LearningException("simpleError", "NA/NaN/Inf in foreign function call (arg 3)");

        var nearest = new NearestCenters(data, parameters.Distance);
        var best = Best(data, distinct, nearest, context);
        return new ClusterAssignment(FinalLabels.Of(data, best.Centers, nearest, parameters.Distance, context), best.Centers);
    }

    // The starts are drawn one after the other and followed side by side: each is the same wherever it runs.
    KMeansRun Best(NumericFrame data, DistinctRows distinct, NearestCenters nearest, RunContext context)
    {
        ICenterRule rule = parameters.Distance == KMeansDistance.Euclidean ? new MeanCenters(data) : new MedianCenters(data, context);
        int[][] starts = [.. Enumerable.Range(0, Starts).Select(_ => Draw(data.Rows, distinct, context))];
        KMeansRun[] runs = [.. starts.Select(s => new KMeansRun(data, s, nearest, rule))];
        context.Work.For(Starts, s => runs[s].Continue(TrialPasses, context.Cancellation));
        var best = runs.MinBy(r => r.Course[^1])!;
        best.Continue(int.MaxValue, context.Cancellation);
        return best;
    }

    int[] Draw(int rows, DistinctRows distinct, RunContext context)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        var candidates = distinct.InOrder(context.Random.SampleWithoutReplacement(rows, rows));
        return [.. context.Random.SampleWithoutReplacement(candidates.Length, parameters.K).Select(i => candidates[i])];
    }
}
