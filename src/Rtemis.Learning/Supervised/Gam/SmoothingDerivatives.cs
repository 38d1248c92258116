using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>
/// Derivatives of a penalized fit's deviance and effective degrees of freedom by the logarithms of its smoothing parameters, with the weights held
/// fixed. Source: S. N. Wood, "Fast stable direct fitting and smoothness selection for generalized additive models", Journal of the Royal Statistical
/// Society B 70(3), 2008.
/// </summary>
sealed class SmoothingDerivatives
{
    readonly PenalizedSystem _system;
    readonly Influence _influence;
    readonly WorkSplit _work;

    public SmoothingDerivatives(PenalizedSystem system, Influence influence, WorkSplit work)
    {
        (_system, _influence, _work) = (system, influence, work);
        var count = system.Blocks.Count;
        Directions = new Matrix(system.Coefficients.Length, count);
        Bend = new double[system.Coefficients.Length];
        DevianceGradient = new double[count];
        FreedomGradient = new double[count];
        for (var b = 0; b < count; b++) Differentiate(b);
    }

    /// <summary>The coefficients' first derivatives, a column a smoothing parameter.</summary>
    public Matrix Directions { get; }

    /// <summary>P S b: what the coefficients lose by all penalties together, to first order.</summary>
    public double[] Bend { get; }

    /// <summary>The deviance's gradient.</summary>
    public double[] DevianceGradient { get; }

    /// <summary>The effective degrees of freedom's gradient.</summary>
    public double[] FreedomGradient { get; }

    void Differentiate(int b)
    {
        var (block, smoothing) = (_system.Blocks[b], _system.Smoothing[b]);
        var direction = Directions.Column(b);
        for (var j = block.Start; j < block.Start + block.Length; j++)
        {
            TensorPrimitives.MultiplyAdd(_influence.Inverse.Column(j), -smoothing * _system.Coefficients[j], direction, direction);
            FreedomGradient[b] -= smoothing * _influence.Freedom[j, j];
        }
        TensorPrimitives.Subtract(Bend, direction, Bend);
        for (var b2 = 0; b2 < _system.Blocks.Count; b2++)
            DevianceGradient[b] -= 2 * _system.Smoothing[b2] * Dot(_system.Blocks[b2], _system.Coefficients, direction);
    }

    /// <summary>The deviance's second derivatives.</summary>
    /// <param name="bend">
    /// <see cref="Bend"/>; less P g for those of the deviance plus a function of the coefficients with half the gradient g, of which only the part that
    /// comes from the penalties is added.
    /// </param>
    public Matrix DevianceHessian(double[] bend)
    {
        var turned = CrossProduct.Of(_influence.TransposedFactor, Directions, _work);
        var hessian = CrossProduct.Of(turned, _work);
        for (var k = 0; k < hessian.Rows; k++)
        {
            for (var l = 0; l < hessian.Rows; l++)
                hessian[k, l] = 2 * (hessian[k, l] + Share(k, l) + Share(l, k));
            hessian[k, k] += DevianceGradient[k];
        }
        return hessian;

        double Share(int k, int l) => _system.Smoothing[l] * Dot(_system.Blocks[l], bend, Directions.Column(k));
    }

    /// <summary>The effective degrees of freedom's second derivatives.</summary>
    public Matrix FreedomHessian()
    {
        var hessian = new Matrix(_system.Blocks.Count, _system.Blocks.Count);
        for (var k = 0; k < hessian.Rows; k++)
        {
            for (var l = 0; l < hessian.Rows; l++)
            {
                var block = _system.Blocks[l];
                for (var j = block.Start; j < block.Start + block.Length; j++)
                    hessian[k, l] += Dot(_system.Blocks[k], _influence.Inverse.Column(j), _influence.Freedom.Column(j));
                hessian[k, l] *= 2 * _system.Smoothing[k] * _system.Smoothing[l];
            }
            hessian[k, k] += FreedomGradient[k];
        }
        return hessian;
    }

    static double Dot(PenaltyBlock block, ReadOnlySpan<double> x, ReadOnlySpan<double> y) => TensorPrimitives.Dot(block.Of(x), block.Of(y));
}
