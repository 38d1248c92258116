using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>Classes: a leaf predicts the most frequent one; a split is the better the less Gini impurity its sides have.</summary>
/// <param name="outcome">A class for each row, counted from 0.</param>
/// <param name="classes">The number of classes.</param>
sealed class ClassNode(int[] outcome, int classes) : NodeResponse
{
    readonly long[] _all = new long[classes];
    readonly long[] _left = new long[classes];
    int[] _codes = [];
    int _count;

    /// <inheritdoc/>
    public override bool IsPure => _all[_codes[0]] == _count;

    /// <inheritdoc/>
    public override void Turn(ReadOnlySpan<int> rows)
    {
        if (_codes.Length < rows.Length) _codes = new int[rows.Length];
        _count = rows.Length;
        Array.Clear(_all);
        for (var i = 0; i < rows.Length; i++) _all[_codes[i] = outcome[rows[i]]]++;
    }

    /// <inheritdoc/>
    public override double Leaf(MersenneTwister64 random) => Majority.Of(_all, random);

    /// <inheritdoc/>
    public override void Scan(ReadOnlySpan<int> order, ReadOnlySpan<int> ranks, int feature, ref SplitPoint best)
    {
        Array.Clear(_left);
        // The sums of the squared counts change by an odd number with each case.
        long left = 0, right = 0;
        foreach (var count in _all) right += count * count;
        for (var i = 0; i < ranks.Length; i++)
        {
            if (i > 0 && ranks[i] != ranks[i - 1]) best.Offer((double)left / i + (double)right / (ranks.Length - i), feature, ranks[i - 1], ranks[i]);
            var code = _codes[order[i]];
            var moved = _left[code]++;
            left += 2 * moved + 1;
            right -= 2 * (_all[code] - moved) - 1;
        }
    }
}
