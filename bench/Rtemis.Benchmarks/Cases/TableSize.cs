namespace Rtemis.Benchmarks.Cases;

/// <summary>The size of a table of cases by features.</summary>
sealed record TableSize(int Rows, int Features)
{
    public static TableSize WarmUp { get; } = new(1_000, 10);

    public static TableSize Small { get; } = new(10_000, 50);

    public static TableSize Large { get; } = new(100_000, 80);

    public override string ToString() => FormattableString.Invariant($"{Rows:N0} x {Features}");
}
