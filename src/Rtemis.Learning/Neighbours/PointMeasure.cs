using System.Numerics;

namespace Rtemis.Learning.Neighbours;

/// <summary>
/// What is summed over the coordinates of two points to tell which points are nearer: it grows with their distance, and is cheaper than that.
/// </summary>
interface IPointMeasure
{
    /// <summary>Adds the share of one coordinate of several pairs of points.</summary>
    static abstract Vector<double> Add(Vector<double> sums, Vector<double> differences);

    /// <summary>The share of one coordinate.</summary>
    static abstract double Share(double difference);
}

/// <summary>Squared Euclidean distances.</summary>
readonly struct SquaredDifferences : IPointMeasure
{
    // No fused addition: sums are those of a plain loop, to the bit, so that what lies at a radius is where R finds it.
    public static Vector<double> Add(Vector<double> sums, Vector<double> differences) => sums + differences * differences;

    public static double Share(double difference) => difference * difference;
}

/// <summary>Manhattan distances.</summary>
readonly struct SizesOfDifferences : IPointMeasure
{
    public static Vector<double> Add(Vector<double> sums, Vector<double> differences) => sums + Vector.Abs(differences);

    public static double Share(double difference) => Math.Abs(difference);
}

/// <summary>Hamming distances.</summary>
readonly struct CountOfDifferences : IPointMeasure
{
    public static Vector<double> Add(Vector<double> sums, Vector<double> differences) =>
        sums + Vector.ConditionalSelect(Vector.Equals(differences, Vector<double>.Zero), Vector<double>.Zero, Vector<double>.One);

    public static double Share(double difference) => difference == 0 ? 0 : 1;
}
