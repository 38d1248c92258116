namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Ranks of numbers from 1 on; equal ones share the mean of theirs.</summary>
static class NumberRanks
{
    /// <summary>One a number.</summary>
    public static double[] Of(ReadOnlySpan<double> numbers)
    {
        var sorted = numbers.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        for (var i = 0; i < sorted.Length;)
        {
            var end = i + 1;
            while (end < sorted.Length && sorted[end] == sorted[i]) end++;
            for (var j = i; j < end; j++) ranks[order[j]] = (i + end - 1) / 2.0 + 1;
            i = end;
        }
        return ranks;
    }
}
