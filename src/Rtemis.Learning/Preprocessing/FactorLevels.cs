using Rtemis.Data;

namespace Rtemis.Learning.Preprocessing;

/// <summary>The levels that factors are coded by.</summary>
static class FactorLevels
{
    /// <summary>Each factor's levels: those that are given for it, or its own.</summary>
    public static IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Of(
        IReadOnlyList<Column> columns, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>>? given) =>
        [.. columns.OfType<FactorColumn>().Select(f => KeyValuePair.Create(f.Name, given?.FirstOrDefault(g => g.Key == f.Name).Value ?? f.Levels))];

    /// <summary>Puts new columns in the place of each factor.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="levels">The levels of each factor, in order.</param>
    /// <param name="code">Makes the new columns.</param>
    public static IReadOnlyList<Column> Map(
        IReadOnlyList<Column> columns, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> levels,
        Func<FactorColumn, IReadOnlyList<string>, IReadOnlyList<Column>> code)
    {
        var mapped = new List<Column>();
        var next = 0;
        foreach (var column in columns)
        {
            if (column is FactorColumn factor) mapped.AddRange(code(factor, levels[next++].Value));
            else mapped.Add(column);
        }
        return mapped;
    }
}
