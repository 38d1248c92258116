using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>What the R package NMF refuses, looked for before anything is computed.</summary>
static class NmfChecks
{
    const int ChunkRows = 4096;

    /// <exception cref="LearningException">The data can't be factored by the method.</exception>
    public static void Check(NumericFrame data, NmfMethod method, int components, RunContext context)
    {
        for (var j = 0; j < data.Columns; j++)
            if (data.Rows > 0 && TensorPrimitives.Min(data.Column(j)) < 0)
                throw NmfFailure.Of("NMF::nmf - Input matrix x contains some negative entries.", context);
        for (var j = 0; j < data.Columns; j++)
            if (!data.Column(j).ContainsAnyExcept(0.0))
                throw NmfFailure.Of("NMF::nmf - Input matrix x contains at least one null or NA-filled row.", context);
        for (var j = 0; j < data.Columns; j++)
            if (!TensorPrimitives.IsFiniteAll(data.Column(j))) throw NmfFailure.Of(Infinite(data, method, components), context);
        if (method is NmfMethod.Brunet or NmfMethod.NonSmooth or NmfMethod.Divergence && HasEmptyCase(data, context))
            throw NmfFailure.Of(method == NmfMethod.Divergence ? NmfFailure.NoObjective : NmfFailure.NoLabels, context);
        if (components > data.Columns) throw BasisRank.Refusal(data.Columns, components);
    }

    // All start values are lost then.
    static string Infinite(NumericFrame data, NmfMethod method, int components)
    {
        switch (method)
        {
            case NmfMethod.SparseRight:
                var basis = (long)data.Columns * components;
                return $"SNMF/R::Invalid initialization - NAs found in the basis (W) matrix [{basis} NAs / {basis} entries]";
            case NmfMethod.SparseLeft:
                var coefficients = (long)data.Rows * components;
                return $"SNMF/L::Invalid initialization - NAs found in the coefficient (H) matrix [{coefficients} NAs / {coefficients} entries]";
            default:
                return method is NmfMethod.Divergence or NmfMethod.Frobenius ? NmfFailure.NoObjective : NmfFailure.NoLabels;
        }
    }

    static bool HasEmptyCase(NumericFrame data, RunContext context)
    {
        var chunks = WorkSplit.Chunks(data.Rows, ChunkRows);
        return context.Work.ForWhile(chunks, chunk =>
        {
            var (start, end) = (chunk * ChunkRows, Math.Min(data.Rows, (chunk + 1) * ChunkRows));
            var sums = new double[end - start];
            for (var j = 0; j < data.Columns; j++) TensorPrimitives.Add(sums, data.Column(j)[start..end], sums);
            return !sums.AsSpan().Contains(0.0);
        }) < chunks;
    }
}
