using Rtemis.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Data;

/// <summary>Tables that decompositions and clusterings work on, in rtemis's words.</summary>
public static class NumericInput
{
    /// <summary>The columns that a decomposition is restricted to.</summary>
    /// <exception cref="LearningException">One is absent or not numeric.</exception>
    public static Table Restrict(Table data, IReadOnlyList<string> features)
    {
        var absent = features.Where(f => data.Find(f) is not { } column || !NumericColumn.IsNumeric(column)).ToList();
        if (absent.Count > 0)
        {
            throw new LearningException(
                "rtemis_value_error", $"`features` must name numeric training features; not found: {string.Join(", ", absent)}.");
        }
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
}
