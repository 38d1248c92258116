namespace Rtemis.Learning.Clustering.Dbscan;

/// <summary>Clusters of density, and what they were found with.</summary>
/// <param name="Clusters">1-based numbers in the order of the first core cases, one a case; 0 is noise.</param>
/// <param name="Eps">The radius of a neighbourhood.</param>
/// <param name="MinPoints">The least mass of the neighbourhood of a core case.</param>
/// <param name="BorderPoints">Whether cases that are only near a core case are in its cluster.</param>
public sealed record DensityAssignment(int[] Clusters, double Eps, int MinPoints, bool BorderPoints) : ClusterAssignment(Clusters);
