using System.Numerics.Tensors;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>Linear predictors of cases from the columns that have coefficients.</summary>
static class ActivePredictor
{
    /// <summary>Intercept and weighted sum of columns for some cases.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="active">Those that may have coefficients.</param>
    /// <param name="intercept">The intercept.</param>
    /// <param name="coefficients">One a column.</param>
    /// <param name="start">The first case.</param>
    /// <param name="target">One a case from there on.</param>
    public static void Compute(double[][] columns, List<int> active, double intercept, double[] coefficients, int start, Span<double> target)
    {
        target.Fill(intercept);
        foreach (var k in active)
            if (coefficients[k] != 0) TensorPrimitives.MultiplyAdd(columns[k].AsSpan(start, target.Length), coefficients[k], target, target);
    }
}
