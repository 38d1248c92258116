using Rtemis.Data;

namespace Rtemis.Learning.Training;

/// <summary>Finds the features of a model among others, by name. Preprocessing new data may give other columns than the training data did.</summary>
static class FeatureMatch
{
    /// <summary>Columns of the names, order and types of the known ones.</summary>
    /// <exception cref="LearningException">There is none of a name, or some have other types; in R's words.</exception>
    public static IReadOnlyList<Column> Of(IReadOnlyList<Column> known, IReadOnlyList<Column> columns)
    {
        var found = known.Select(k => columns.FirstOrDefault(c => c.Name == k.Name)
            ?? throw new LearningException("simpleError", $"object '{k.Name}' not found")).ToList();
        List<(Column Known, Column Found)> strange = [.. known.Zip(found).Where(p => p.First is FactorColumn != p.Second is FactorColumn)];
        if (strange is [var only])
        {
            throw new LearningException(
                "simpleError", $"variable '{only.Known.Name}' was fitted with type \"{Type(only.Known)}\" but type \"{Type(only.Found)}\" was supplied");
        }
        if (strange.Count > 0)
        {
            var names = string.Join(", ", strange.Select(s => $"'{s.Known.Name}'"));
            throw new LearningException("simpleError", $"variables {names} were specified with different types from the fit");
        }
        return found;
    }

    static string Type(Column column) => column is FactorColumn ? "factor" : "numeric";
}
