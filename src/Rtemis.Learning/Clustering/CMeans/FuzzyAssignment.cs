using Rtemis.Learning.Clustering.Centroids;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Clustering.CMeans;

/// <summary>Clusters to which each case belongs to a degree.</summary>
/// <param name="Clusters">The cluster to which a case belongs most, 1-based.</param>
/// <param name="Centers">One row a cluster, one column a variable.</param>
/// <param name="Membership">One row a case, one column a cluster; rows sum to 1.</param>
/// <param name="Iterations">The passes that it took.</param>
/// <param name="WithinError">The objective: the weighted mean of the distances (squared where they are Euclidean) by the powers of the memberships.</param>
public sealed record FuzzyAssignment(int[] Clusters, Matrix Centers, Matrix Membership, int Iterations, double WithinError)
    : CentroidAssignment(Clusters, Centers);
