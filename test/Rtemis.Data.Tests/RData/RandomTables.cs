namespace Rtemis.Data.Tests.RData;

/// <summary>Tables with a column of each type.</summary>
static class RandomTables
{
    public static Table Next(Random random, int rows)
    {
        T[] Cells<T>(Func<T> one) => [.. Enumerable.Range(0, rows).Select(_ => one())];
        BitView? Validity() => random.Next(3) == 0 ? null : BitView.Pack(rows, _ => random.Next(4) > 0);
        return new Table(
        [
            new DoubleColumn("x", Cells(() => random.Next(6) == 0 ? double.NaN : random.NextDouble()), Validity()),
            new IntegerColumn("n ü", Cells(() => random.Next(-100, 100)), Validity()),
            new LogicalColumn("b", BitView.Pack(rows, _ => random.Next(2) == 0), Validity()),
            new FactorColumn("f", Cells(() => random.Next(-1, 3)), ["low", "", "höher"]),
            new DateColumn("d", Cells(() => random.Next(-100_000, 100_000)), Validity()),
            new DateTimeColumn("t", Cells(() => random.Next(-1_000_000, 1_000_000) / 4.0), Validity(), random.Next(2) == 0 ? "Europe/Berlin" : "UTC"),
            new TextColumn("s", Cells(() => random.Next(3) == 0 ? null : $"t{random.Next(5)}é")),
        ], rows);
    }
}
