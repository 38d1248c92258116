namespace Rtemis.Learning.Supervised.Forests;

/// <summary>
/// What the scores of features that no split has used yet are multiplied by, so that few are used. All trees of a forest share it, one after the other.
/// Source: H. Deng and G. Runger, "Feature selection via regularized trees", IJCNN 2012.
/// </summary>
/// <param name="factor">The factor, above 0 and at most 1; 1 for none.</param>
/// <param name="usesDepth">Whether it is taken to the power of the depth.</param>
/// <param name="features">The number of features.</param>
sealed class SplitPenalty(double factor, bool usesDepth, int features)
{
    readonly bool[] _used = new bool[features];

    /// <summary>Whether there is any.</summary>
    public bool IsOn => factor != 1;

    /// <summary>The factor of a feature.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="depth">The depth that the tree has come to; the root has 0.</param>
    public double Of(int feature, int depth)
    {
        if (!IsOn || _used[feature]) return 1;
        return usesDepth ? Math.Pow(factor, depth + 1) : factor;
    }

    /// <summary>A feature is used from now on.</summary>
    public void Use(int feature)
    {
        if (IsOn) _used[feature] = true;
    }
}
