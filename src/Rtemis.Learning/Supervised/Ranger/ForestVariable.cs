using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Ranger;

/// <summary>A feature as the forest knows it: its name and, for a factor, the levels in the order of their numbers.</summary>
[MemoryPackable]
sealed partial record ForestVariable(string Name, string[]? Levels)
{
    /// <summary>
    /// One number a case: the value, or for a factor that of its level, from 1 on. A level that is not known counts as one behind all others, as in R.
    /// </summary>
    public ReadOnlyMemory<double> Encode(Column column)
    {
        if (Levels is null) return NumericColumn.Numbers(column);
        if (column is not FactorColumn factor) throw new InvalidOperationException($"Column '{column.Name}' is not a factor.");
        var known = new Dictionary<string, int>(Levels.Length);
        for (var i = 0; i < Levels.Length; i++) known.TryAdd(Levels[i], i);
        double[] numbers = [.. factor.Levels.Select(level => 1.0 + known.GetValueOrDefault(level, Levels.Length))];
        return Array.ConvertAll(factor.Codes.ToArray(), code => numbers[code]);
    }
}
