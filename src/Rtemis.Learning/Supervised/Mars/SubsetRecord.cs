namespace Rtemis.Learning.Supervised.Mars;

/// <summary>The best subset found so far for each number of terms.</summary>
sealed class SubsetRecord
{
    readonly int[][] _terms;
    readonly double[] _rss;

    /// <summary>Starts with the terms in the order in which they were added.</summary>
    /// <param name="reduction">The terms.</param>
    /// <param name="most">The largest subset.</param>
    public SubsetRecord(OrderedReduction reduction, int most)
    {
        _terms = [.. Enumerable.Range(1, most).Select(reduction.First)];
        _rss = [.. Enumerable.Range(1, most).Select(reduction.Rss)];
    }

    /// <summary>The largest number of terms.</summary>
    public int Most => _rss.Length;

    /// <summary>The subset of a number of terms: their places among all terms.</summary>
    public int[] Terms(int count) => _terms[count - 1];

    /// <summary>Its residual sum of squares.</summary>
    public double Rss(int count) => _rss[count - 1];

    /// <summary>Takes the first terms, if they are better; subsets that are too large are passed over.</summary>
    public void Offer(OrderedReduction reduction, int count)
    {
        if (count <= Most && reduction.Rss(count) is var rss && rss < Rss(count)) Set(count, reduction.First(count), rss);
    }

    /// <summary>Takes the terms before place <paramref name="count"/> - 1 and one more, if they are better.</summary>
    public void Offer(OrderedReduction reduction, int count, (int Place, double Gain) last)
    {
        if (count > Most || last.Place < 0) return;
        var rss = reduction.Rss(count - 1) - last.Gain;
        if (rss < Rss(count)) Set(count, [.. reduction.First(count - 1), reduction.First(last.Place + 1)[^1]], rss);
    }

    /// <summary>Takes the first terms, better or not.</summary>
    public void Replace(OrderedReduction reduction, int count) => Set(count, reduction.First(count), reduction.Rss(count));

    void Set(int count, int[] terms, double rss) => (_terms[count - 1], _rss[count - 1]) = (terms, rss);
}
