using System.Globalization;

namespace Rtemis.Faults.Tests;

/// <summary>
/// How much the tests do: a little, as they should with every change, or, with <c>RTEMIS_FAULTS=long</c>, as much as it takes to trust the server for a night.
/// </summary>
static class Extent
{
    /// <summary>Whether much is done.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("RTEMIS_FAULTS") == "long";

    /// <summary>The seed of what is random; another one with <c>RTEMIS_FAULTS_SEED</c>.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("RTEMIS_FAULTS_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 1;

    /// <summary>A number of things to do.</summary>
    public static int Of(int little, int much) => IsLong ? much : little;
}
