namespace Rtemis.Learning.Numerics;

/// <summary>What least squares found.</summary>
/// <param name="Coefficients">One a column; zero where it was left out.</param>
/// <param name="Aliased">Which columns were left out, because others say the same.</param>
readonly record struct LeastSquaresSolution(double[] Coefficients, bool[] Aliased);
