using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>Cases in the components.</summary>
static class PcaProjection
{
    const int ChunkRows = 512;

    /// <summary>The product of centred and scaled cases with the components: one row a case, one column a component.</summary>
    public static Matrix Of(PcaScaling data, Matrix rotation, RunContext context)
    {
        var scores = new Matrix(data.Rows, rotation.Columns);
        context.Work.ForChunks(data.Rows, ChunkRows, (_, first, end) =>
        {
            Span<double> cases = stackalloc double[end - first];
            for (var j = 0; j < data.Columns; j++)
            {
                data.Read(j, first, cases);
                for (var c = 0; c < rotation.Columns; c++)
                {
                    var target = scores.Column(c)[first..end];
                    TensorPrimitives.MultiplyAdd(cases, rotation[j, c], target, target);
                }
            }
        });
        return scores;
    }
}
