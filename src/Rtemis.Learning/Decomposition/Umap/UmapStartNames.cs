namespace Rtemis.Learning.Decomposition.Umap;

/// <summary>The names that uwot has for where the layout begins. What differs there only by who computes it is the same here.</summary>
static class UmapStartNames
{
    static readonly KeyValuePair<string, UmapStart>[] All =
    [
        new("spectral", UmapStart.Spectral),
        new("random", UmapStart.Uniform),
        new("lvrandom", UmapStart.Normal),
        new("normlaplacian", UmapStart.NormalizedLaplacian),
        new("laplacian", UmapStart.Laplacian),
        new("spca", UmapStart.SmallComponents),
        new("pca", UmapStart.Components),
        new("inormlaplacian", UmapStart.NormalizedLaplacian),
        new("ispectral", UmapStart.Spectral),
        new("agspectral", UmapStart.ApproximateGlobal),
        new("irlba_spectral", UmapStart.Spectral),
        new("irlba_laplacian", UmapStart.Laplacian),
        new("pacpca", UmapStart.PacMapComponents),
    ];

    /// <summary>R's refusal of a name that is not one of them.</summary>
    public static string Refusal { get; } = $"'arg' should be one of {string.Join(", ", All.Select(n => $"“{n.Key}”"))}";

    /// <summary>The start of a name, of which a beginning is enough that no other name has; null where there is none.</summary>
    public static UmapStart? Find(string name)
    {
        // R lowers the case first.
        var lower = name.ToLowerInvariant();
        KeyValuePair<string, UmapStart>[] matching = [.. All.Where(n => n.Key.StartsWith(lower, StringComparison.Ordinal))];
        if (matching.Where(n => n.Key == lower).ToArray() is [var exact]) return exact.Value;
        return matching is [var only] ? only.Value : null;
    }
}
