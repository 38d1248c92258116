using Rtemis.Learning.Data;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>Where a random start has ended.</summary>
/// <param name="Basis">One row a column of the data, one column a component.</param>
/// <param name="Offset">What each column has in all cases, or null.</param>
/// <param name="Iterations">The number of iterations.</param>
/// <param name="Residual">The method's objective.</param>
sealed record NmfFit(Matrix Basis, double[]? Offset, int Iterations, double Residual);
