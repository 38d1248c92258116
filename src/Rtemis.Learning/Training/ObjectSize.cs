using System.Globalization;
using System.Text;
using Rtemis.Data;

namespace Rtemis.Learning.Training;

/// <summary>
/// The memory that R would need for a table, which one of rtemis's sentences tells. Source: the sizes of R's vectors and nodes on 64-bit systems,
/// as the documentation of <c>object.size</c> and "R Internals" give them.
/// </summary>
static class ObjectSize
{
    const long Header = 48;
    const long Node = 56;
    const long Pointer = 8;

    /// <summary>A table's size in R's words, e.g. <c>5.9 kB</c>.</summary>
    public static string Text(IReadOnlyList<Column> columns)
    {
        double size = Bytes(columns);
        string[] units = ["bytes", "kB", "MB", "GB", "TB"];
        var unit = 0;
        for (; size >= 1000 && unit < units.Length - 1; unit++) size /= 1000;
        return $"{Math.Round(size, 1).ToString(CultureInfo.InvariantCulture)} {units[unit]}";
    }

    static long Bytes(IReadOnlyList<Column> columns)
    {
        var names = Strings([.. columns.Select(c => c.Name)]);
        // data.table's reference to itself: two external pointers, the outer one tagged with the names.
        var selfReference = 2 * (Node + Pointer) + names;
        var attributes = names + Vector(2, 4) + Strings(["data.table", "data.frame"]) + selfReference + Attributes(4);
        return columns.Sum(ColumnBytes) + Vector(columns.Count, Pointer) + attributes;
    }

    static long ColumnBytes(Column column) => column switch
    {
        FactorColumn factor => Vector(factor.Length, 4) + Strings(factor.Levels) + Strings(["factor"]) + Attributes(2),
        IntegerColumn or LogicalColumn => Vector(column.Length, 4),
        _ => Vector(column.Length, 8),
    };

    // Each attribute is a list node and its name's symbol.
    static long Attributes(int count) => count * 2 * Node;

    static long Strings(IReadOnlyList<string> values) =>
        Vector(values.Count, Pointer) + values.Distinct().Sum(v => Vector(Encoding.UTF8.GetByteCount(v) + 1, 1));

    static long Vector(long length, long width)
    {
        var data = length * width;
        // Small vectors come from pools of these sizes.
        foreach (var pool in (ReadOnlySpan<long>)[0, 8, 16, 32, 48, 64, 128])
            if (data <= pool) return Header + pool;
        return Header + (data + 7) / 8 * 8;
    }
}
