namespace Rtemis.Learning.Supervised.Boosting.Growing;

/// <summary>Leaves with no more than an L2 penalty.</summary>
/// <param name="lambda2">The penalty.</param>
readonly struct PlainScore(double lambda2) : ILeafScore
{
    const double Room = 1 - 1e-12;

    /// <inheritdoc/>
    public double Gain(double gradient, double hessian, int count) => gradient * gradient / (hessian + lambda2);

    /// <inheritdoc/>
    public double Gain(double leftGradient, double leftHessian, int leftCount, double rightGradient, double rightHessian, int rightCount) =>
        leftGradient * leftGradient / (leftHessian + lambda2) + rightGradient * rightGradient / (rightHessian + lambda2);

    /// <summary>As the gain, multiplied by both denominators: without divisions, and with room for rounding.</summary>
    public bool MayGain(double leftGradient, double leftHessian, double rightGradient, double rightHessian, double least)
    {
        var (left, right) = (leftHessian + lambda2, rightHessian + lambda2);
        return leftGradient * leftGradient * right + rightGradient * rightGradient * left >= least * Room * left * right;
    }

    /// <inheritdoc/>
    public double Output(double gradient, double hessian, int count) => -gradient / (hessian + lambda2);
}
