using Rtemis.Learning.Supervised.Boosting.Options;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>
/// Finds the best split of a leaf on a factor: one level against the rest where there are few; else levels are put in the order of their mean derivative, and
/// some of the first or of the last go left. Source: W. D. Fisher, "On Grouping for Maximum Homogeneity", 1958, as LightGBM uses it.
/// </summary>
/// <typeparam name="TScore">How leaves are scored.</typeparam>
/// <param name="sums">The bins' sums of first and second derivatives, alternating; the first bin always goes right.</param>
/// <param name="options">What leaves must have.</param>
/// <param name="category">How factors are split.</param>
/// <param name="leaf">The leaf.</param>
/// <param name="needed">What the two leaves of a split must gain more than.</param>
/// <param name="score">How leaves are scored.</param>
ref struct CategorySplitSearch<TScore>(
    ReadOnlySpan<double> sums, LeafOptions options, CategoryOptions category, LeafSums leaf, double needed, TScore score) where TScore : struct, ILeafScore
{
    readonly ReadOnlySpan<double> _sums = sums;
    double _gain = double.NegativeInfinity;
    double _gradient;
    double _hessian;
    int _count;
    int[]? _bins;

    /// <summary>One level against the rest.</summary>
    /// <param name="only">The only bin that is tried, or -1 for all.</param>
    /// <param name="best">The best split, if there is any.</param>
    /// <returns>Whether there is a split that gains enough.</returns>
    public bool OneAgainstRest(int only, ref SplitCandidate best)
    {
        for (var bin = 1; bin < _sums.Length / 2; bin++)
        {
            var (gradient, hessian) = (_sums[2 * bin], _sums[2 * bin + 1]);
            var count = Cases(bin);
            var (otherCount, otherHessian) = (leaf.Count - count, leaf.Hessian - hessian - LeafSums.Epsilon);
            if (count < options.MinDataInLeaf || hessian < options.MinSumHessian) continue;
            if (otherCount < options.MinDataInLeaf || otherHessian < options.MinSumHessian || (only >= 0 && bin != only)) continue;
            var gain = score.Gain(leaf.Gradient - gradient, otherHessian, otherCount, gradient, hessian + LeafSums.Epsilon, count);
            if (gain > needed && gain > _gain) Keep(gain, gradient, hessian + LeafSums.Epsilon, count, [bin]);
        }
        return Offer(ref best);
    }

    /// <summary>Groups of levels.</summary>
    /// <param name="random">Draws the only number of levels that is tried, given how many numbers there are; null tries all.</param>
    /// <param name="best">The best split, if there is any.</param>
    /// <returns>Whether there is a split that gains enough.</returns>
    public bool Groups(Func<int, int>? random, ref SplitCandidate best)
    {
        var order = Ordered();
        var most = Math.Min(category.MaxThreshold, (order.Length + 1) / 2);
        var last = Math.Max(Math.Min(most, order.Length) - 1, 0);
        var only = random is null ? -1 : last > 0 ? random(last) : 0;
        Sweep(order, most, only);
        Array.Reverse(order);
        Sweep(order, most, only);
        return Offer(ref best);
    }

    int[] Ordered()
    {
        var bins = new List<(double Mean, int Bin)>();
        for (var bin = 1; bin < _sums.Length / 2; bin++)
            if (Cases(bin) >= category.Smooth) bins.Add((_sums[2 * bin] / (_sums[2 * bin + 1] + category.Smooth), bin));
        return [.. bins.OrderBy(b => b.Mean).Select(b => b.Bin)];
    }

    // The first levels go left, one more at a time; a number of levels is tried only when enough cases have come since the last.
    void Sweep(int[] order, int most, int only)
    {
        var (gradient, hessian, count, since) = (0.0, LeafSums.Epsilon, 0, 0);
        for (var i = 0; i < order.Length && i < most; i++)
        {
            var cases = Cases(order[i]);
            gradient += _sums[2 * order[i]];
            hessian += _sums[2 * order[i] + 1];
            count += cases;
            since += cases;
            if (count < options.MinDataInLeaf || hessian < options.MinSumHessian) continue;
            var (rightCount, rightHessian) = (leaf.Count - count, leaf.Hessian - hessian);
            if (rightCount < options.MinDataInLeaf || rightCount < category.MinDataPerGroup || rightHessian < options.MinSumHessian) break;
            if (since < category.MinDataPerGroup) continue;
            since = 0;
            if (only >= 0 && i != only) continue;
            var gain = score.Gain(gradient, hessian, count, leaf.Gradient - gradient, rightHessian, rightCount);
            if (gain > needed && gain > _gain) Keep(gain, gradient, hessian, count, order[..(i + 1)]);
        }
    }

    void Keep(double gain, double gradient, double hessian, int count, int[] bins) =>
        (_gain, _gradient, _hessian, _count, _bins) = (gain, gradient, hessian, count, bins);

    readonly bool Offer(ref SplitCandidate best)
    {
        best.DefaultLeft = false;
        if (_bins is null) return false;
        var (rightGradient, rightHessian) = (leaf.Gradient - _gradient, leaf.Hessian - _hessian);
        best.Gain = _gain - needed;
        best.Categories = _bins;
        best.Left = new SideOfSplit(_gradient, _hessian - LeafSums.Epsilon, score.Output(_gradient, _hessian, _count));
        best.Right = new SideOfSplit(rightGradient, rightHessian - LeafSums.Epsilon, score.Output(rightGradient, rightHessian, leaf.Count - _count));
        return true;
    }

    readonly int Cases(int bin) => (int)(_sums[2 * bin + 1] * leaf.CountFactor + 0.5);
}
