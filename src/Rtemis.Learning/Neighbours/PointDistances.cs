namespace Rtemis.Learning.Neighbours;

/// <summary>The distances of points from all others of a set.</summary>
/// <param name="points">The set.</param>
sealed class PointDistances(PointSet points)
{
    readonly PointBlocks _blocks = PointBlocks.Of(points);

    /// <summary>Writes the distances of a point from all points; 0 from itself.</summary>
    /// <param name="point">Its index.</param>
    /// <param name="distances">As many as there are points.</param>
    public void Write(int point, Span<double> distances)
    {
        Measure(point, distances);
        foreach (ref var distance in distances) distance = points.DistanceOf(distance);
    }

    /// <summary>Writes what grows with the distances, as <see cref="IPointMeasure"/> has it: their squares where they are Euclidean.</summary>
    /// <param name="point">Its index.</param>
    /// <param name="measures">As many as there are points.</param>
    public void Measure(int point, Span<double> measures)
    {
        switch (points.Distance)
        {
            case PointDistance.Manhattan:
                Measure<SizesOfDifferences>(point, measures);
                break;
            case PointDistance.Hamming:
                Measure<CountOfDifferences>(point, measures);
                break;
            default:
                Measure<SquaredDifferences>(point, measures);
                break;
        }
    }

    void Measure<TMeasure>(int point, Span<double> measures) where TMeasure : IPointMeasure
    {
        Span<double> some = stackalloc double[PointBlocks.Size];
        for (var block = 0; block < _blocks.Count; block++)
        {
            _blocks.Measure<TMeasure>(block, points[point], double.PositiveInfinity, some);
            var at = block * PointBlocks.Size;
            some[..Math.Min(PointBlocks.Size, measures.Length - at)].CopyTo(measures[at..]);
        }
    }
}
