using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>
/// The cross-entropy of a share between 0 and 1 that is the probability of at least one event, where events come at a rate whose softplus inverse is the sum, and a
/// case's weight is the time that it was watched. Source: LightGBM's documentation of the objective <c>cross_entropy_lambda</c>.
/// </summary>
/// <param name="cases">What is learned.</param>
sealed class EntropyRateObjective(BoostedCases cases) : Objective
{
    readonly double _start = Math.Log(Math.Exp(cases.Mean(row => cases.Labels[row])) - 1);

    /// <inheritdoc/>
    public override string Name => "cross_entropy_lambda";

    /// <inheritdoc/>
    public override LinkFunction Link => new(OutputLink.Softplus);

    /// <inheritdoc/>
    public override double Start(int output) => _start;

    /// <inheritdoc/>
    public override void Derive(double[][] sums, float[][] derivatives, RunContext context)
    {
        var (of, pairs) = (sums[0], derivatives[0]);
        context.Work.ForChunks(cases.Rows, ChunkRows, (_, from, to) =>
        {
            for (var row = from; row < to; row++)
                (pairs[2 * row], pairs[2 * row + 1]) = cases.Weights is { } weights ? Derive(of[row], cases.Labels[row], weights[row]) : Derive(of[row], cases.Labels[row]);
        });
    }

    /// <inheritdoc/>
    public override double Loss(BoostedCases other, double[][] sums, RunContext context)
    {
        // Weights are part of the loss, not its weights.
        var loss = new CrossEntropyLoss();
        return (other with { Weights = null }).Mean(row => loss.Loss(1 - Math.Exp(-other.Weight(row) * Link.Of(sums[0][row])), other.Labels[row]), context);
    }

    // For a time of one the share is the logistic function of the sum.
    static (float First, float Second) Derive(double sum, float label)
    {
        var share = 1 / (1 + Math.Exp(-sum));
        return ((float)(share - label), (float)(share * (1 - share)));
    }

    static (float First, float Second) Derive(double sum, double label, double time)
    {
        var growth = Math.Exp(sum);
        var share = 1 - Math.Exp(-time * LinkFunction.Softplus(sum));
        var inverse = 1 / (1 - share);
        var curve = inverse / ((inverse - 1) * (inverse - 1)) * (1 + time * growth - inverse);
        return ((float)((1 - label / share) * time / (1 + 1 / growth)), (float)(time * growth / ((1 + growth) * (1 + growth)) * (1 + label * curve)));
    }
}
