using System.Runtime.Intrinsics;
using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.HardCl;

/// <summary>
/// Hard competitive learning, which is online k-means: 200 times each case, in one random order, draws the nearest center towards it, by one
/// over the number of cases that the center has won so far. Sources: J. MacQueen, Berkeley Symposium 5, 1967; flexclust's <c>cclust</c> with
/// <c>method = "hardcl"</c>, which the draws and the numbers follow.
/// </summary>
/// <param name="parameters">The options.</param>
public sealed class HardClClusterer(HardClParameters parameters) : IClusterer
{
    const int Passes = 200;
    const int CasesBetweenLooks = 1024;

    /// <inheritdoc/>
    public string Algorithm => "HardCL";

    /// <inheritdoc/>
    public int? K => parameters.K;

    /// <inheritdoc/>
    public ClusterAssignment Fit(NumericFrame data, RunContext context)
    {
        var (order, starts) = new StartCenters(data, parameters.K, context).Draw(context);
        var lanes = CenterLanes.At(data, starts, parameters.Distance);
        Learn(CaseRows.Of(data, order, context), lanes, context);
        var centers = lanes.ToMatrix();
        return new CentroidAssignment(FinalLabels.Of(data, centers, parameters.Distance, context), centers);
    }

    static void Learn(CaseRows cases, CenterLanes lanes, RunContext context)
    {
        var won = new int[lanes.Count];
        var distances = new Vector256<double>[lanes.Vectors];
        var counter = context.CountWhenSlow("Passes", "hardcl", Passes);
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var i = 0; i < cases.Count; i++)
            {
                if (i % CasesBetweenLooks == 0) context.Cancellation.ThrowIfCancellationRequested();
                var point = cases[i];
                lanes.Measure(point, distances);
                var (winner, _) = CenterLanes.Nearest(distances);
                lanes.Move(point, winner, 1.0 / ++won[winner]);
            }
            counter.Advance();
        }
        counter.Complete();
    }
}
