using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

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

    /// <summary>The training data as the components give it back, or null where there is no way back. Columns as in training, original units.</summary>
    Matrix? Reconstruct(RunContext context);
}
