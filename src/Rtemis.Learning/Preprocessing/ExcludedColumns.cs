using Rtemis.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Preprocessing;

/// <summary>Features that no step is to touch.</summary>
static class ExcludedColumns
{
    /// <summary>Divides features into those to work on and those to leave, in the order in which they are named.</summary>
    /// <param name="columns">The features.</param>
    /// <param name="positions">Positions counted from 1, or null.</param>
    /// <param name="context">The run; it is told of positions that no feature has.</param>
    /// <exception cref="LearningException">None is left to work on.</exception>
    public static (IReadOnlyList<Column> Worked, IReadOnlyList<Column> Excluded) TakeOut(
        IReadOnlyList<Column> columns, IReadOnlyList<int>? positions, RunContext context)
    {
        if (positions is null) return (columns, []);
        var absent = positions.Where(p => p > columns.Count).ToList();
        if (absent.Count > 0) context.Say($"! `exclude` names positions that no feature has: {string.Join(", ", absent)}.", level: TextLevel.Warn);
        List<Column> excluded = [.. positions.Where(p => p <= columns.Count).Distinct().Select(p => columns[p - 1])];
        return (ColumnRemoval.Without(columns, "exclude", excluded.Contains), excluded);
    }

    /// <summary>Puts them behind what was worked on.</summary>
    /// <exception cref="LearningException">A step made a column of the same name.</exception>
    public static IReadOnlyList<Column> PutBack(IReadOnlyList<Column> worked, IReadOnlyList<Column> excluded)
    {
        var names = excluded.Select(c => c.Name).ToHashSet();
        var twice = worked.Select(c => c.Name).Where(names.Contains).Distinct().ToList();
        if (twice.Count == 0) return [.. worked, .. excluded];
        var (column, one, which) = twice.Count == 1 ? ("a column", "one", "column") : ("columns", "ones", "columns");
        throw new LearningException(
            "rtemis_value_error",
            $"Preprocessing created {column} named after excluded {one}: {string.Join(", ", twice)}.\n" +
            $"Rename the excluded {which} before calling preprocess().");
    }
}
