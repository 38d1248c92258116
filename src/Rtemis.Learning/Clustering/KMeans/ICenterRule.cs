using Rtemis.Learning.Data;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>How a cluster's center follows from its cases.</summary>
interface ICenterRule
{
    /// <summary>Moves each center to the middle of the cases with its label; a center without cases becomes NaN.</summary>
    /// <param name="labels">The 0-based label of each case.</param>
    /// <param name="centers">One row a center; replaced.</param>
    void Move(int[] labels, Matrix centers);
}
