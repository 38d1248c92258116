using System.Globalization;

namespace Rtemis.Learning.Decomposition;

/// <summary>Names that are a word and a number from 1 on.</summary>
static class ComponentNaming
{
    public static string[] Numbered(string prefix, int count) =>
        [.. Enumerable.Range(1, count).Select(c => string.Create(CultureInfo.InvariantCulture, $"{prefix}{c}"))];
}
