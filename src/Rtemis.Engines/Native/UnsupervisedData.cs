using Rtemis.Data;
using Rtemis.Learning;

namespace Rtemis.Engines.Native;

/// <summary>The columns that an unsupervised job works on.</summary>
static class UnsupervisedData
{
    /// <summary>The columns that a request takes, in its order; all where it takes none.</summary>
    /// <exception cref="LearningException">The data has no such column.</exception>
    public static Table Select(Table data, IReadOnlyList<string>? columns)
    {
        if (columns is null) return data;
        var absent = columns.Where(c => data.Find(c) is null).ToList();
        if (absent.Count > 0) throw new LearningException("rtemis_value_error", $"Features not in dataset: {string.Join(", ", absent)}.");
        return data.WithColumns(columns.Select(c => data.Find(c)!));
    }
}
