using Rtemis.Learning.Data;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>The course of one start: the cases are labelled and the centers moved in turn until no label changes.</summary>
sealed class KMeansRun
{
    const int MostPasses = 200;

    readonly NearestCenters _nearest;
    readonly ICenterRule _rule;
    readonly Matrix _centers;
    readonly int[] _labels;
    readonly List<double> _course = [];
    bool _ended;

    /// <summary>
    /// Puts the centers at rows of the data. All cases begin in the first cluster, so a first pass that leaves them there is the last one.
    /// </summary>
    public KMeansRun(NumericFrame data, int[] starts, NearestCenters nearest, ICenterRule rule)
    {
        _nearest = nearest;
        _rule = rule;
        _labels = new int[data.Rows];
        _centers = new Matrix(starts.Length, data.Columns);
        for (var c = 0; c < starts.Length; c++)
            for (var j = 0; j < data.Columns; j++)
                _centers[c, j] = data.Column(j)[starts[c]];
    }

    /// <summary>
    /// The objective of each pass: the sum of the distances (squared where they are Euclidean) from the nearest of the centers that it
    /// began with.
    /// </summary>
    public IReadOnlyList<double> Course => _course;

    /// <summary>The centers that still have cases, in the order of the start.</summary>
    public Matrix Centers
    {
        get
        {
            int[] living = [.. Enumerable.Range(0, _centers.Rows).Where(c => !double.IsNaN(_centers[c, 0]))];
            var kept = new Matrix(living.Length, _centers.Columns);
            for (var c = 0; c < living.Length; c++)
                for (var j = 0; j < _centers.Columns; j++)
                    kept[c, j] = _centers[living[c], j];
            return kept;
        }
    }

    /// <summary>Goes on until it ends or has made so many passes in all, at most 200.</summary>
    public void Continue(int passes, CancellationToken cancellation)
    {
        while (!_ended && _course.Count < Math.Min(passes, MostPasses))
        {
            cancellation.ThrowIfCancellationRequested();
            var (changes, objective) = _nearest.Label(_centers, _labels);
            _course.Add(objective);
            _rule.Move(_labels, _centers);
            _ended = changes == 0;
        }
    }
}
