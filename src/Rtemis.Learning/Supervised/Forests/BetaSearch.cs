using Rtemis.Learning.Random;

namespace Rtemis.Learning.Supervised.Forests;

/// <summary>
/// Cuts by the likelihood of beta distributions on both sides, for shares as outcome. Source: L. Weinhold, M. Schmid, R. Mitchell, K. O. Maloney, M. N.
/// Wright and M. Berger, "A random forest approach for bounded outcome variables", Journal of Computational and Graphical Statistics 29(3), 2020.
/// </summary>
/// <param name="features">The features, none of them unordered.</param>
/// <param name="response">The outcome in the node: numbers from 0 to 1.</param>
/// <param name="penalty">What makes scores worse.</param>
/// <param name="cancellation">Ends the search.</param>
sealed class BetaSearch(IReadOnlyList<ForestFeature> features, NumberNode response, SplitPenalty penalty, CancellationToken cancellation)
    : FeatureSearch(features, response, penalty, cancellation)
{
    // Variances below it are none.
    const double Epsilon = 2.220446049250313e-16;

    readonly NodeOrder _order = new();
    readonly NumberNode _response = response;
    bool[] _right = [];

    /// <inheritdoc/>
    protected override double Least => double.NegativeInfinity;

    /// <inheritdoc/>
    protected override void Look(
        int position, ForestFeature feature, ReadOnlySpan<int> rows, double penalty, MersenneTwister64 random, ref NodeSplit best)
    {
        _order.Sort(rows, feature);
        if (_right.Length < rows.Length) _right = new bool[rows.Length];
        var right = _right.AsSpan(0, rows.Length);
        right.Fill(true);
        var keys = _order.Keys;
        for (var i = 0; i < keys.Length - 1; i++)
        {
            right[NodeOrder.Position(keys[i])] = false;
            var (below, above) = (NodeOrder.Rank(keys[i]), NodeOrder.Rank(keys[i + 1]));
            if (below == above || i < 1 || i > keys.Length - 3) continue;
            Cancellation.ThrowIfCancellationRequested();
            // Logarithms of likelihoods are mostly negative: a factor below 1 would make them better.
            var score = LogLikelihood(right, keys.Length - i - 1) / penalty;
            if (score > best.Score) best = new NodeSplit(score, position, feature.Cut(below, above), below);
        }
    }

    // NaN where a side does not vary.
    double LogLikelihood(ReadOnlySpan<bool> right, int rightCount)
    {
        var numbers = _response.Numbers;
        var sum = 0.0;
        for (var i = 0; i < numbers.Length; i++)
            if (right[i]) sum += numbers[i];
        var leftCount = numbers.Length - rightCount;
        var (leftMean, rightMean) = ((_response.Sum - sum) / leftCount, sum / rightCount);
        var (leftSquares, rightSquares) = (0.0, 0.0);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (right[i]) rightSquares += (numbers[i] - rightMean) * (numbers[i] - rightMean);
            else leftSquares += (numbers[i] - leftMean) * (numbers[i] - leftMean);
        }
        var (leftVariance, rightVariance) = (leftSquares / (leftCount - 1), rightSquares / (rightCount - 1));
        if (leftVariance < Epsilon || rightVariance < Epsilon) return double.NaN;
        var (leftBeta, rightBeta) = (BetaDensity.Of(leftMean, leftVariance), BetaDensity.Of(rightMean, rightVariance));
        var (leftLikelihood, rightLikelihood) = (0.0, 0.0);
        for (var i = 0; i < numbers.Length; i++)
        {
            if (right[i]) rightLikelihood += rightBeta.Log(numbers[i]);
            else leftLikelihood += leftBeta.Log(numbers[i]);
        }
        return rightLikelihood + leftLikelihood;
    }
}
