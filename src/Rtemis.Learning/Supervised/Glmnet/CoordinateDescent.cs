using System.Numerics.Tensors;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>
/// Minimizes a penalized quadratic one coefficient at a time: passes over all columns that are not screened out and, between them, over those only
/// that ever had a coefficient, in the order in which they got it. Source: J. Friedman, T. Hastie and R. Tibshirani, "Regularization Paths for
/// Generalized Linear Models via Coordinate Descent", Journal of Statistical Software 33(1), 2010; the order of steps is glmnet's.
/// </summary>
sealed class CoordinateDescent(ElasticNetPenalty penalty, double[][] columns, CancellationToken cancellation)
{
    /// <summary>The most passes on the way along a path.</summary>
    public const int MostPasses = 100_000;

    // Fewer values are not worth a thread.
    const int ChunkValues = 1 << 19;

    readonly bool[] _isActive = new bool[columns.Length];
    int _passes;
    bool _settlesActive;

    /// <summary>The columns that passes look at.</summary>
    public bool[] Screened { get; } = new bool[columns.Length];

    /// <summary>The columns that ever had a coefficient, in the order in which they got it.</summary>
    public List<int> Active { get; } = [];

    /// <summary>How much the quadratic has fallen by all steps so far.</summary>
    public double Gain { get; private set; }

    /// <summary>The sizes of the slopes of the columns that passes don't look at.</summary>
    public void Slopes(double[] residuals, double[] slopes, WorkSplit work) =>
        work.ForChunks(columns.Length, Math.Max(1, ChunkValues / residuals.Length), (_, start, end) =>
        {
            for (var k = start; k < end; k++)
                if (!Screened[k] && columns[k].Length > 0) slopes[k] = Math.Abs(TensorPrimitives.Dot<double>(columns[k], residuals));
        });

    /// <summary>Adds the columns that vary and for which a rule holds.</summary>
    /// <returns>Whether there were any that passes didn't look at before.</returns>
    public bool Screen(Func<int, bool> rule)
    {
        var added = false;
        for (var k = 0; k < columns.Length; k++)
        {
            if (Screened[k] || columns[k].Length == 0 || !rule(k)) continue;
            Screened[k] = added = true;
        }
        return added;
    }

    /// <summary>Moves the coefficients until a pass over all columns changes nothing that counts.</summary>
    /// <param name="problem">The quadratic, at the given coefficients.</param>
    /// <param name="coefficients">The coefficients; they change.</param>
    /// <param name="intercept">The intercept; it changes where the problem has one.</param>
    /// <param name="lambda">The strength of the penalty.</param>
    /// <param name="threshold">The change of the quadratic below which a step doesn't count.</param>
    /// <param name="resume">Whether the first passes are over the active columns, if ever any were.</param>
    /// <returns>False where there were too many passes.</returns>
    public bool Settle(Quadratic problem, double[] coefficients, ref double intercept, double lambda, double threshold, bool resume)
    {
        if (resume && _settlesActive && !SettleActive(problem, coefficients, ref intercept, lambda, threshold)) return false;
        while (true)
        {
            problem.BeginPass();
            var change = 0.0;
            for (var k = 0; k < columns.Length; k++)
                if (Screened[k]) change = Math.Max(change, Step(k, problem, coefficients, lambda));
            if (Math.Max(change, StepIntercept(problem, ref intercept)) < threshold) return true;
            if (!NextPass() || !SettleActive(problem, coefficients, ref intercept, lambda, threshold)) return false;
        }
    }

    bool SettleActive(Quadratic problem, double[] coefficients, ref double intercept, double lambda, double threshold)
    {
        _settlesActive = true;
        while (true)
        {
            problem.BeginPass();
            problem.BeginPass();
            var change = 0.0;
            foreach (var k in Active) change = Math.Max(change, Step(k, problem, coefficients, lambda));
            if (Math.Max(change, StepIntercept(problem, ref intercept)) < threshold) return true;
            if (!NextPass()) return false;
        }
    }

    double Step(int k, Quadratic problem, double[] coefficients, double lambda)
    {
        var (before, slope) = (coefficients[k], problem.Slope(k));
        var curvature = problem.Curvature(k);
        var after = penalty.Minimize(k, lambda, slope + before * curvature, curvature);
        if (after == before) return 0;
        if (!_isActive[k])
        {
            _isActive[k] = true;
            Active.Add(k);
        }
        var step = after - before;
        coefficients[k] = after;
        problem.Move(k, step);
        Gain += step * (2 * slope - step * curvature);
        return curvature * step * step;
    }

    static double StepIntercept(Quadratic problem, ref double intercept)
    {
        var (step, curvature) = problem.MoveIntercept();
        intercept += step;
        return curvature * step * step;
    }

    bool NextPass()
    {
        cancellation.ThrowIfCancellationRequested();
        return ++_passes < MostPasses;
    }
}
