using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>
/// Batch k-means as rtemis runs it with flexclust's <c>cclust</c>: starts at randomly drawn distinct cases, at most 200 passes, clusters
/// that lose all cases are dropped. Unlike there, where one start decides, several starts are tried and the one with the least sum of
/// distances (squared where they are Euclidean) after some passes is followed to its end; the first of them draws what R would draw.
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
        var draws = new StartCenters(data, parameters.K, context);
        int[][] starts = [.. Enumerable.Range(0, Starts).Select(_ => draws.Draw(context).Starts)];
        var centers = Best(new KMeansCases(data, parameters.Distance, context), starts, context).Centers;
        return new CentroidAssignment(FinalLabels.Of(data, centers, parameters.Distance, context), centers);
    }

    // The starts are drawn one after the other and followed side by side: each is the same wherever it runs.
    static KMeansRun Best(KMeansCases cases, int[][] starts, RunContext context)
    {
        var alone = new WorkSplit(1, context.Cancellation);
        var runs = new KMeansRun[Starts];
        var objectives = new double[Starts];
        context.Work.For(Starts, s =>
        {
            runs[s] = new KMeansRun(cases, starts[s]);
            runs[s].Continue(TrialPasses, alone);
            objectives[s] = runs[s].Objective(alone);
        });
        var best = runs[Array.IndexOf(objectives, objectives.Min())];
        best.Continue(KMeansRun.MostPasses, context.Work);
        return best;
    }
}
