namespace Rtemis.Learning.Clustering.Dbscan;

/// <summary>How R's package looks for neighbours. The neighbours are the same but for what lies at the radius up to rounding.</summary>
public enum DbscanSearch
{
    /// <summary>In a tree, by squared distances.</summary>
    KdTree,

    /// <summary>Among all, by squared distances.</summary>
    Linear,

    /// <summary>Among all, by distances.</summary>
    Dist,
}
