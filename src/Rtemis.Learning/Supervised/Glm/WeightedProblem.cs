using System.Buffers;
using System.Numerics.Tensors;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Supervised.Glm;

/// <summary>A model matrix and a response as its last column, each row times its weight's root.</summary>
sealed class WeightedProblem(ModelMatrix model, ReadOnlyMemory<double> response, ReadOnlyMemory<double>? roots) : IChunkedMatrix
{
    public int Rows => model.Rows;

    public int Columns => model.Names.Count + 1;

    public void CopyTo(int column, int first, Span<double> target)
    {
        if (column == model.Names.Count) response.Span.Slice(first, target.Length).CopyTo(target);
        else CopyFeature(column, first, target);
        if (roots is { } root) TensorPrimitives.Multiply(target, root.Span.Slice(first, target.Length), target);
    }

    void CopyFeature(int column, int first, Span<double> target)
    {
        using var room = MemoryPool<double>.Shared.Rent(target.Length);
        model.Values(column, first, room.Memory[..target.Length]).Span.CopyTo(target);
    }
}
