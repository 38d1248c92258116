using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>
/// Non-negative matrix factorization as the R package NMF does it, from random starts; the scores are then found by non-negative least squares on the
/// basis. Given the same random numbers the basis is R's, but for the alternating least squares methods (<c>snmf/r</c>, <c>snmf/l</c>), which R solves
/// less exactly.
/// </summary>
/// <param name="parameters">The options.</param>
public sealed class NmfDecomposer(NmfParameters parameters) : IDecomposer
{
    /// <inheritdoc/>
    public string Algorithm => "NMF";

    /// <summary>Learns the components.</summary>
    /// <exception cref="LearningException">The method is unknown, the data has negative numbers or empty columns, or the basis has too low a rank.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public NmfModel Fit(NumericFrame data, RunContext context)
    {
        var name = NmfMethodNames.Resolve(parameters.Method, context);
        var method = NmfMethodNames.MethodOf(name, context);
        NmfChecks.Check(data, method, parameters.K, context);
        var fit = Best(data, method, context);
        if (!TensorPrimitives.IsFiniteAll<double>(fit.Basis.Values)) throw NmfFailure.Of(NmfFailure.NoLabels, context);
        BasisRank.Check(fit.Basis, context);
        var projection = new NmfProjection(fit.Basis);
        return new NmfModel
        {
            Method = name,
            Iterations = fit.Iterations,
            Residual = fit.Residual,
            Offset = fit.Offset,
            Projection = projection,
            Scores = projection.Project(data, context),
            Variables = data.Names,
        };
    }

    IDecompositionModel IDecomposer.Fit(NumericFrame data, RunContext context) => Fit(data, context);

    NmfFit Best(NumericFrame data, NmfMethod method, RunContext context)
    {
        var largest = Enumerable.Range(0, data.Columns).Max(j => TensorPrimitives.Max(data.Column(j)));
        var sparse = method is NmfMethod.SparseRight or NmfMethod.SparseLeft;
        var tiles = sparse ? null : new CaseTiles(data, context);
        NmfFit? best = null;
        for (var run = 0; run < parameters.Runs; run++)
        {
            var fit = tiles is null
                ? SparseFit.Of(data, parameters.K, largest, method == NmfMethod.SparseLeft, context)
                : MultiplicativeFit.Of(method, tiles, parameters.K, largest, context);
            if (best is null || fit.Residual < best.Residual) best = fit;
        }
        return best!;
    }
}
