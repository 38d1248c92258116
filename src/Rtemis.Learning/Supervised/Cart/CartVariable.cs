using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Cart;

/// <summary>A feature as the tree knows it: its name and, for a factor, the levels that the splits are about.</summary>
[MemoryPackable]
sealed partial record CartVariable(string Name, IReadOnlyList<string>? Levels)
{
    public static CartVariable Of(Column column) => new(column.Name, (column as FactorColumn)?.Levels);

    [MemoryPackIgnore]
    public bool IsFactor => Levels is not null;

    /// <summary>
    /// One number a case: the value, or for a factor the position of its level here; NaN where missing or where the level is unknown.
    /// </summary>
    public ReadOnlyMemory<double> Encode(Column column)
    {
        if (Levels is null) return NumericColumn.Numbers(column);
        if (column is not FactorColumn factor) throw new InvalidOperationException($"Column '{column.Name}' is not a factor.");
        var positions = new double[factor.Levels.Count];
        var known = new Dictionary<string, int>(Levels.Count);
        for (var i = 0; i < Levels.Count; i++) known.TryAdd(Levels[i], i);
        for (var i = 0; i < positions.Length; i++)
            positions[i] = known.TryGetValue(factor.Levels[i], out var position) ? position : double.NaN;

        var values = new double[factor.Length];
        var codes = factor.Codes.Span;
        for (var i = 0; i < values.Length; i++) values[i] = codes[i] == FactorColumn.Missing ? double.NaN : positions[codes[i]];
        return values;
    }
}
