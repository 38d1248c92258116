using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>What a non-negative matrix factorization is told.</summary>
/// <param name="K">The number of components.</param>
/// <param name="Method">The name of the method, one of those that the R package NMF registers.</param>
/// <param name="Runs">The number of random starts, of which the one that ends closest to the data is kept.</param>
public sealed record NmfParameters(int K, string Method, int Runs)
{
    /// <summary>The declarations of the factorization's own options, in rtemis's order.</summary>
    public static ParameterSet Own { get; } = new("NMFConfig", null,
    [
        ParameterSpec.Integer("k", 2) with { PositiveInteger = true, Minimum = 1, Help = "The number of components, at most that of columns." },
        ParameterSpec.Text("method", "brunet") with
        {
            Help = "How the factors are found: brunet, KL, lee, Frobenius, nsNMF, offset, snmf/r or snmf/l.",
        },
        ParameterSpec.Integer("nrun", 1) with
        {
            PositiveInteger = true, ComputedDefault = true, Minimum = 1, Help = "The number of random starts, of which the best is kept; 1 if it is not given.",
        },
    ]);

    /// <summary>All that a request can set: the own options and the columns to fit.</summary>
    public static ParameterSet Set { get; } = DecompositionOptions.WithFeatures(Own);

    /// <summary>The options of a bound set.</summary>
    public static NmfParameters From(ParameterValues values) => new(values.Integer("k"), values.Text("method"), values.Integer("nrun"));
}
