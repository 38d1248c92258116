namespace Rtemis.Data;

/// <summary>How often a level occurs.</summary>
/// <param name="Level">The level.</param>
/// <param name="Count">Its cells, at least 1.</param>
public readonly record struct LevelCount(string Level, int Count);
