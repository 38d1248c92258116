using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>A forest and what is known of it.</summary>
/// <param name="Trees">The trees.</param>
/// <param name="Importance">The importance of each feature.</param>
sealed record GrownForest(ForestTree[] Trees, double[] Importance)
{
    /// <summary>The mean squared error for the rows outside the samples, or null where it was not asked for.</summary>
    public double? OutOfBagError { get; init; }

    /// <summary>The importance for each row (down) and feature (across), or null where it is not kept.</summary>
    public Matrix? LocalImportance { get; init; }

    /// <summary>For each tree how often each row is in its sample; empty where it is not kept.</summary>
    public int[][] Samples { get; init; } = [];
}
