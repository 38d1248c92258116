using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Preprocessing;

/// <summary>Removes features.</summary>
static class ColumnRemoval
{
    /// <summary>Those of the given names; names that no feature has are passed over.</summary>
    /// <exception cref="LearningException">None is left.</exception>
    public static IReadOnlyList<Column> Named(IReadOnlyList<Column> columns, IReadOnlyList<string> names) =>
        Without(columns, "remove_features", c => names.Contains(c.Name));

    /// <summary>Those with one value.</summary>
    /// <param name="columns">The features.</param>
    /// <param name="skipMissing">Whether missing values don't count; else a feature that misses any is kept.</param>
    /// <exception cref="LearningException">None is left.</exception>
    public static IReadOnlyList<Column> Constants(IReadOnlyList<Column> columns, bool skipMissing) =>
        Without(columns, "remove_constants", c => (skipMissing || !MissingCells.Any(c)) && IsConstant(c));

    /// <summary>Those that miss at least a share of their values.</summary>
    /// <exception cref="LearningException">None is left.</exception>
    public static IReadOnlyList<Column> Missing(IReadOnlyList<Column> columns, double share) =>
        columns.Any(MissingCells.Any)
            ? Without(columns, "remove_features_thres", c => (double)MissingCells.Of(c).Count(m => m) / c.Length >= share)
            : columns;

    /// <summary>Those that <paramref name="removed"/> picks, for a step of that name.</summary>
    /// <exception cref="LearningException">None is left.</exception>
    public static IReadOnlyList<Column> Without(IReadOnlyList<Column> columns, string step, Func<Column, bool> removed)
    {
        List<Column> kept = [.. columns.Where(c => !removed(c))];
        return kept.Count > 0 ? kept : throw new LearningException("rtemis_value_error", $"`{step}` left no columns to preprocess.");
    }

    static bool IsConstant(Column column)
    {
        var present = Present(column);
        return present.Length == 0 || !present.AsSpan().ContainsAnyExcept(present[0]);
    }

    static double[] Present(Column column) => column is FactorColumn factor
        ? [.. factor.Codes.ToArray().Where(c => c != FactorColumn.Missing).Select(c => (double)c)]
        : [.. NumericColumn.Numbers(column).ToArray().Where(v => !double.IsNaN(v))];
}
