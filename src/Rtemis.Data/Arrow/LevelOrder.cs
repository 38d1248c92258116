namespace Rtemis.Data;

/// <summary>The order in which text values become factor levels.</summary>
public static class LevelOrder
{
    /// <summary>The order used unless a caller names another.</summary>
    public static IComparer<string> Default { get; } = StringComparer.Ordinal;
}
