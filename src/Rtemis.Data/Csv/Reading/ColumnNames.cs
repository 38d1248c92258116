using System.Globalization;

namespace Rtemis.Data.Csv;

/// <summary>
/// Names for columns out of a header, as the page makes them: surrounding blanks go, empty ones become <c>X</c>, and repeated ones get <c>.1</c>,
/// <c>.2</c>, ... as R's <c>make.unique</c> has it.
/// </summary>
static class ColumnNames
{
    const string Unnamed = "X";

    public static string[] Of(IEnumerable<string> header)
    {
        string[] names = [.. header.Select(name => name.Trim() is { Length: > 0 } given ? given : Unnamed)];
        var taken = new HashSet<string>(names);
        var numbers = new Dictionary<string, int>();
        for (var i = 0; i < names.Length; i++)
            if (!numbers.TryAdd(names[i], 0)) names[i] = Numbered(names[i], taken, numbers);
        return names;
    }

    /// <summary>The names of columns that have no header.</summary>
    public static string[] Without(int columns) => [.. Enumerable.Range(1, columns).Select(i => string.Create(CultureInfo.InvariantCulture, $"V{i}"))];

    static string Numbered(string name, HashSet<string> taken, Dictionary<string, int> numbers)
    {
        while (true)
        {
            var candidate = string.Create(CultureInfo.InvariantCulture, $"{name}.{++numbers[name]}");
            if (taken.Add(candidate)) return candidate;
        }
    }
}
