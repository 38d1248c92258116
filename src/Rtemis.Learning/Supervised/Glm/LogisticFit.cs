using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glm;

/// <summary>
/// Logistic regression by iteratively reweighted least squares, with the starts, guards and stopping rule of R's <c>glm.fit</c>. Source: P.
/// McCullagh and J. A. Nelder, "Generalized Linear Models", 1989, section 2.5; the R documentation of <c>glm</c> and <c>glm.control</c>.
/// </summary>
/// <param name="design">The design matrix.</param>
/// <param name="outcome">1 for the positive class, else 0.</param>
/// <param name="weights">One weight a case.</param>
/// <param name="context">The run.</param>
sealed class LogisticFit(DesignMatrix design, double[] outcome, double[] weights, RunContext context)
{
    const int MostIterations = 25;
    const double Epsilon = 1e-8;

    readonly LogisticCases _cases = new(outcome, weights, context.Work);

    /// <summary>Whether the deviance settled.</summary>
    public bool Converged { get; private set; }

    /// <summary>Whether a fitted probability is 0 or 1 but for rounding, as when the classes can be told apart without error.</summary>
    public bool IsSeparating => _cases.IsSeparating;

    /// <summary>Estimates the coefficients; without convergence, those of the last step.</summary>
    /// <exception cref="LearningException">No step gives a finite deviance, or a number is not finite.</exception>
    public LinearSolution Run()
    {
        var deviance = _cases.Start();
        LinearSolution? last = null;
        for (var iteration = 0; iteration < MostIterations && !Converged; iteration++)
        {
            _cases.Linearize();
            var step = LeastSquares.Solve(design, _cases.Working, _cases.RootWeights, context);
            var before = deviance;
            (last, deviance) = Take(step, last);
            Converged = Math.Abs(deviance - before) / (Math.Abs(deviance) + 0.1) < Epsilon;
        }
        return last!;
    }

    // A step to where the deviance is not finite is halved until it is.
    (LinearSolution Taken, double Deviance) Take(LinearSolution step, LinearSolution? last)
    {
        var deviance = Move(step);
        for (var halvings = 0; !double.IsFinite(deviance); halvings++)
        {
            if (last is null)
            {
                throw new LearningException(
                    "simpleError", "no valid set of coefficients has been found: please supply starting values");
            }
            if (halvings == MostIterations) throw new LearningException("simpleError", "inner loop 1; cannot correct step size");
            var from = last.Coefficients;
            step = step with { Coefficients = [.. step.Coefficients.Select((to, i) => double.IsNaN(from[i]) ? to : (to + from[i]) / 2)] };
            deviance = Move(step);
        }
        return (step, deviance);
    }

    double Move(LinearSolution step) => _cases.MoveTo(design.Times(step.Coefficients, context.Work));
}
