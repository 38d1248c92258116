using Rtemis.Learning.Data;

namespace Rtemis.Learning.Decomposition.Umap;

/// <summary>A layout that keeps neighbourhoods. Immutable.</summary>
public sealed class UmapModel : IDecompositionModel
{
    /// <inheritdoc cref="IDecompositionModel.Projection"/>
    public required UmapProjection Projection { get; init; }

    IProjection? IDecompositionModel.Projection => Projection;

    /// <inheritdoc/>
    public IReadOnlyList<string> ComponentNames => Projection.ComponentNames;

    /// <inheritdoc/>
    public Matrix Scores => Projection.Layout;

    /// <inheritdoc/>
    public Loadings? Loadings => null;

    /// <summary>How many connected parts the graph of neighbours has. With more than one, the layout began at principal components.</summary>
    public required int GraphComponents { get; init; }

    /// <inheritdoc/>
    public bool Invertible => false;

    /// <inheritdoc/>
    public void Reconstruct(int first, Matrix cases) => throw new NotSupportedException("A UMAP layout has no way back to the data.");
}
