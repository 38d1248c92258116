using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Training;

/// <summary>Takes the column of case weights out of a table.</summary>
static class CaseWeights
{
    /// <summary>The table without the column, and the column's numbers.</summary>
    /// <exception cref="LearningException">There is no such column, it is the outcome, or it holds no weights.</exception>
    public static (Table Table, ReadOnlyMemory<double> Weights) Take(Table table, string name)
    {
        if (table.Find(name) is not { } column)
        {
            var names = string.Join(", ", table.Columns.Select(c => c.Name));
            throw Refused($"`weights` names column '{name}', which the training data does not have. Columns: {names}.");
        }
        if (ReferenceEquals(column, table.Columns[^1])) throw Refused($"`weights` names column '{name}', which is the outcome (the last column).");
        if (!NumericColumn.IsNumeric(column))
            throw new LearningException("rtemis_type_error", $"Weights column '{name}' must be numeric, not {ColumnClass.Of(column)}.");
        var weights = NumericColumn.Numbers(column);
        foreach (var weight in weights.Span)
            if (!(weight >= 0)) throw Refused($"Weights column '{name}' must not hold missing or negative values.");
        return (table.WithColumns(table.Columns.Where(c => !ReferenceEquals(c, column))), weights);
    }

    static LearningException Refused(string message) => new("rtemis_value_error", message);
}
