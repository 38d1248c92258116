using Rtemis.Data;
using Rtemis.Learning;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

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
        if (absent.Count > 0) throw Refused($"Features not in dataset: {string.Join(", ", absent)}.");
        return data.WithColumns(columns.Select(c => data.Find(c)!));
    }

    /// <summary>The columns that a decomposition is restricted to by its options.</summary>
    /// <exception cref="LearningException">One is absent or not numeric.</exception>
    public static Table Restrict(Table data, IReadOnlyList<string>? features)
    {
        if (features is null) return data;
        var absent = features.Where(f => data.Find(f) is not { } column || !NumericColumn.IsNumeric(column)).ToList();
        if (absent.Count > 0) throw Refused($"`features` must name numeric training features; not found: {string.Join(", ", absent)}.");
        return data.WithColumns(features.Select(f => data.Find(f)!));
    }

    /// <summary>Says what goes in.</summary>
    public static void Announce(Table data, RunContext context) =>
        context.Say($"Input: {data.Rows} cases x {data.Columns.Count} features.", "summarize_unsupervised");

    /// <summary>The table as numbers.</summary>
    /// <exception cref="LearningException">It can't be worked on; the condition has been told.</exception>
    public static NumericFrame Check(Table data, RunContext context)
    {
        try
        {
            return NumericFrame.From(data);
        }
        catch (LearningException refused)
        {
            context.Say($"✖ {refused.Condition}", "check_unsupervised_data");
            throw;
        }
    }

    static LearningException Refused(string message) => new("rtemis_value_error", message);
}
