namespace Rtemis.Benchmarks.Cases;

/// <summary>Standard normal numbers.</summary>
static class NormalDraws
{
    /// <summary>The next one, by Box and Muller's transform.</summary>
    public static double NextNormal(this System.Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
