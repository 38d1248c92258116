namespace Rtemis.Data;

/// <summary>Categories.</summary>
/// <param name="Top">The most frequent levels, at most three, the most frequent first and ties in level order; each occurs.</param>
public sealed record FactorSummary(IReadOnlyList<LevelCount> Top) : ColumnSummary;
