using System.Globalization;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Preprocessing;

/// <summary>Numbers as factors, with R's names of the levels.</summary>
static class NumberFactor
{
    /// <summary>A level for each number that occurs, in their order.</summary>
    public static FactorColumn Of(Column column)
    {
        var numbers = NumericColumn.Numbers(column).Span;
        var distinct = Distinct(numbers, int.MaxValue).Where(v => !double.IsNaN(v)).Order().ToList();
        var levels = distinct.Select(v => Name(column, v)).Distinct().ToList();
        var positions = Positions(levels);
        // Numbers that differ only beyond what their names show share a level.
        var codes = distinct.ToDictionary(v => v, v => positions[Name(column, v)]);
        var coded = new int[numbers.Length];
        for (var i = 0; i < coded.Length; i++) coded[i] = double.IsNaN(numbers[i]) ? FactorColumn.Missing : codes[numbers[i]];
        return new FactorColumn(column.Name, coded, levels);
    }

    /// <summary>The given levels; a number with another name is missing.</summary>
    public static FactorColumn Of(Column column, IReadOnlyList<string> levels)
    {
        var numbers = NumericColumn.Numbers(column).Span;
        var positions = Positions(levels);
        var coded = new int[numbers.Length];
        for (var i = 0; i < coded.Length; i++)
            coded[i] = double.IsNaN(numbers[i]) ? FactorColumn.Missing : positions.GetValueOrDefault(Name(column, numbers[i]), FactorColumn.Missing);
        return new FactorColumn(column.Name, coded, levels);
    }

    /// <summary>Whether there are at most so many distinct values; a missing one counts as one.</summary>
    public static bool HasAtMost(Column column, int most) => Distinct(NumericColumn.Numbers(column).Span, most).Count <= most;

    // Enough is known with one more than asked for.
    static HashSet<double> Distinct(ReadOnlySpan<double> numbers, int most)
    {
        var seen = new HashSet<double>();
        foreach (var number in numbers)
            if (seen.Add(number) && seen.Count > most) break;
        return seen;
    }

    static string Name(Column column, double value) =>
        column is IntegerColumn ? value.ToString("F0", CultureInfo.InvariantCulture) : NumberText.Of(value);

    static Dictionary<string, int> Positions(IReadOnlyList<string> levels) => levels.Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i);
}
