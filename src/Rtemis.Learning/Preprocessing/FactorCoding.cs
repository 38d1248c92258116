using Rtemis.Data;

namespace Rtemis.Learning.Preprocessing;

/// <summary>Factors as numbers, by levels that may be those of other data.</summary>
static class FactorCoding
{
    /// <summary>The factor with its missing values in a level of their own, the last; as it is where it misses none.</summary>
    /// <exception cref="LearningException">It has that level already.</exception>
    public static FactorColumn NameMissing(FactorColumn factor, string level)
    {
        if (factor.MissingCount == 0) return factor;
        if (factor.Levels.Contains(level)) throw new LearningException("simpleError", $"factor level [{factor.Levels.Count + 1}] is duplicated");
        return new FactorColumn(
            factor.Name, Array.ConvertAll(factor.Codes.ToArray(), c => c == FactorColumn.Missing ? factor.Levels.Count : c), [.. factor.Levels, level]);
    }

    /// <summary>The positions of the levels, counted from <paramref name="start"/>; one more than the last for a level that is none of them.</summary>
    public static IntegerColumn ToIntegers(FactorColumn factor, IReadOnlyList<string> levels, int start)
    {
        var positions = Positions(factor, levels);
        var codes = Array.ConvertAll(factor.Codes.ToArray(), c => c == FactorColumn.Missing ? 0 : start + (positions[c] ?? levels.Count));
        return new IntegerColumn(factor.Name, codes, factor.MissingCount > 0 ? BitView.Pack(codes.Length, row => !factor.IsMissing(row)) : null);
    }

    /// <summary>A column a level, 1 where the case has it; all 0 where it has none of them.</summary>
    public static IReadOnlyList<Column> ToIndicators(FactorColumn factor, IReadOnlyList<string> levels)
    {
        var positions = Positions(factor, levels);
        var indicators = levels.Select(_ => new double[factor.Length]).ToArray();
        var codes = factor.Codes.Span;
        for (var i = 0; i < codes.Length; i++)
            if (codes[i] != FactorColumn.Missing && positions[codes[i]] is { } level) indicators[level][i] = 1;
        return [.. levels.Zip(indicators, (level, values) => new DoubleColumn($"{factor.Name}_{level}", values))];
    }

    // Where each of the factor's own levels is among the given ones.
    static int?[] Positions(FactorColumn factor, IReadOnlyList<string> levels)
    {
        var known = new Dictionary<string, int>(levels.Count);
        for (var i = 0; i < levels.Count; i++) known.TryAdd(levels[i], i);
        return [.. factor.Levels.Select(l => known.TryGetValue(l, out var position) ? position : (int?)null)];
    }
}
