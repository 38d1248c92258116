namespace Rtemis.Learning.Supervised.Svm;

/// <summary>A decision function of training: the weighted kernel values with its support vectors, less the offset.</summary>
/// <param name="Cases">The training cases that count, by their row.</param>
/// <param name="Coefficients">What each counts, none of them 0.</param>
/// <param name="Offset">What is taken off.</param>
/// <param name="Converged">Whether the solver met its tolerance.</param>
sealed record SvmMachine(int[] Cases, double[] Coefficients, double Offset, bool Converged)
{
    /// <summary>The machine of a solution, one coefficient a case.</summary>
    public static SvmMachine Of(ReadOnlySpan<int> cases, ReadOnlySpan<double> coefficients, SmoSolution solution)
    {
        List<int> kept = [];
        List<double> weights = [];
        for (var i = 0; i < cases.Length; i++)
        {
            if (coefficients[i] == 0) continue;
            kept.Add(cases[i]);
            weights.Add(coefficients[i]);
        }
        return new SvmMachine([.. kept], [.. weights], solution.Offset, solution.Converged);
    }
}
