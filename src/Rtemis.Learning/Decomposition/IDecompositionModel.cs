using Rtemis.Learning.Data;

namespace Rtemis.Learning.Decomposition;

/// <summary>Components that were learned from data. Immutable.</summary>
public interface IDecompositionModel
{
    /// <summary>The components' names, e.g. <c>PC1</c>.</summary>
    IReadOnlyList<string> ComponentNames { get; }

    /// <summary>The training cases in the components: one row a case, one column a component.</summary>
    Matrix Scores { get; }

    /// <summary>The share of each variable in each component, or null where the algorithm has none.</summary>
    Loadings? Loadings { get; }

    /// <summary>What takes new cases to the components, or null where the algorithm can't.</summary>
    IProjection? Projection { get; }

    /// <summary>Whether there is a way back from the components to the data.</summary>
    bool Invertible { get; }

    /// <summary>Some training cases as the components give them back, in original units.</summary>
    /// <param name="first">The first case, 0-based.</param>
    /// <param name="cases">Takes as many cases as it has rows; columns as in training. What it holds is overwritten.</param>
    /// <exception cref="NotSupportedException">The algorithm has no way back.</exception>
    void Reconstruct(int first, Matrix cases);
}
