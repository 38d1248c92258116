using System.Numerics.Tensors;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Glm;

namespace Rtemis.Learning.Supervised.Gam;

/// <summary>How much the parts of the linear predictor vary in training.</summary>
static class PartialEffects
{
    /// <summary>Each part's variance over the sum of all: factors first, then smooth terms.</summary>
    /// <param name="factors">The factors' terms.</param>
    /// <param name="parametric">The coefficients of the intercept and of the factors' levels.</param>
    /// <param name="smooths">The smooth terms.</param>
    /// <param name="features">The features in training.</param>
    /// <param name="context">The run.</param>
    public static double[] Shares(
        DesignTerm[] factors, double[] parametric, SmoothTerm[] smooths, IReadOnlyList<Column> features, RunContext context)
    {
        Column[] factorFeatures = [.. features.OfType<FactorColumn>()];
        Column[] numbers = [.. features.Where(NumericColumn.IsNumeric)];
        var variances = new double[factors.Length + smooths.Length];
        var at = 1;
        for (var f = 0; f < factors.Length; f++)
        {
            var levels = factors[f].ColumnNames.Count();
            double[] coefficients = [0, .. parametric.AsSpan(at, levels)];
            var part = new DesignMatrix([factors[f]], [factorFeatures[f]], factorFeatures[f].Length).Times(coefficients, context.Work);
            variances[f] = Variance(part);
            at += levels;
        }
        context.Work.For(smooths.Length, s =>
        {
            var part = new double[numbers[s].Length];
            smooths[s].AddTo(numbers[s], 0, part);
            variances[factors.Length + s] = Variance(part);
        });
        TensorPrimitives.Divide(variances, TensorPrimitives.Sum<double>(variances), variances);
        return variances;
    }

    static double Variance(double[] values)
    {
        TensorPrimitives.Subtract(values, TensorPrimitives.Average<double>(values), values);
        return TensorPrimitives.SumOfSquares<double>(values) / (values.Length - 1);
    }
}
