using Rtemis.Learning.Data;

namespace Rtemis.Learning.Clustering.CMeans;

/// <summary>Where a search for fuzzy clusters ended.</summary>
/// <param name="Centers">One row a cluster.</param>
/// <param name="Membership">One row a case, one column a cluster.</param>
/// <param name="Course">The objective at the start and after each pass.</param>
/// <param name="Converged">Whether it ended before the passes did.</param>
sealed record FuzzySolution(Matrix Centers, Matrix Membership, IReadOnlyList<double> Course, bool Converged)
{
    /// <summary>The passes as e1071 counts them, which leaves out the one that found nothing to change.</summary>
    public int Iterations => Course.Count - (Converged ? 2 : 1);
}
