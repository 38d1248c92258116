using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>
/// Principal components from the singular value decomposition of the centred and scaled columns, with the numbers and signs of R's <c>prcomp</c>.
/// </summary>
/// <param name="parameters">The options.</param>
public sealed class PcaDecomposer(PcaParameters parameters) : IDecomposer
{
    const int ChunkRows = 2048;

    /// <inheritdoc/>
    public string Algorithm => "PCA";

    /// <summary>Learns the components.</summary>
    /// <exception cref="LearningException">A column can't be scaled, a number is not finite, or no component is left.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public PcaModel Fit(NumericFrame data, RunContext context)
    {
        if (data.Rows == 0) throw new LearningException("simpleError", "a dimension is zero");
        var standardized = new StandardizedFrame(data, parameters.Center, parameters.Scale, context);
        var decomposed = RightVectors.Of(standardized, Count, context);
        var divisor = Math.Sqrt(Math.Max(1, data.Rows - 1));
        return new PcaModel(data.Names, standardized, Array.ConvertAll(decomposed.Values, v => v / divisor), decomposed.Vectors,
            Scores(standardized, decomposed.Vectors, context));
    }

    IDecompositionModel IDecomposer.Fit(NumericFrame data, RunContext context) => Fit(data, context);

    int Count(double[] values)
    {
        var count = Math.Min(parameters.K, values.Length);
        if (parameters.Tolerance is { } tolerance) count = Math.Min(count, values.Count(v => v > tolerance * values[0]));
        return count > 0 ? count : throw new LearningException("simpleError", "length of 'dimnames' [2] not equal to array extent");
    }

    static Matrix Scores(StandardizedFrame data, Matrix rotation, RunContext context)
    {
        var scores = new Matrix(data.Rows, rotation.Columns);
        context.Work.ForChunks(data.Rows, ChunkRows, (_, start, end) =>
        {
            var values = new double[end - start];
            for (var c = 0; c < data.Columns; c++)
            {
                data.Read(c, start, values);
                for (var k = 0; k < rotation.Columns; k++)
                {
                    var sums = scores.Column(k)[start..end];
                    TensorPrimitives.MultiplyAdd(values, rotation[c, k], sums, sums);
                }
            }
        });
        return scores;
    }
}
