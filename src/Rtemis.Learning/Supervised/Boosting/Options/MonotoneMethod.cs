namespace Rtemis.Learning.Supervised.Boosting.Options;

/// <summary>How leaves are kept monotone, from the quickest that costs most accuracy to the slowest that costs least.</summary>
enum MonotoneMethod
{
    /// <summary>The sides of a split may not pass the middle between their values.</summary>
    Basic,

    /// <summary>The sides of a split may not pass each other's values, and leaves next to them follow.</summary>
    Intermediate,

    /// <summary>As intermediate, but each cut of a leaf is held by those leaves alone that are next to its own side.</summary>
    Advanced,
}
