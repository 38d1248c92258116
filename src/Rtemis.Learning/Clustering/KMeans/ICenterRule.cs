using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>How a cluster's center follows from its cases.</summary>
interface ICenterRule
{
    /// <summary>Moves each center to the middle of the cases with its label; a center without cases becomes NaN.</summary>
    /// <param name="labels">The 0-based label of each case.</param>
    /// <param name="changed">Of each block of cases, whether it has another label than at the last call, all of them at the first.</param>
    /// <param name="centers">One row a center; replaced.</param>
    /// <param name="work">Splits the work.</param>
    void Move(int[] labels, bool[] changed, Matrix centers, WorkSplit work);
}
