using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>The keys of NMF 0.25's registry of methods, and what is behind them.</summary>
static class NmfMethodNames
{
    const string Valid =
        "'.R#brunet', '.R#lee', '.R#nsNMF', '.R#offset', '.siNMF', 'brunet', 'Frobenius',\n" +
        "  'KL', 'lee', 'ls-nmf', 'nsNMF', 'offset', 'pe-nmf', 'siNMF', 'snmf/l',\n" +
        "  'snmf/r'";

    // In the registry's order. The first ones are the same methods written in R.
    static readonly Dictionary<string, NmfMethod?> Registry = new(StringComparer.OrdinalIgnoreCase)
    {
        [".R#brunet"] = NmfMethod.Brunet,
        [".R#lee"] = NmfMethod.Lee,
        [".R#nsNMF"] = NmfMethod.NonSmooth,
        [".R#offset"] = NmfMethod.Offset,
        [".siNMF"] = null,
        ["brunet"] = NmfMethod.Brunet,
        ["Frobenius"] = NmfMethod.Frobenius,
        ["KL"] = NmfMethod.Divergence,
        ["lee"] = NmfMethod.Lee,
        ["ls-nmf"] = null,
        ["nsNMF"] = NmfMethod.NonSmooth,
        ["offset"] = NmfMethod.Offset,
        ["pe-nmf"] = null,
        ["siNMF"] = null,
        ["snmf/l"] = NmfMethod.SparseLeft,
        ["snmf/r"] = NmfMethod.SparseRight,
    };

    /// <summary>The whole key that a request's stands for: in any case, and cut off where that leaves no doubt.</summary>
    /// <exception cref="LearningException">There is none, or there are several.</exception>
    public static string Resolve(string name, RunContext context)
    {
        if (Registry.Keys.FirstOrDefault(k => k.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } whole) return whole;
        string[] found = name.Length == 0 ? [] : [.. Registry.Keys.Where(k => k.StartsWith(name, StringComparison.OrdinalIgnoreCase))];
        return found switch
        {
            [var only] => only,
            [] => throw NmfFailure.Of($"NMF algorithm - No matching entry for key “key={name}” in the registry.\n  Use one of: {Valid}.", context),
            _ => throw NmfFailure.Of(
                $"NMF algorithm - Multiple entries found for key “key={name}”: {string.Join(", ", found.Select(f => $"'{f}'"))}.", context),
        };
    }

    /// <summary>The method of a whole key.</summary>
    /// <exception cref="LearningException">It needs what rtemis does not give it.</exception>
    public static NmfMethod MethodOf(string key, RunContext context) => Registry[key] ?? throw NmfFailure.Of(
        key switch
        {
            "ls-nmf" => "NMF::run - Update/Stop method for algorithm 'ls-nmf': missing required argument(s) 'weight'",
            "pe-nmf" => "NMF::run - Update/Stop method for algorithm 'pe-nmf': missing required argument(s) 'alpha', 'beta'",
            _ => "Method 'siNMF' requires a formula based model",
        },
        context);
}
