namespace Rtemis.Learning.Clustering.CMeans;

/// <summary>How the centers of fuzzy clusters are found.</summary>
public enum CMeansMethod
{
    /// <summary>All memberships and all centers in turn.</summary>
    CMeans,

    /// <summary>Unsupervised fuzzy competitive learning: the centers move at each case.</summary>
    Ufcl,
}
