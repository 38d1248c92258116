using Rtemis.Protocol;

namespace Rtemis.Client;

/// <summary>A decomposition job.</summary>
/// <param name="Algorithm">The algorithm, one of <see cref="RtemisCatalog.DecompositionsAsync"/>.</param>
public sealed record DecomposeRequest(string Algorithm) : UnsupervisedRequest(Algorithm)
{
    internal override string Method => Methods.Decomp;
}
