namespace Rtemis.Learning.Decomposition.Isomap;

/// <summary>How far two cases are from each other.</summary>
public enum IsomapDistance
{
    /// <summary>The straight line's length.</summary>
    Euclidean,

    /// <summary>The sum of the variables' differences.</summary>
    Manhattan,
}
