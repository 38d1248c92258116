using Rtemis.Learning.Supervised.Boosting.Options;

namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>Leaves with L1 and L2 penalties, a largest step, smoothing along the path and bounds that keep the model monotone.</summary>
/// <param name="options">The leaf's options.</param>
/// <param name="lambda2">The L2 penalty.</param>
/// <param name="leaf">The leaf that is split: its value draws the children's, its bounds hold for them.</param>
/// <param name="monotone">The direction that the feature is bound to, or null where no feature is.</param>
readonly struct BoundScore(LeafOptions options, double lambda2, in LeafSums leaf, int? monotone) : ILeafScore
{
    readonly double _low = leaf.Low;
    readonly double _high = leaf.High;
    readonly double _parent = leaf.Output;

    /// <inheritdoc/>
    public double Gain(double gradient, double hessian, int count)
    {
        if (options.MaxDeltaStep > 0 || options.PathSmooth > LeafSums.Epsilon) return GainOf(gradient, hessian, Free(gradient, hessian, count));
        var shrunk = Shrink(gradient);
        return shrunk * shrunk / (hessian + lambda2);
    }

    /// <inheritdoc/>
    public double Gain(double leftGradient, double leftHessian, int leftCount, double rightGradient, double rightHessian, int rightCount)
    {
        if (monotone is not { } direction) return Gain(leftGradient, leftHessian, leftCount) + Gain(rightGradient, rightHessian, rightCount);
        var (left, right) = (Output(leftGradient, leftHessian, leftCount), Output(rightGradient, rightHessian, rightCount));
        if ((direction > 0 && left > right) || (direction < 0 && left < right)) return 0;
        return GainOf(leftGradient, leftHessian, left) + GainOf(rightGradient, rightHessian, right);
    }

    /// <inheritdoc/>
    public bool MayGain(double leftGradient, double leftHessian, double rightGradient, double rightHessian, double least) => true;

    /// <inheritdoc/>
    public double Output(double gradient, double hessian, int count)
    {
        var output = Free(gradient, hessian, count);
        return monotone is null ? output : output < _low ? _low : output > _high ? _high : output;
    }

    /// <summary>How much a leaf of a given value lowers the loss.</summary>
    public double GainOf(double gradient, double hessian, double output) => -(2 * Shrink(gradient) * output + (hessian + lambda2) * output * output);

    double Free(double gradient, double hessian, int count)
    {
        var output = -Shrink(gradient) / (hessian + lambda2);
        if (options.MaxDeltaStep > 0 && Math.Abs(output) > options.MaxDeltaStep) output = Math.CopySign(options.MaxDeltaStep, output);
        if (options.PathSmooth <= LeafSums.Epsilon) return output;
        var weight = count / options.PathSmooth;
        return output * weight / (weight + 1) + _parent / (weight + 1);
    }

    double Shrink(double gradient) => Math.CopySign(Math.Max(0, Math.Abs(gradient) - options.Lambda1), gradient);
}
