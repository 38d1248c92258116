using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>Fits single machines to cases of a table. Source: C.-C. Chang and C.-J. Lin, "LIBSVM: a library for support vector machines", ACM TIST 2(3), 2011.</summary>
/// <param name="table">The features of all cases, scaled.</param>
/// <param name="kernel">The kernel.</param>
/// <param name="cost">What a unit of violation costs.</param>
/// <param name="work">Splits the work of one machine over threads.</param>
/// <param name="memory">The bytes that kernel rows of one machine may take.</param>
/// <param name="cancellation">Ends the run.</param>
sealed class SvmTraining(Matrix table, SvmKernel kernel, double cost, WorkSplit work, long memory, CancellationToken cancellation)
{
    // The half width of the tube around the outcome inside which an error costs nothing.
    const double Epsilon = 0.1;

    /// <summary>Separates two groups of cases (C-classification).</summary>
    /// <param name="cases">The rows of the cases, those of the positive group first.</param>
    /// <param name="positives">The size of the positive group.</param>
    public SvmMachine Separate(int[] cases, int positives)
    {
        var rows = Rows(cases);
        double[] signs = [.. Enumerable.Range(0, cases.Length).Select(k => k < positives ? 1.0 : -1)];
        var dual = new SvmDual(
            [.. Enumerable.Range(0, cases.Length)], signs, Array.ConvertAll(signs, s => -s), cost, [.. Enumerable.Range(0, cases.Length).Select(rows.Self)]);
        var solution = SmoSolver.Solve(dual, rows, cancellation);
        return SvmMachine.Of(cases, solution.Multipliers, solution);
    }

    /// <summary>Follows a number (epsilon-regression) over all cases.</summary>
    public SvmMachine Follow(ReadOnlySpan<double> outcome)
    {
        var count = outcome.Length;
        int[] cases = [.. Enumerable.Range(0, count)];
        var rows = Rows(cases);
        // Each case has a variable that pulls up and one that pulls down.
        var (signs, linear) = (new double[2 * count], new double[2 * count]);
        for (var k = 0; k < count; k++)
        {
            (signs[k], linear[k]) = (1, Epsilon - outcome[k]);
            (signs[k + count], linear[k + count]) = (-1, -(Epsilon + outcome[k]));
        }
        double[] diagonal = [.. cases.Select(rows.Self)];
        var solution = SmoSolver.Solve(new SvmDual([.. cases, .. cases], signs, linear, cost, [.. diagonal, .. diagonal]), rows, cancellation);
        var coefficients = new double[count];
        for (var k = 0; k < count; k++) coefficients[k] = solution.Multipliers[k] + solution.Multipliers[k + count];
        return SvmMachine.Of(cases, coefficients, solution);
    }

    /// <summary>The decision values of cases of the table.</summary>
    public ReadOnlySpan<double> Decide(SvmMachine machine, int[] cases) => Decision([machine]).Values(table.SelectRows(cases), work).Column(0);

    /// <summary>The decision function of one machine or of several.</summary>
    public SvmDecision Decision(IReadOnlyList<SvmMachine> machines) =>
        kernel.Gamma is { } gamma ? RadialDecision.Of(table, machines, gamma) : LinearDecision.Of(table, machines);

    KernelRows Rows(int[] cases) => new(CaseTiles.Of(table, cases), kernel, work, memory);
}
