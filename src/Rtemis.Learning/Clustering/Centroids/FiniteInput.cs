using System.Numerics.Tensors;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Clustering.Centroids;

/// <summary>Data without infinite numbers, which the original's compiled code does not take.</summary>
static class FiniteInput
{
    /// <param name="data">The cases.</param>
    /// <param name="argument">The data's place among the arguments of the original's call.</param>
    /// <exception cref="LearningException">A number is infinite.</exception>
    public static void Demand(NumericFrame data, int argument)
    {
        for (var j = 0; j < data.Columns; j++)
            if (!TensorPrimitives.IsFiniteAll(data.Column(j)))
                throw new LearningException("simpleError", $"NA/NaN/Inf in foreign function call (arg {argument})");
    }
}
