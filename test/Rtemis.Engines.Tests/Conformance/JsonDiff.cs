using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rtemis.Engines.Tests.Conformance;

/// <summary>Every member of the recorded document must be in ours, with the same value; the recordings' numbers have four decimals.</summary>
static class JsonDiff
{
    const double Tolerance = 6e-5;

    // What belongs to a run or a machine and not to the result.
    static readonly HashSet<string> Ignored =
    [
        "hash", "seed", "n_workers", "n_workers_outer", "n_workers_tuning", "n_workers_algorithm", "execution_config", "provenance", "origin",
        "data_fingerprint",
    ];

    public static IEnumerable<string> Compare(JsonNode? mine, JsonNode? theirs, string at)
    {
        switch (theirs)
        {
            case JsonObject members:
                if (mine is not JsonObject own) return [$"{at}: {Show(mine)} instead of an object"];
                return members.Where(m => !Ignored.Contains(m.Key)).SelectMany(m => Compare(own[m.Key], m.Value, $"{at}.{m.Key}"));
            case JsonArray items:
                if (mine is not JsonArray list || list.Count != items.Count) return [$"{at}: {Show(mine)} instead of {items.Count} entries"];
                return items.SelectMany((item, i) => Compare(list[i], item, $"{at}[{i}]"));
            default:
                return Same(mine, theirs) ? [] : [$"{at}: {Show(mine)} instead of {Show(theirs)}"];
        }
    }

    /// <summary>The members in their order, at every level, where both have an object.</summary>
    public static IEnumerable<string> CompareOrder(JsonNode? mine, JsonNode? theirs, string at)
    {
        if (mine is JsonObject own && theirs is JsonObject members)
        {
            var keys = members.Select(m => m.Key).ToList();
            var found = own.Select(m => m.Key).Where(keys.Contains).ToList();
            if (!found.SequenceEqual(keys)) return [$"{at}: {string.Join(' ', found)} instead of {string.Join(' ', keys)}"];
            return members.SelectMany(m => CompareOrder(own[m.Key], m.Value, $"{at}.{m.Key}"));
        }
        return mine is JsonArray list && theirs is JsonArray items ? list.Zip(items).SelectMany((p, i) => CompareOrder(p.First, p.Second, $"{at}[{i}]")) : [];
    }

    static bool Same(JsonNode? mine, JsonNode? theirs)
    {
        if (mine is null || theirs is null) return mine is null && theirs is null;
        if (theirs.GetValueKind() != JsonValueKind.Number) return JsonNode.DeepEquals(mine, theirs);
        if (mine.GetValueKind() != JsonValueKind.Number) return false;
        double a = mine.GetValue<double>(), b = theirs.GetValue<double>();
        return Math.Abs(a - b) / (1 + Math.Abs(b)) <= Tolerance;
    }

    static string Show(JsonNode? node) => node?.ToJsonString() is { } text ? text[..Math.Min(text.Length, 200)] : "null";
}
