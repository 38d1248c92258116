using Rtemis.Learning.Data;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>Where one start led.</summary>
/// <param name="Centers">The centers that still have cases, in the order of the start.</param>
/// <param name="Objective">The sum of the distances of the cases from their nearest centers (squared where they are Euclidean).</param>
/// <param name="Course">The objective of each pass, with the centers that the pass began with.</param>
sealed record KMeansRun(Matrix Centers, double Objective, IReadOnlyList<double> Course)
{
    const int MostPasses = 200;

    /// <summary>
    /// Labels and moves the centers in turn until no label changes. All cases begin in the first cluster, so a first pass that leaves them there
    /// is the last one.
    /// </summary>
    /// <param name="data">The cases.</param>
    /// <param name="starts">The rows that the centers start at.</param>
    /// <param name="nearest">Labels the cases.</param>
    /// <param name="rule">Moves the centers.</param>
    /// <param name="cancellation">Ends the run between passes.</param>
    public static KMeansRun From(NumericFrame data, int[] starts, NearestCenters nearest, ICenterRule rule, CancellationToken cancellation)
    {
        var centers = new Matrix(starts.Length, data.Columns);
        for (var c = 0; c < starts.Length; c++)
            for (var j = 0; j < data.Columns; j++)
                centers[c, j] = data.Column(j)[starts[c]];

        var labels = new int[data.Rows];
        var course = new List<double>();
        for (var changes = 1; changes > 0 && course.Count < MostPasses;)
        {
            cancellation.ThrowIfCancellationRequested();
            (changes, var objective) = nearest.Label(centers, labels);
            course.Add(objective);
            rule.Move(labels, centers);
        }
        return new KMeansRun(Living(centers), nearest.Label(centers, labels).Objective, course);
    }

    static Matrix Living(Matrix centers)
    {
        int[] living = [.. Enumerable.Range(0, centers.Rows).Where(c => !double.IsNaN(centers[c, 0]))];
        var kept = new Matrix(living.Length, centers.Columns);
        for (var c = 0; c < living.Length; c++)
            for (var j = 0; j < centers.Columns; j++)
                kept[c, j] = centers[living[c], j];
        return kept;
    }
}
