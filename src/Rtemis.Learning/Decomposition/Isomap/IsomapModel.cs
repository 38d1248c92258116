using Rtemis.Learning.Data;

namespace Rtemis.Learning.Decomposition.Isomap;

/// <summary>Cases on axes that keep their distances along paths: the parts of vegan's <c>isomap</c> object. It has no way to new cases and none back to the
/// data. Immutable.</summary>
public sealed class IsomapModel : IDecompositionModel
{
    /// <inheritdoc/>
    public required Matrix Scores { get; init; }

    /// <summary>The eigenvalue of each axis, falling.</summary>
    public required IReadOnlyList<double> Eigenvalues { get; init; }

    /// <summary>How many pairs of cases are neighbours.</summary>
    public required long NeighbourPairs { get; init; }

    /// <summary>The options.</summary>
    public required IsomapParameters Parameters { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ComponentNames => ComponentNaming.Numbered("Dim", Scores.Columns);

    /// <inheritdoc/>
    public Loadings? Loadings => null;

    /// <inheritdoc/>
    public IProjection? Projection => null;

    /// <inheritdoc/>
    public bool Invertible => false;

    /// <inheritdoc/>
    public void Reconstruct(int first, Matrix cases) => throw new NotSupportedException("The axes have no way back to the data.");
}
