using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>
/// Batch k-means as rtemis runs it with flexclust's <c>cclust</c>: starts at randomly drawn distinct cases, at most 200 passes, clusters
/// that lose all cases are dropped. Unlike there, where one start decides, several starts are tried and the one with the least sum of
/// distances (squared where they are Euclidean) after some passes is followed to its end; the first of them draws what R would draw. Of
/// very many cases, starts are tried on a sample.
/// </summary>
/// <param name="parameters">The options.</param>
public sealed class KMeansClusterer(KMeansParameters parameters) : IClusterer
{
    const int Starts = 8;

    // Most starts have ended by then; where cases form no groups they creep on, and their ranking changes no more.
    const int TrialPasses = 20;

    // Starts differ in their sums by far more than so many cases leave open.
    const int MostTried = 16_384;

    /// <inheritdoc/>
    public string Algorithm => "KMeans";

    /// <inheritdoc/>
    public int? K => parameters.K;

    /// <inheritdoc/>
    public ClusterAssignment Fit(NumericFrame data, RunContext context)
    {
        var draws = new StartCenters(data, parameters.K, context);
        var (order, first) = draws.Draw(context);
        int[][] starts = [first, .. Enumerable.Range(1, Starts - 1).Select(_ => draws.DrawAgain(context))];
        var cases = new KMeansCases(data, parameters.Distance, context);
        KMeansRun best;
        if (data.Rows <= MostTried)
        {
            best = Best(cases, data, starts, context);
        }
        else
        {
            // With the starts themselves, so that none has no case to begin with.
            int[] sample = [.. order.AsSpan(0, MostTried), .. starts.SelectMany(s => s)];
            var tried = Best(new KMeansCases(data.SelectRows(sample), parameters.Distance, context), data, starts, context);
            best = new KMeansRun(cases, tried.Again());
        }
        best.Continue(KMeansRun.MostPasses, context.Work);
        return new CentroidAssignment(FinalLabels.Of(data, best.Centers, parameters.Distance, context), best.Centers);
    }

    // The starts are drawn one after the other and followed side by side: each is the same wherever it runs.
    static KMeansRun Best(KMeansCases cases, NumericFrame data, int[][] starts, RunContext context)
    {
        var alone = new WorkSplit(1, context.Cancellation);
        var runs = new KMeansRun[Starts];
        var objectives = new double[Starts];
        context.Work.For(Starts, s =>
        {
            runs[s] = new KMeansRun(cases, data.Select(starts[s]));
            runs[s].Continue(TrialPasses, alone);
            objectives[s] = runs[s].Objective(alone);
        });
        return runs[Array.IndexOf(objectives, objectives.Min())];
    }
}
