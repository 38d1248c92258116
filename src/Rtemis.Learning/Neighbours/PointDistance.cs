namespace Rtemis.Learning.Neighbours;

/// <summary>How far two points are from each other.</summary>
enum PointDistance
{
    /// <summary>The straight line's length.</summary>
    Euclidean,

    /// <summary>The sum of the coordinates' differences.</summary>
    Manhattan,

    /// <summary>One less the cosine of the angle between the points seen from the origin; the origin itself is 1 away from all others.</summary>
    Cosine,

    /// <summary>The number of coordinates that differ.</summary>
    Hamming,
}
