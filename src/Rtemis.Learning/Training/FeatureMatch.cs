using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Training;

/// <summary>Finds the features of a model among others, by name. Preprocessing new data may give other columns than the training data did.</summary>
static class FeatureMatch
{
    /// <summary>Columns of the names, order and types of the known ones.</summary>
    /// <exception cref="LearningException">There is none of a name, or some have other types; in R's words.</exception>
    public static IReadOnlyList<Column> Of(IReadOnlyList<ModelFeature> known, IReadOnlyList<Column> columns)
    {
        var found = known.Select(k => columns.FirstOrDefault(c => c.Name == k.Name)
            ?? throw new LearningException("simpleError", $"object '{k.Name}' not found")).ToList();
        List<(ModelFeature Known, Column Found)> strange = [.. known.Zip(found).Where(p => !Fits(p.First, p.Second))];
        if (strange is [var only])
        {
            throw new LearningException(
                "simpleError",
                $"variable '{only.Known.Name}' was fitted with type \"{(only.Known.IsFactor ? "factor" : "numeric")}\" but type " +
                $"\"{ColumnClass.Of(only.Found)}\" was supplied");
        }
        if (strange.Count > 0)
        {
            var names = string.Join(", ", strange.Select(s => $"'{s.Known.Name}'"));
            throw new LearningException("simpleError", $"variables {names} were specified with different types from the fit");
        }
        return found;
    }

    static bool Fits(ModelFeature known, Column column) => known.IsFactor ? column is FactorColumn : NumericColumn.IsNumeric(column);
}
