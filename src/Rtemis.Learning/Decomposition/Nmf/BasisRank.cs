using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>Whether a basis has a component that is a combination of others, so that there would be several scores for a case.</summary>
static class BasisRank
{
    // That of R's qr().
    const double Tolerance = 1e-7;

    /// <exception cref="LearningException">It has.</exception>
    public static void Check(Matrix basis, RunContext context)
    {
        var factor = LeastSquares.Reduce(new MatrixColumns(basis), new double[basis.Rows], null, context);
        var rank = LinearSolution.Of(factor, basis.Rows, Tolerance).Rank;
        if (rank < basis.Columns) throw Refusal(rank, basis.Columns);
    }

    public static LearningException Refusal(int rank, int components) => new(
        "rtemis_value_error",
        $"The fitted NMF basis has rank {rank} for {components} components, so component scores are not identified. Set `k` to at most {rank}.");
}
