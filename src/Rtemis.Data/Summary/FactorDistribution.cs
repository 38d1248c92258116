namespace Rtemis.Data;

/// <summary>Categories.</summary>
/// <param name="Levels">The most frequent levels, at most 24, the most frequent first and ties in level order; each occurs.</param>
/// <param name="Other">How many present cells are of other levels.</param>
public sealed record FactorDistribution(IReadOnlyList<LevelCount> Levels, int Other) : ColumnDistribution;
