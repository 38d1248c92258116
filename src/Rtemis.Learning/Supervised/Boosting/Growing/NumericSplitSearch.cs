using System.Runtime.CompilerServices;
using Rtemis.Learning.Supervised.Boosting.Binning;
using Rtemis.Learning.Supervised.Boosting.Options;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>
/// Finds the best cut of a leaf on a numeric feature: from the last bin down, with missing values on the left; where the feature misses some, also from the
/// first bin up, with missing values on the right. Source: G. Ke et al., "LightGBM: A Highly Efficient Gradient Boosting Decision Tree", NIPS 2017.
/// </summary>
/// <typeparam name="TScore">How leaves are scored.</typeparam>
/// <param name="bins">The feature's bins.</param>
/// <param name="options">What leaves must have.</param>
/// <param name="score">How leaves are scored.</param>
/// <param name="leaf">The leaf.</param>
/// <param name="only">The only cut that is tried, or -1 for all.</param>
ref struct NumericSplitSearch<TScore>(FeatureBins bins, LeafOptions options, TScore score, LeafSums leaf, int only) where TScore : struct, ILeafScore
{
    readonly double _needed = score.Gain(leaf.Gradient, leaf.Hessian, leaf.Count) + options.MinGainToSplit;
    bool _splittable;

    /// <summary>Looks for a cut.</summary>
    /// <param name="sums">The bins' sums of first and second derivatives, alternating.</param>
    /// <param name="best">The best cut, if there is any.</param>
    /// <returns>Whether there is a cut that gains enough.</returns>
    public bool Run(ReadOnlySpan<double> sums, ref SplitCandidate best)
    {
        var apart = bins.Count > 2 && bins.Missing != MissingKind.None;
        Down(sums, apart, ref best);
        if (apart) Up(sums, ref best);
        else if (bins.Missing == MissingKind.NaN) best.DefaultLeft = false;
        return _splittable;
    }

    // Bins from the last to the second go to the right, one by one.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Down(ReadOnlySpan<double> sums, bool apart, ref SplitCandidate best)
    {
        var (skipped, last) = (apart && bins.Missing == MissingKind.Zero ? bins.ZeroBin : -1, bins.Count - 1 - (apart && bins.Missing == MissingKind.NaN ? 1 : 0));
        var (gradient, hessian, count) = (0.0, LeafSums.Epsilon, 0);
        var (bestGain, bestCut, bestGradient, bestHessian, bestCount) = (double.NegativeInfinity, 0, 0.0, 0.0, 0);
        var (factor, leastCount, leastHessian, least) = (leaf.CountFactor, options.MinDataInLeaf, options.MinSumHessian, _needed);
        for (var bin = last; bin >= 1; bin--)
        {
            var (g, h) = (sums[2 * bin], sums[2 * bin + 1]);
            // An empty bin moves nothing.
            if (bin == skipped || (g == 0 && h == 0 && only < 0)) continue;
            gradient += g;
            hessian += h;
            count += (int)(h * factor + 0.5);
            if (count < leastCount || hessian < leastHessian) continue;
            var (leftCount, leftHessian) = (leaf.Count - count, leaf.Hessian - hessian);
            if (leftCount < leastCount || leftHessian < leastHessian) break;
            if (only >= 0 && bin - 1 != only) continue;
            var leftGradient = leaf.Gradient - gradient;
            if (!score.MayGain(leftGradient, leftHessian, gradient, hessian, least)) continue;
            var gain = score.Gain(leftGradient, leftHessian, leftCount, gradient, hessian, count);
            if (gain <= _needed) continue;
            _splittable = true;
            if (gain <= bestGain) continue;
            (bestGain, bestCut, bestGradient, bestHessian, bestCount) = (gain, bin - 1, leftGradient, leftHessian, leftCount);
            least = gain;
        }
        Offer(bestGain, bestCut, bestGradient, bestHessian, bestCount, defaultLeft: true, ref best);
    }

    // Bins from the first to the last but one go to the left, one by one.
    void Up(ReadOnlySpan<double> sums, ref SplitCandidate best)
    {
        var skipped = bins.Missing == MissingKind.Zero ? bins.ZeroBin : -1;
        var (gradient, hessian, count) = (0.0, LeafSums.Epsilon, 0);
        var (bestGain, bestCut, bestGradient, bestHessian, bestCount) = (double.NegativeInfinity, 0, 0.0, 0.0, 0);
        var factor = leaf.CountFactor;
        var first = 0;
        if (bins.ImpliedBin == 0)
        {
            // The sums of the first bin are what the others leave; with zeros missing they count for no side.
            first = 1;
            if (bins.Missing == MissingKind.NaN)
            {
                (gradient, hessian, count) = Rest(sums);
                first = 0;
            }
        }
        for (var bin = first; bin <= bins.Count - 2; bin++)
        {
            if (bin == skipped) continue;
            if (bin > 0 || bins.ImpliedBin != 0)
            {
                gradient += sums[2 * bin];
                hessian += sums[2 * bin + 1];
                count += (int)(sums[2 * bin + 1] * factor + 0.5);
            }
            if (count < options.MinDataInLeaf || hessian < options.MinSumHessian) continue;
            var (rightCount, rightHessian) = (leaf.Count - count, leaf.Hessian - hessian);
            if (rightCount < options.MinDataInLeaf || rightHessian < options.MinSumHessian) break;
            if (only >= 0 && bin != only) continue;
            var gain = score.Gain(gradient, hessian, count, leaf.Gradient - gradient, rightHessian, rightCount);
            if (gain <= _needed) continue;
            _splittable = true;
            if (gain > bestGain) (bestGain, bestCut, bestGradient, bestHessian, bestCount) = (gain, bin, gradient, hessian, count);
        }
        Offer(bestGain, bestCut, bestGradient, bestHessian, bestCount, defaultLeft: false, ref best);
    }

    readonly (double Gradient, double Hessian, int Count) Rest(ReadOnlySpan<double> sums)
    {
        var (gradient, hessian, count) = (leaf.Gradient, leaf.Hessian - LeafSums.Epsilon, leaf.Count);
        for (var bin = 1; bin < bins.Count; bin++)
        {
            gradient -= sums[2 * bin];
            hessian -= sums[2 * bin + 1];
            count -= (int)(sums[2 * bin + 1] * leaf.CountFactor + 0.5);
        }
        return (gradient, hessian, count);
    }

    readonly void Offer(double gain, int cut, double gradient, double hessian, int count, bool defaultLeft, ref SplitCandidate best)
    {
        if (!_splittable || !(gain > best.Gain + _needed)) return;
        var (rightGradient, rightHessian) = (leaf.Gradient - gradient, leaf.Hessian - hessian);
        best.Gain = gain - _needed;
        best.Threshold = cut;
        best.DefaultLeft = defaultLeft;
        best.Left = new SideOfSplit(gradient, hessian - LeafSums.Epsilon, score.Output(gradient, hessian, count));
        best.Right = new SideOfSplit(rightGradient, rightHessian - LeafSums.Epsilon, score.Output(rightGradient, rightHessian, leaf.Count - count));
    }
}
