using Rtemis.Data;

namespace Rtemis.Load.Scenarios;

/// <summary>Tables of random numbers, the same each time.</summary>
static class SampleData
{
    const int CellBytes = sizeof(double);

    /// <summary>An Arrow stream of a table of ten columns with about so many bytes.</summary>
    public static byte[] OfBytes(int bytes) => Arrow(Random(bytes / CellBytes / 10, 10));

    /// <summary>Numbers between 0 and 1; the last column, <c>y</c>, is nearly a sum of the others.</summary>
    public static Table Random(int rows, int columns)
    {
        var random = new Random(1);
        var cells = Enumerable.Range(0, columns).Select(_ => new double[rows]).ToArray();
        foreach (var column in cells.AsSpan(0, columns - 1))
            for (var i = 0; i < rows; i++) column[i] = random.NextDouble();
        for (var i = 0; i < rows; i++) cells[^1][i] = cells[..^1].Sum(c => c[i]) + 0.1 * random.NextDouble();
        return new Table([.. cells.Select((c, j) => new DoubleColumn(j == columns - 1 ? "y" : $"x{j}", c))], rows);
    }

    public static byte[] Arrow(Table table)
    {
        using var stream = new MemoryStream();
        ArrowStreamWriter.Write(table, stream);
        return stream.ToArray();
    }
}
