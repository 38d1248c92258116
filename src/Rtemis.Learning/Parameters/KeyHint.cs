namespace Rtemis.Learning.Parameters;

/// <summary>Words the refusal of unknown keys, with the nearest known name as a hint.</summary>
public static class KeyHint
{
    // Whoever sends more of them has sent something else, and each costs a search.
    const int MostShown = 20;

    /// <summary><c>Unknown CART hyperparameter key: `dept` (did you mean `depth`?).</c></summary>
    /// <param name="owner">What the keys belong to, e.g. <c>CART hyperparameter</c>.</param>
    /// <param name="unknown">The keys that were not known; at least one.</param>
    /// <param name="known">All names that are.</param>
    public static string Unknown(string owner, IReadOnlyList<string> unknown, IReadOnlyList<string> known)
    {
        var shown = unknown.Take(MostShown).Select(key => Nearest(key, known) is { } name ? $"`{key}` (did you mean `{name}`?)" : $"`{key}`");
        var more = unknown.Count > MostShown ? $" and {unknown.Count - MostShown} more" : "";
        return $"Unknown {owner} key{(unknown.Count == 1 ? "" : "s")}: {string.Join(", ", shown)}{more}.";
    }

    /// <summary>
    /// The shortest name that starts with the key or that the key starts with; else the closest by case-insensitive edit distance, if it is at
    /// most a third of the key's length (at least 1); else null.
    /// </summary>
    public static string? Nearest(string key, IReadOnlyList<string> known)
    {
        if (key.Length == 0) return null;
        var prefix = known.Where(n => n.StartsWith(key, StringComparison.Ordinal) || key.StartsWith(n, StringComparison.Ordinal)).MinBy(n => n.Length);
        if (prefix is not null) return prefix;
        // A longer key is nobody's slip of the pen, and the distance costs the product of the lengths.
        if (key.Length > 100) return null;
        var closest = known.Select(n => (Name: n, Distance: Distance(key.ToUpperInvariant(), n.ToUpperInvariant()))).OrderBy(n => n.Distance).FirstOrDefault();
        return closest.Name is not null && closest.Distance <= Math.Max(1, key.Length / 3) ? closest.Name : null;
    }

    // Levenshtein's distance, one row at a time.
    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
