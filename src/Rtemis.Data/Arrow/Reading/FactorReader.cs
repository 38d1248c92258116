using System.Numerics;
using System.Runtime.InteropServices;

namespace Rtemis.Data.Arrow;

/// <summary>Makes factors, of text and of positions in a dictionary.</summary>
static class FactorReader
{
    /// <summary>Text: the distinct values that are present become the levels, in the given order.</summary>
    public static FactorColumn FromText(ColumnChunks chunks, TextLayout layout, IComparer<string> order, ReadBudget budget)
    {
        var name = chunks.Field.Name;
        var seen = new LevelSet(budget);
        var codes = new int[chunks.Rows];
        var next = 0;
        var missing = 0;
        foreach (var chunk in chunks.All)
        {
            var rows = new TextRows(name, layout, chunk, budget);
            for (var i = 0; i < chunk.Rows; i++, next++)
            {
                var present = chunk.Validity is not { } bits || bits[i];
                codes[next] = present ? seen.CodeOf(rows[i], name) : FactorColumn.Missing;
                if (!present) missing++;
            }
        }

        var levels = seen.Levels.ToArray();
        var appearance = Enumerable.Range(0, levels.Length).ToArray();
        Array.Sort(levels, appearance, new TotalOrder(order));
        var sorted = new int[levels.Length];
        for (var i = 0; i < appearance.Length; i++) sorted[appearance[i]] = i;
        foreach (ref var code in codes.AsSpan())
            if (code != FactorColumn.Missing) code = sorted[code];
        return FactorColumn.FromChecked(name, codes, levels, missing);
    }

    /// <summary>Positions in a dictionary, whose levels keep their order whether they occur or not.</summary>
    public static FactorColumn FromPositions(ColumnChunks chunks, ArrowType.Int index, IReadOnlyList<string> levels)
    {
        if (index is { Bits: 32, Signed: true } && chunks.All is [{ Validity: null, Dictionary.AreIdentity: true } only])
        {
            CheckPositions(chunks.Field.Name, MemoryMarshal.Cast<byte, int>(only.Values.Span), only.Dictionary.Codes.Length);
            return FactorColumn.FromChecked(chunks.Field.Name, chunks.Cells<int>(), levels, missing: 0);
        }
        return (index.Bits, index.Signed) switch
        {
            (8, true) => FromPositions<sbyte>(chunks, levels),
            (8, false) => FromPositions<byte>(chunks, levels),
            (16, true) => FromPositions<short>(chunks, levels),
            (16, false) => FromPositions<ushort>(chunks, levels),
            (32, true) => FromPositions<int>(chunks, levels),
            (32, false) => FromPositions<uint>(chunks, levels),
            (64, true) => FromPositions<long>(chunks, levels),
            _ => FromPositions<ulong>(chunks, levels),
        };
    }

    static FactorColumn FromPositions<T>(ColumnChunks chunks, IReadOnlyList<string> levels) where T : unmanaged, IBinaryInteger<T>
    {
        var codes = new int[chunks.Rows];
        var next = 0;
        var missing = 0;
        foreach (var chunk in chunks.All)
        {
            var positions = MemoryMarshal.Cast<byte, T>(chunk.Values.Span);
            var meanings = chunk.Dictionary.Codes.Span;
            for (var i = 0; i < positions.Length; i++, next++)
            {
                var code = FactorColumn.Missing;
                if (chunk.Validity is not { } bits || bits[i])
                {
                    // Saturating keeps what does not fit out of range.
                    var position = long.CreateSaturating(positions[i]);
                    if ((ulong)position >= (ulong)meanings.Length) RefusePosition(chunks.Field.Name, position, meanings.Length);
                    code = meanings[(int)position];
                }
                codes[next] = code;
                if (code == FactorColumn.Missing) missing++;
            }
        }
        return FactorColumn.FromChecked(chunks.Field.Name, codes, levels, missing);
    }

    static void CheckPositions(string column, ReadOnlySpan<int> positions, int count)
    {
        foreach (var position in positions)
            if ((uint)position >= (uint)count) RefusePosition(column, position, count);
    }

    static void RefusePosition(string column, long position, int count) =>
        Throw.Column(column, $"it refers to position {position} of a dictionary of {count}.");

    // Texts that an order holds equal are distinct levels still: the same input must give the same levels.
    sealed class TotalOrder(IComparer<string> order) : IComparer<string>
    {
        public int Compare(string? x, string? y) => order.Compare(x!, y!) is var sign and not 0 ? sign : string.CompareOrdinal(x, y);
    }
}
