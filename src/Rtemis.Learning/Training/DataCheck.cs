using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Training;

/// <summary>Whether data can be learned from, in rtemis's order of checks and words.</summary>
static class DataCheck
{
    const string Stage = "check_supervised";

    /// <summary>Checks features and outcome and tells of it.</summary>
    /// <param name="data">The cases.</param>
    /// <param name="allowsMissing">Whether features may have missing values.</param>
    /// <param name="context">The run.</param>
    /// <exception cref="LearningException">They can't be learned from.</exception>
    public static void Run(SupervisedData data, bool allowsMissing, RunContext context)
    {
        context.Say("Checking data is ready for training...", level: TextLevel.Start);
        if (Problem(data, allowsMissing) is { } problem)
        {
            context.Say($"✖ {problem.Condition}", Stage);
            throw problem;
        }
        context.Say("done", Stage, TextLevel.Done);
    }

    static LearningException? Problem(SupervisedData data, bool allowsMissing)
    {
        if (data.Features.Count == 0)
            return new LearningException("rtemis_dim_error", "Data must contain at least 1 feature and 1 outcome column.");
        var others = data.Features.Where(f => !NumericColumn.IsNumeric(f) && f is not FactorColumn).Select(f => f.Name).ToList();
        if (others.Count > 0) return new LearningException("rtemis_data_error", $"Columns {string.Join(", ", others)} are not numeric or factor.");
        if (MissingCells.Any(data.Outcome))
            return new LearningException("rtemis_missing_data", "Training set outcome cannot contain any missing values.");
        if (!allowsMissing && data.Features.Any(MissingCells.Any))
            return new LearningException("rtemis_missing_data", "Data should not contain missing values.");
        if (!NumericColumn.IsNumeric(data.Outcome) && data.Outcome is not FactorColumn)
            return new LearningException("rtemis_outcome_error", $"Outcome must be integer, numeric, or factor; was {ColumnClass.Of(data.Outcome)}.");
        // rtemis fails later here, with R's "subscript out of bounds".
        if (data.Outcome is FactorColumn { Levels.Count: < 2 })
            return new LearningException("rtemis_outcome_error", "Outcome must have at least 2 levels.");
        return null;
    }
}
