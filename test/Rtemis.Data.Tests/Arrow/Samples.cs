using System.Buffers;

namespace Rtemis.Data.Tests;

/// <summary>Tables of every type that is written, and their bytes.</summary>
static class Samples
{
    /// <summary>A table with one column of each type; <paramref name="rows"/> long, with missing cells here and there when asked for.</summary>
    public static Table Table(int rows, bool missing)
    {
        bool Present(int row, int step) => !missing || row % step != 1;
        BitView? Validity(int step) => missing ? BitView.Pack(rows, row => Present(row, step)) : null;
        var index = Enumerable.Range(0, rows).ToArray();
        return new Table(
        [
            new DoubleColumn("double", index.Select(i => i * 0.25 - 3).ToArray(), Validity(3)),
            new IntegerColumn("integer", index.Select(i => i - 5).ToArray(), Validity(4)),
            new LogicalColumn("logical", BitView.Pack(rows, i => i % 3 == 0), Validity(5)),
            new FactorColumn("factor", index.Select(i => Present(i, 7) ? i % 3 : FactorColumn.Missing).ToArray(), ["low", "", "höher"]),
            new DateColumn("date", index.Select(i => i * 400 - 1000).ToArray(), Validity(2)),
            new DateTimeColumn("time", index.Select(i => i * 1.5 - 7).ToArray(), Validity(6), "Europe/Berlin"),
        ], rows);
    }

    public static byte[] Bytes(Table table)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ArrowStreamWriter.Write(table, buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
