using Rtemis.Learning.Data;

namespace Rtemis.Learning.Decomposition.Tsne;

/// <summary>A map of the training cases: the parts of Rtsne's object. It has no way to new cases and none back to the data. Immutable.</summary>
public sealed class TsneModel : IDecompositionModel
{
    /// <inheritdoc/>
    public required Matrix Scores { get; init; }

    /// <summary>Each case's share of the Kullback-Leibler divergence of the map's neighbourhoods from the data's.</summary>
    public required IReadOnlyList<double> Costs { get; init; }

    /// <summary>The divergence after every 50th iteration and the last; of exaggerated shares while they were.</summary>
    public required IReadOnlyList<double> IterationCosts { get; init; }

    /// <summary>How many coordinates distances were taken of; null where distances were given.</summary>
    public required int? OriginalDimensions { get; init; }

    /// <summary>The options.</summary>
    public required TsneParameters Parameters { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ComponentNames => ComponentNaming.Numbered("V", Scores.Columns);

    /// <inheritdoc/>
    public Loadings? Loadings => null;

    /// <inheritdoc/>
    public IProjection? Projection => null;

    /// <inheritdoc/>
    public bool Invertible => false;

    /// <inheritdoc/>
    public void Reconstruct(int first, Matrix cases) => throw new NotSupportedException("A map has no way back to the data.");
}
