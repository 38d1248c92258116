using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Isomap;

/// <summary>Turns distances into products: minus half their squares, with rows and columns of mean 0.</summary>
static class DoubleCentering
{
    /// <summary>Overwrites distances by products.</summary>
    public static void Apply(SquareMatrix distances, RunContext context)
    {
        context.Work.For(distances.Size, i => TensorPrimitives.Multiply(distances[i], distances[i], distances[i]));
        var means = distances.RowSums(context);
        TensorPrimitives.Divide(means, distances.Size, means);
        var mean = TensorPrimitives.Sum<double>(means) / distances.Size;
        context.Work.For(distances.Size, i =>
        {
            var row = distances[i];
            TensorPrimitives.Subtract(row, means, row);
            TensorPrimitives.Add(row, mean - means[i], row);
            TensorPrimitives.Multiply(row, -0.5, row);
        });
    }
}
