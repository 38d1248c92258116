using System.Numerics.Tensors;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Decomposition;

/// <summary>The way back of components that are weighed and added up.</summary>
static class LinearMap
{
    /// <summary>Writes what the components make of a variable in some cases.</summary>
    /// <param name="scores">The cases in the components.</param>
    /// <param name="weights">One row a variable, one column a component.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="first">The first case.</param>
    /// <param name="target">As many cases; replaced.</param>
    public static void Write(Matrix scores, Matrix weights, int variable, int first, Span<double> target)
    {
        target.Clear();
        for (var c = 0; c < weights.Columns; c++)
            TensorPrimitives.MultiplyAdd(scores.Column(c).Slice(first, target.Length), weights[variable, c], target, target);
    }
}
