using System.Globalization;

namespace Rtemis.Learning.Decomposition;

/// <summary>Names of components.</summary>
static class ComponentLabels
{
    /// <summary>The prefix with the numbers from 1 on.</summary>
    public static string[] Numbered(string prefix, int count) =>
        [.. Enumerable.Range(1, count).Select(c => string.Create(CultureInfo.InvariantCulture, $"{prefix}{c}"))];
}
