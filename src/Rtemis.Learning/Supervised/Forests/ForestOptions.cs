namespace Rtemis.Learning.Supervised.Forests;

/// <summary>How a forest is grown.</summary>
/// <param name="Trees">The number of trees.</param>
/// <param name="Candidates">The number of features that are drawn for each split, 1 to that of all.</param>
/// <param name="LeafSize">A node of at most this many cases is not split.</param>
/// <param name="Seed">The trees' random numbers follow from it.</param>
sealed record ForestOptions(int Trees, int Candidates, int LeafSize, uint Seed)
{
    /// <summary>ranger's number of candidates for a number of features: the root of it, rounded down.</summary>
    public static int DefaultCandidates(int features) => (int)Math.Sqrt(features);
}
