using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Boosting.Objectives;

/// <summary>For each class the logistic loss of it against all others; the probabilities of a case need not add up to one.</summary>
sealed class OneAgainstRestObjective : Objective
{
    readonly PointObjective<BinaryLoss>[] _classes;

    /// <param name="cases">What is learned.</param>
    /// <param name="slope">What sums are multiplied by to give log-odds.</param>
    public OneAgainstRestObjective(BoostedCases cases, double slope) =>
        _classes = [.. Enumerable.Range(0, cases.Classes).Select(k => ObjectiveChoice.Logistic(
            cases with { Labels = Array.ConvertAll(cases.Labels, label => (int)label == k ? 1f : 0f) }, slope))];

    /// <inheritdoc/>
    public override string Name => "multiclassova";

    /// <inheritdoc/>
    public override int Outputs => _classes.Length;

    /// <inheritdoc/>
    public override LinkFunction Link => _classes[0].Link;

    /// <inheritdoc/>
    public override bool NeedsTraining(int output) => _classes[output].NeedsTraining(0);

    /// <inheritdoc/>
    public override double Start(int output) => _classes[output].Start(0);

    /// <inheritdoc/>
    public override void Derive(double[][] sums, float[][] derivatives, RunContext context)
    {
        for (var k = 0; k < _classes.Length; k++) _classes[k].Derive([sums[k]], [derivatives[k]], context);
    }

    /// <inheritdoc/>
    public override double Loss(BoostedCases cases, double[][] sums, RunContext context) =>
        cases.Mean(row => -Math.Log(Math.Max(Epsilon, Link.Of(sums[(int)cases.Labels[row]][row]))), context);
}
