using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>The course of one start: the cases are labelled and the centers moved in turn until no label changes.</summary>
sealed class KMeansRun
{
    /// <summary>The most passes.</summary>
    public const int MostPasses = 200;

    /// <summary>How many blocks of cases a thread takes at a time.</summary>
    public const int BlocksAtATime = 16;

    // With fewer changes than one in so many cases, centers move little enough for bounds to be worth their keep.
    const int CasesPerChange = 8;

    readonly KMeansCases _cases;
    readonly ICenterRule _rule;
    readonly Matrix _starts;
    readonly Matrix _centers;
    readonly int[] _labels;
    readonly bool[] _changed;
    LabelBounds? _bounds;
    bool _ended;

    /// <summary>
    /// Begins with given centers. All cases begin in the first cluster, so a first pass that leaves them there is the last one.
    /// </summary>
    public KMeansRun(KMeansCases cases, Matrix starts)
    {
        _cases = cases;
        _rule = cases.MakeRule(starts.Rows);
        _labels = new int[cases.Data.Rows];
        _changed = new bool[cases.Blocks];
        _starts = starts;
        _centers = new Matrix(starts.Rows, starts.Columns, [.. starts.Values]);
    }

    /// <summary>The passes so far.</summary>
    public int Passes { get; private set; }

    /// <summary>The 0-based label of each case, as of the last pass.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>The centers that still have cases, in the order of the start.</summary>
    public Matrix Centers => _centers.SelectRows([.. Enumerable.Range(0, _centers.Rows).Where(c => !double.IsNaN(_centers[c, 0]))]);

    /// <summary>Centers to begin with on more cases: where it is now, but for those that lost all cases, which begin again.</summary>
    public Matrix Again()
    {
        var centers = new Matrix(_centers.Rows, _centers.Columns, [.. _centers.Values]);
        for (var i = 0; i < centers.Values.Length; i++)
            if (double.IsNaN(centers.Values[i])) centers.Values[i] = _starts.Values[i];
        return centers;
    }

    /// <summary>The sum of the distances (squared where they are Euclidean) from the nearest centers.</summary>
    public double Objective(WorkSplit work)
    {
        var sums = new double[_cases.Blocks];
        ForBlocks(work, block => sums[block] = _cases.Nearest.Sum(_centers, First(block), Block(block).Length));
        return sums.Sum();
    }

    /// <summary>Goes on until it ends or has made so many passes in all, at most 200.</summary>
    public void Continue(int passes, WorkSplit work)
    {
        while (!_ended && Passes < Math.Min(passes, MostPasses)) Pass(work);
    }

    void Pass(WorkSplit work)
    {
        var changes = Label(work);
        var before = _bounds is null ? null : (double[])_centers.Values.Clone();
        if (Passes++ == 0) Array.Fill(_changed, true);
        _rule.Move(_labels, _changed, _centers, work);
        _ended = changes == 0;
        if (before is not null) _bounds!.Moved(before, _centers);
        else if (changes < _labels.Length / CasesPerChange) _bounds = new LabelBounds(_cases, _centers);
    }

    int Label(WorkSplit work)
    {
        var changes = 0;
        ForBlocks(work, block =>
        {
            var labels = Block(block);
            var here = _bounds?.Label(block, _centers, labels) ?? _cases.Nearest.Label(_centers, First(block), labels);
            _changed[block] = here > 0;
            if (here > 0) Interlocked.Add(ref changes, here);
        });
        return changes;
    }

    void ForBlocks(WorkSplit work, Action<int> body) => work.ForChunks(_cases.Blocks, BlocksAtATime, (_, first, end) =>
    {
        for (var block = first; block < end; block++) body(block);
    });

    static int First(int block) => block * KMeansCases.BlockSize;

    Span<int> Block(int block) => _labels.AsSpan(First(block), Math.Min(KMeansCases.BlockSize, _labels.Length - First(block)));
}
