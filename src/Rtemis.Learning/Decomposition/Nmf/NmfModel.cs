using Rtemis.Learning.Data;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>Components whose sums of shares give the data, all of them 0 or more. Immutable.</summary>
public sealed class NmfModel : IDecompositionModel
{
    /// <summary>The whole name of the method.</summary>
    public required string Method { get; init; }

    /// <summary>The number of iterations of the run that was kept.</summary>
    public required int Iterations { get; init; }

    /// <summary>The method's objective at its end.</summary>
    public required double Residual { get; init; }

    /// <summary>What each variable has in all cases, with the method <c>offset</c>; else null. The scores know nothing of it.</summary>
    public IReadOnlyList<double>? Offset { get; init; }

    /// <inheritdoc cref="IDecompositionModel.Projection"/>
    public required NmfProjection Projection { get; init; }

    IProjection? IDecompositionModel.Projection => Projection;

    /// <summary>One row a variable, one column a component.</summary>
    public Matrix Basis => Projection.Basis;

    /// <inheritdoc/>
    public required Matrix Scores { get; init; }

    /// <summary>The variables' names, in order.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ComponentNames => Projection.ComponentNames;

    /// <inheritdoc cref="IDecompositionModel.Loadings"/>
    public Loadings Loadings => new(Variables, ComponentNaming.Numbered("V", Basis.Columns), Basis);

    Loadings? IDecompositionModel.Loadings => Loadings;

    /// <inheritdoc/>
    public bool Invertible => true;

    /// <inheritdoc/>
    public void Reconstruct(int first, Matrix cases)
    {
        for (var j = 0; j < cases.Columns; j++) LinearMap.Write(Scores, Basis, j, first, cases.Column(j));
    }
}
