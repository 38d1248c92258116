using System.Numerics.Tensors;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>Linear predictors of all cases from the columns that have coefficients.</summary>
static class ActivePredictor
{
    /// <summary>The rows that are worked on at a time.</summary>
    public const int ChunkRows = 2048;

    /// <summary>Intercept and weighted sum of columns for each case.</summary>
    public static void Compute(double[][] columns, List<int> active, double intercept, double[] coefficients, double[] target, RunContext context) =>
        context.Work.ForChunks(target.Length, ChunkRows, (_, start, end) =>
        {
            var part = target.AsSpan(start, end - start);
            part.Fill(intercept);
            foreach (var k in active)
                if (coefficients[k] != 0) TensorPrimitives.MultiplyAdd(columns[k].AsSpan(start, part.Length), coefficients[k], part, part);
        });
}
