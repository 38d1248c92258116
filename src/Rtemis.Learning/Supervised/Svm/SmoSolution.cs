namespace Rtemis.Learning.Supervised.Svm;

/// <summary>The solution of a <see cref="SvmDual"/>.</summary>
/// <param name="Multipliers">The signed multipliers, in the order in which the problem was given.</param>
/// <param name="Offset">What is taken off the weighted sum of kernel values.</param>
/// <param name="Converged">Whether the tolerance was met before the limit of steps.</param>
sealed record SmoSolution(double[] Multipliers, double Offset, bool Converged);
