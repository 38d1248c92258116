using Rtemis.Data;

namespace Rtemis.Engines.Native.Tables;

/// <summary>Columns of result tables from what results hold.</summary>
static class Cells
{
    /// <summary>No columns: a slice with nothing to show.</summary>
    public static ResultTable Nothing { get; } = new(new Table([], 0));

    /// <summary>A column of texts.</summary>
    public static Column Text(string name, IEnumerable<string?> values) => new TextColumn(name, values.ToArray());

    /// <summary>A column of few texts, each for a run of rows.</summary>
    public static FactorColumn Runs(string name, IReadOnlyList<(string Text, int Rows)> runs)
    {
        List<string> levels = [.. runs.Select(r => r.Text).Distinct()];
        var codes = new int[runs.Sum(r => r.Rows)];
        var at = 0;
        foreach (var (text, rows) in runs)
        {
            codes.AsSpan(at, rows).Fill(levels.IndexOf(text));
            at += rows;
        }
        return new FactorColumn(name, codes, levels);
    }

    /// <summary>The parts of one column, one below the other: numbers, or factors of the same levels.</summary>
    public static Column Stack(string name, IReadOnlyList<Column> parts) => parts[0] switch
    {
        FactorColumn first => new FactorColumn(name, Join(parts.Cast<FactorColumn>().Select(p => p.Codes)), first.Levels),
        IntegerColumn => new IntegerColumn(name, Join(parts.Cast<IntegerColumn>().Select(p => p.Values))),
        _ => new DoubleColumn(name, Join(parts.Cast<DoubleColumn>().Select(p => p.Values))),
    };

    /// <summary>Parts of an array, one after the other.</summary>
    public static T[] Join<T>(IEnumerable<ReadOnlyMemory<T>> parts)
    {
        var all = parts.ToList();
        var joined = new T[all.Sum(p => p.Length)];
        var at = 0;
        foreach (var part in all)
        {
            part.CopyTo(joined.AsMemory(at));
            at += part.Length;
        }
        return joined;
    }
}
