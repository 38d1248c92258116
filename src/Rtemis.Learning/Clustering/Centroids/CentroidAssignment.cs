using Rtemis.Learning.Data;

namespace Rtemis.Learning.Clustering.Centroids;

/// <summary>Clusters around centers.</summary>
/// <param name="Clusters">1-based numbers, one a case.</param>
/// <param name="Centers">One row a cluster, one column a variable.</param>
public record CentroidAssignment(int[] Clusters, Matrix Centers) : ClusterAssignment(Clusters)
{
    /// <summary>The number of cases of each cluster.</summary>
    public int[] Sizes
    {
        get
        {
            var sizes = new int[Centers.Rows];
            foreach (var cluster in Clusters) sizes[cluster - 1]++;
            return sizes;
        }
    }
}
