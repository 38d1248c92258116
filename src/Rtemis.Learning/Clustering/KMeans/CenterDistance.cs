using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Clustering.KMeans;

/// <summary>How far cases are from centers, many cases at a time.</summary>
static class CenterDistance
{
    /// <summary>Squared Euclidean or Manhattan distances of the cases from <paramref name="start"/> on, as many as fit.</summary>
    public static void Measure(NumericFrame data, int start, ReadOnlySpan<double> center, bool manhattan, Span<double> distances, Span<double> scratch)
    {
        distances.Clear();
        scratch = scratch[..distances.Length];
        for (var c = 0; c < data.Columns; c++)
        {
            TensorPrimitives.Subtract(data.Column(c).Slice(start, distances.Length), center[c], scratch);
            if (!manhattan) TensorPrimitives.MultiplyAdd(scratch, scratch, distances, distances);
            else
            {
                TensorPrimitives.Abs(scratch, scratch);
                TensorPrimitives.Add(distances, scratch, distances);
            }
        }
    }

    /// <summary>Where a distance is below the least so far, makes it the least, and the number its label.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Improve(ReadOnlySpan<double> distances, double number, Span<double> least, Span<double> labels)
    {
        ref var d = ref MemoryMarshal.GetReference(distances);
        ref var best = ref MemoryMarshal.GetReference(least);
        ref var label = ref MemoryMarshal.GetReference(labels);
        var mark = Vector.Create(number);
        nuint i = 0;
        for (; i + (nuint)Vector<double>.Count <= (nuint)distances.Length; i += (nuint)Vector<double>.Count)
        {
            var (now, before) = (Vector.LoadUnsafe(ref d, i), Vector.LoadUnsafe(ref best, i));
            var closer = Vector.LessThan(now, before);
            Vector.ConditionalSelect(closer, now, before).StoreUnsafe(ref best, i);
            Vector.ConditionalSelect(closer, mark, Vector.LoadUnsafe(ref label, i)).StoreUnsafe(ref label, i);
        }
        for (var k = (int)i; k < distances.Length; k++)
            if (distances[k] < least[k]) (least[k], labels[k]) = (distances[k], number);
    }
}
