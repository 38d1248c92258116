using System.Numerics.Tensors;
using MemoryPack;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>Regression: the decision value, back on the outcome's scale.</summary>
/// <param name="center">What was taken off the outcome.</param>
/// <param name="scale">What it was divided by then.</param>
[MemoryPackable]
sealed partial class SvmNumber(double center, double scale) : SvmOutcome
{
    /// <summary>What was taken off the outcome.</summary>
    public double Center { get; } = center;

    /// <summary>What it was divided by then.</summary>
    public double Scale { get; } = scale;

    /// <inheritdoc/>
    public override Matrix Predict(Matrix decisions)
    {
        TensorPrimitives.Multiply(decisions.Values, Scale, decisions.Values);
        TensorPrimitives.Add(decisions.Values, Center, decisions.Values);
        return decisions;
    }
}
