using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>The multinomial log-likelihood: one sum a class.</summary>
sealed class SoftmaxObjective : Objective
{
    const int OnStack = 64;

    readonly BoostedCases _cases;
    readonly double[] _shares;

    public SoftmaxObjective(BoostedCases cases)
    {
        _cases = cases;
        _shares = new double[cases.Classes];
        for (var row = 0; row < cases.Rows; row++) _shares[(int)cases.Labels[row]] += cases.Weight(row);
        var total = cases.TotalWeight();
        for (var k = 0; k < _shares.Length; k++) _shares[k] /= total;
    }

    /// <inheritdoc/>
    public override string Name => "multiclass";

    /// <inheritdoc/>
    public override int Outputs => _cases.Classes;

    /// <inheritdoc/>
    public override LinkFunction Link => new(OutputLink.Softmax);

    /// <inheritdoc/>
    public override bool NeedsTraining(int output) => _shares[output] is > Epsilon and < 1 - Epsilon;

    /// <inheritdoc/>
    public override double Start(int output) => Math.Log(Math.Max(Epsilon, _shares[output]));

    /// <inheritdoc/>
    public override void Derive(double[][] sums, float[][] derivatives, RunContext context)
    {
        var (classes, factor) = (Outputs, Outputs / (Outputs - 1.0));
        context.Work.ForChunks(_cases.Rows, ChunkRows, (_, from, to) =>
        {
            var shares = new double[classes];
            for (var row = from; row < to; row++)
            {
                for (var k = 0; k < classes; k++) shares[k] = sums[k][row];
                Link.Apply(shares);
                for (var k = 0; k < classes; k++)
                {
                    var own = (int)_cases.Labels[row] == k ? shares[k] - 1 : shares[k];
                    derivatives[k][2 * row] = (float)(own * _cases.Weight(row));
                    derivatives[k][2 * row + 1] = (float)(factor * shares[k] * (1 - shares[k]) * _cases.Weight(row));
                }
            }
        });
    }

    /// <inheritdoc/>
    public override double Loss(BoostedCases cases, double[][] sums, RunContext context) => cases.Mean(row =>
    {
        var shares = Outputs <= OnStack ? stackalloc double[Outputs] : new double[Outputs];
        for (var k = 0; k < shares.Length; k++) shares[k] = sums[k][row];
        Link.Apply(shares);
        return -Math.Log(Math.Max(Epsilon, shares[(int)cases.Labels[row]]));
    }, context);
}
