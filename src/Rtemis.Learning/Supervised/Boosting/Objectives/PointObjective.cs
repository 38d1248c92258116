using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>An objective with one sum a case, whose loss is the mean over cases.</summary>
/// <typeparam name="TLoss">The loss of a case.</typeparam>
/// <param name="cases">What is learned.</param>
/// <param name="loss">The loss of a case.</param>
/// <param name="start">The best constant.</param>
/// <param name="quantile">For losses that have quantiles as best values: what gives the best value of a leaf; else null.</param>
/// <param name="trains">Whether there is anything to learn.</param>
sealed class PointObjective<TLoss>(BoostedCases cases, TLoss loss, double start, LeafQuantile? quantile = null, bool trains = true) : Objective
    where TLoss : struct, IPointLoss
{
    /// <inheritdoc/>
    public override string Name => loss.Name;

    /// <inheritdoc/>
    public override LinkFunction Link => loss.Link;

    /// <inheritdoc/>
    public override bool RenewsLeaves => quantile is not null;

    /// <inheritdoc/>
    public override bool NeedsTraining(int output) => trains;

    /// <inheritdoc/>
    public override double Start(int output) => start;

    /// <inheritdoc/>
    public override void Derive(double[][] sums, float[][] derivatives, RunContext context)
    {
        var (of, pairs) = (sums[0], derivatives[0]);
        context.Work.ForChunks(cases.Rows, ChunkRows, (_, from, to) =>
        {
            for (var row = from; row < to; row++) (pairs[2 * row], pairs[2 * row + 1]) = loss.Derive(of[row], cases.Labels[row], cases.Weight(row));
        });
    }

    /// <inheritdoc/>
    public override double Renew(ReadOnlySpan<int> rows, double[] sums) => quantile!.Of(rows, cases.Labels, sums);

    /// <inheritdoc/>
    public override double Loss(BoostedCases other, double[][] sums, RunContext context) =>
        other.Mean(row => loss.Loss(Link.Of(sums[0][row]), other.Labels[row]), context);
}
