using System.Runtime.Intrinsics;
using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering.NeuralGas;

/// <summary>
/// Neural gas: 200 times each case, in one random order, draws all centers towards it, the nearer ones more; steps and the reach beyond the
/// nearest become smaller from case to case. Sources: T. Martinetz, S. Berkovich, K. Schulten, IEEE Transactions on Neural Networks 4, 1993;
/// flexclust's <c>cclust</c> with <c>method = "neuralgas"</c>, which the draws and the numbers follow.
/// </summary>
/// <param name="parameters">The options.</param>
public sealed class NeuralGasClusterer(NeuralGasParameters parameters) : IClusterer
{
    const int Passes = 200;

    /// <inheritdoc/>
    public string Algorithm => "NeuralGas";

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
        var schedule = new StepSchedule((long)Passes * cases.Count);
        var distances = new Vector256<double>[lanes.Vectors];
        var shares = new Vector256<double>[lanes.Vectors];
        var counter = context.CountWhenSlow("Passes", "neuralgas", Passes);
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var first = 0; first < cases.Count; first += StepSchedule.MostSteps)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                var count = Math.Min(StepSchedule.MostSteps, cases.Count - first);
                schedule.MoveTo((long)pass * cases.Count + first, count);
                for (var i = 0; i < count; i++)
                {
                    var point = cases[first + i];
                    lanes.Measure(point, distances);
                    RankShares.Of(distances, lanes.Count, schedule.Steps[i], schedule.Decays[i], shares);
                    lanes.Move(point, shares);
                }
            }
            counter.Advance();
        }
        counter.Complete();
    }
}
