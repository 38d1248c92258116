namespace Rtemis.Learning.Supervised.Boosting.Parameters;

/// <summary>Reads sets of features as LightGBM writes them: <c>[0,1,2],[2,3]</c>.</summary>
static class InteractionSets
{
    /// <summary>The sets; null where the text is none.</summary>
    public static IReadOnlyList<IReadOnlyList<int>>? Parse(string text)
    {
        var sets = new List<IReadOnlyList<int>>();
        var rest = text.Replace(" ", "", StringComparison.Ordinal);
        while (rest.Length > 0)
        {
            var end = rest.IndexOf(']');
            if (rest[0] != '[' || end < 0) return null;
            var set = new List<int>();
            foreach (var part in rest[1..end].Split(','))
            {
                if (!int.TryParse(part, out var feature)) return null;
                set.Add(feature);
            }
            sets.Add(set);
            rest = rest[(end + 1)..];
            if (rest.Length > 1 && rest[0] == ',') rest = rest[1..];
            else if (rest.Length > 0) return null;
        }
        return sets;
    }
}
