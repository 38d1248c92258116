namespace Rtemis.Learning.Supervised.Forests;

/// <summary>The ranks of a feature, wherever they are kept.</summary>
/// <param name="ranks">Ranks, of this feature and perhaps of others.</param>
/// <param name="stride">The distance from row to row.</param>
/// <param name="offset">The place of the first row's.</param>
readonly struct RankView(int[] ranks, int stride, int offset)
{
    /// <summary>The rank of a row.</summary>
    public int this[int row] => ranks[row * stride + offset];
}
