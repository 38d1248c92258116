using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Glm;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>
/// Penalized logistic regression by iteratively reweighted least squares. Source: S. N. Wood, "Generalized Additive Models", 2nd ed. 2017, section
/// 6.1.1.
/// </summary>
/// <param name="design">The design matrix.</param>
/// <param name="blocks">The penalized blocks of its columns.</param>
/// <param name="outcome">1 for the positive class, else 0.</param>
/// <param name="weights">One weight a case.</param>
/// <param name="context">The run.</param>
sealed class PenalizedLogistic(DesignMatrix design, IReadOnlyList<PenaltyBlock> blocks, double[] outcome, double[] weights, RunContext context)
{
    const int MostIterations = 100;
    const int MostHalvings = 30;
    const double Tolerance = 1e-12;

    /// <summary>The design matrix.</summary>
    public DesignMatrix Design => design;

    /// <summary>The penalized blocks of its columns.</summary>
    public IReadOnlyList<PenaltyBlock> Blocks => blocks;

    /// <summary>The cases, at the last estimate.</summary>
    public LogisticCases Cases { get; } = new(outcome, weights, context.Work);

    /// <summary>Whether the last estimate settled.</summary>
    public bool Converged { get; private set; }

    /// <summary>The least squares problem that the likelihood looks like where R's <c>binomial()</c> starts.</summary>
    public Data.Matrix StartFactor()
    {
        Cases.Start();
        return Linearize();
    }

    /// <summary>Estimates the coefficients.</summary>
    /// <param name="logSmoothing">The logarithm of each block's smoothing parameter.</param>
    /// <param name="start">Coefficients to start from; null for R's start.</param>
    /// <returns>The last step's least squares problem with its solution, and the deviance there.</returns>
    public (PenalizedSystem System, double[] Coefficients, double Deviance) Fit(double[] logSmoothing, double[]? start)
    {
        var penalized = double.PositiveInfinity;
        if (start is null) Cases.Start();
        else penalized = Cases.MoveTo(design.Times(start, context.Work)) + Penalty(start, logSmoothing);
        Converged = false;
        for (var iteration = 1; ; iteration++)
        {
            var system = new PenalizedSystem(Linearize(), blocks, logSmoothing, context.Cancellation);
            var before = penalized;
            (start, var deviance, penalized) = Step(system.Coefficients, start, before, logSmoothing);
            Converged = Math.Abs(penalized - before) < Tolerance * (Math.Abs(penalized) + 0.1);
            if (Converged || iteration == MostIterations) return (system, start, deviance);
        }
    }

    Data.Matrix Linearize()
    {
        Cases.Linearize();
        return LeastSquares.ReduceWhole(design, Cases.Working, Cases.RootWeights, context);
    }

    // A step that goes up is halved until it doesn't.
    (double[] Coefficients, double Deviance, double Penalized) Step(double[] to, double[]? from, double before, double[] logSmoothing)
    {
        for (var halvings = 0; ; halvings++)
        {
            var deviance = Cases.MoveTo(design.Times(to, context.Work));
            var penalized = deviance + Penalty(to, logSmoothing);
            if (from is null || penalized <= before + Tolerance * Math.Abs(before) || halvings == MostHalvings) return (to, deviance, penalized);
            to = [.. to.Zip(from, (x, y) => (x + y) / 2)];
        }
    }

    double Penalty(double[] coefficients, double[] logSmoothing)
    {
        var sum = 0.0;
        for (var b = 0; b < blocks.Count; b++)
            sum += Math.Exp(logSmoothing[b]) * System.Numerics.Tensors.TensorPrimitives.SumOfSquares(blocks[b].Of(coefficients));
        return sum;
    }
}
