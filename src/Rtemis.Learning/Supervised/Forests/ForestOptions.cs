namespace Rtemis.Learning.Supervised.Forests;

/// <summary>How the trees of a forest are grown.</summary>
/// <param name="Trees">The number of trees.</param>
/// <param name="Candidates">The number of features that are drawn for each split, 1 to that of all.</param>
/// <param name="LeafSize">A node of at most this many cases is not split.</param>
/// <param name="Seed">The trees' random numbers follow from it.</param>
sealed record ForestOptions(int Trees, int Candidates, int LeafSize, uint Seed)
{
    /// <summary>The greatest depth of a node, where the root has 0; 0 for no limit.</summary>
    public int MostDepth { get; init; }

    /// <summary>ranger's number of candidates for a number of features: the root of it, rounded down.</summary>
    public static int DefaultCandidates(int features) => (int)Math.Sqrt(features);
}
