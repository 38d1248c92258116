namespace Rtemis.Learning.Clustering;

/// <summary>The cluster of each case; derived records have what else an algorithm finds.</summary>
/// <param name="Clusters">1-based numbers, one a case; 0 is noise where the algorithm knows it.</param>
public record ClusterAssignment(int[] Clusters);
