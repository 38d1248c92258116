using Rtemis.Learning.Data;

namespace Rtemis.Learning.Clustering;

/// <summary>The cluster of each case.</summary>
/// <param name="Clusters">1-based numbers, one a case; 0 is noise where the algorithm knows it.</param>
/// <param name="Centers">One row a cluster, one column a variable; null where the algorithm has no centers.</param>
public sealed record ClusterAssignment(int[] Clusters, Matrix? Centers);
