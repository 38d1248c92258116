namespace Rtemis.Learning.Metrics;

/// <summary>
/// How often each true class was predicted as each class. Two classes: the positive one, which is the outcome's second level, first.
/// </summary>
public sealed class ConfusionMatrix
{
    readonly long[] _counts;

    ConfusionMatrix(IReadOnlyList<string> classes, long[] counts)
    {
        Classes = classes;
        _counts = counts;
    }

    /// <summary>The classes, in the order of rows and columns.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>How many cases of a true class were predicted as a class, by positions in <see cref="Classes"/>.</summary>
    public long this[int reference, int predicted] => _counts[reference * Classes.Count + predicted];

    /// <summary>How many cases there are.</summary>
    public long Total => _counts.Sum();

    /// <summary>How many cases were predicted as what they are.</summary>
    public long Hits => Enumerable.Range(0, Classes.Count).Sum(c => this[c, c]);

    /// <summary>How many cases are of a class.</summary>
    public long TrueCount(int index) => Enumerable.Range(0, Classes.Count).Sum(p => this[index, p]);

    /// <summary>How many cases were predicted as a class.</summary>
    public long PredictedCount(int index) => Enumerable.Range(0, Classes.Count).Sum(r => this[r, index]);

    /// <summary>Counts cases.</summary>
    /// <param name="levels">The outcome's levels.</param>
    /// <param name="truth">0-based level codes, one a case.</param>
    /// <param name="predicted">0-based level codes, one a case.</param>
    public static ConfusionMatrix Count(IReadOnlyList<string> levels, ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted)
    {
        var k = levels.Count;
        var counts = new long[k * k];
        for (var i = 0; i < truth.Length; i++) counts[truth[i] * k + predicted[i]]++;
        if (k != 2) return new ConfusionMatrix(levels, counts);
        Array.Reverse(counts);
        return new ConfusionMatrix([levels[1], levels[0]], counts);
    }

    /// <summary>The cases of several matrices of the same classes together.</summary>
    public static ConfusionMatrix Pool(IReadOnlyList<ConfusionMatrix> parts)
    {
        var counts = new long[parts[0]._counts.Length];
        foreach (var part in parts)
            for (var i = 0; i < counts.Length; i++) counts[i] += part._counts[i];
        return new ConfusionMatrix(parts[0].Classes, counts);
    }
}
