namespace Rtemis.Data;

/// <summary>Numbers; all three are null when no cell is present.</summary>
/// <param name="Min">The least.</param>
/// <param name="Max">The greatest.</param>
/// <param name="Mean">Their mean.</param>
public sealed record NumberSummary(double? Min, double? Max, double? Mean) : ColumnSummary;
