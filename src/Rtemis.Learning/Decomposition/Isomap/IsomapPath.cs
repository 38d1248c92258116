namespace Rtemis.Learning.Decomposition.Isomap;

/// <summary>How the distances of cases that are no neighbours are found.</summary>
public enum IsomapPath
{
    /// <summary>The shortest path over neighbours.</summary>
    Shortest,

    /// <summary>The least sum of two known distances, in passes until all are known; those known stay as they are.</summary>
    Extended,
}
