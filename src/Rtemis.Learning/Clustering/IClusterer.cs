using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Clustering;

/// <summary>A clustering algorithm with its options, immutable.</summary>
public interface IClusterer
{
    /// <summary>rtemis's name, e.g. <c>KMeans</c>.</summary>
    string Algorithm { get; }

    /// <summary>The configured number of clusters, or null where the algorithm finds it.</summary>
    int? K { get; }

    /// <summary>Groups the cases.</summary>
    /// <exception cref="LearningException">The algorithm can't use this data.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    ClusterAssignment Fit(NumericFrame data, RunContext context);
}
