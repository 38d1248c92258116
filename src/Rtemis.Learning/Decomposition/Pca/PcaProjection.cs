using System.Globalization;
using System.Numerics.Tensors;
using MemoryPack;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Pca;

/// <summary>What takes cases to principal components: they are centred, scaled and multiplied with the components.</summary>
/// <param name="Rotation">The right singular vectors: one row a variable, one column a component.</param>
/// <param name="Center">What is taken off each variable, or null.</param>
/// <param name="Scale">What each variable is divided by, or null.</param>
[MemoryPackable]
public sealed partial record PcaProjection(Matrix Rotation, IReadOnlyList<double>? Center, IReadOnlyList<double>? Scale) : IProjection
{
    const int ChunkRows = 512;

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public IReadOnlyList<string> ComponentNames =>
        [.. Enumerable.Range(1, Rotation.Columns).Select(c => string.Create(CultureInfo.InvariantCulture, $"PC{c}"))];

    /// <inheritdoc/>
    public Matrix Project(NumericFrame data, RunContext context) => Project(new PcaScaling(data, Center, Scale), Rotation, context);

    /// <summary>The product of centred and scaled cases with the components: one row a case, one column a component.</summary>
    internal static Matrix Project(PcaScaling data, Matrix rotation, RunContext context)
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
