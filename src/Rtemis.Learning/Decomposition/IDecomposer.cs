using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition;

/// <summary>A decomposition algorithm with its options, immutable.</summary>
public interface IDecomposer
{
    /// <summary>rtemis's name, e.g. <c>PCA</c>.</summary>
    string Algorithm { get; }

    /// <summary>Learns the components.</summary>
    /// <exception cref="LearningException">The algorithm can't use this data.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    IDecompositionModel Fit(NumericFrame data, RunContext context);
}
