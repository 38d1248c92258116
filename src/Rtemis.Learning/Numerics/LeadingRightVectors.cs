using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// The first singular values and right singular vectors of a large matrix, from products with it alone: see <see cref="LeadingEigenvectors"/>. Each
/// vector's sign is that of its largest entry, which is above 0.
/// </summary>
static class LeadingRightVectors
{
    // Up to this many rows or columns the whole decomposition takes a second or two.
    const int LargestWhole = 500;

    const int LargestShare = 10;
    const double Tolerance = 1e-13;

    // Squares are what is decomposed: what is smaller beside the first loses its digits.
    const double Least = 1e-5;

    const int ChunkRows = 512;

    /// <summary>The first vectors, or null where the whole decomposition is the better way: the matrix is small, many are asked for, or one is of little size.</summary>
    public static RightVectors? Find(ITallMatrix source, int count, RunContext context)
    {
        var smaller = Math.Min(source.Rows, source.Columns);
        if (smaller <= LargestWhole || (long)count * LargestShare > smaller) return null;
        var isTall = source.Rows >= source.Columns;
        SymmetricProduct product = isTall
            ? (vector, image) => TransposedTimes(source, Times(source, vector.ToArray(), context), image, context)
            : (vector, image) =>
            {
                var across = new double[source.Columns];
                TransposedTimes(source, vector.ToArray(), across, context);
                Times(source, across, context).CopyTo(image);
            };
        var eigen = LeadingEigenvectors.Of(product, smaller, count, Tolerance, context.Cancellation);
        var values = Array.ConvertAll(eigen.Values, v => Math.Sqrt(Math.Max(0, v)));
        if (!(values[^1] > Least * values[0])) return null;

        var vectors = new Matrix(source.Columns, count);
        for (var c = 0; c < count; c++)
        {
            var vector = vectors.Column(c);
            if (isTall) eigen.Vectors[c].CopyTo(vector);
            else TransposedTimes(source, eigen.Vectors[c], vector, context);
            var largest = TensorPrimitives.MaxMagnitude<double>(vector);
            TensorPrimitives.Divide(vector, Math.CopySign(TensorPrimitives.Norm<double>(vector), largest), vector);
        }
        return new RightVectors(values, vectors);
    }

    static double[] Times(ITallMatrix source, double[] vector, RunContext context)
    {
        var image = new double[source.Rows];
        context.Work.ForChunks(source.Rows, ChunkRows, (_, first, end) =>
        {
            Span<double> stretch = stackalloc double[end - first];
            var sums = image.AsSpan(first..end);
            for (var j = 0; j < vector.Length; j++)
            {
                source.Read(j, first, stretch);
                TensorPrimitives.MultiplyAdd(stretch, vector[j], sums, sums);
            }
        });
        return image;
    }

    static void TransposedTimes(ITallMatrix source, double[] vector, Span<double> image, RunContext context)
    {
        var products = new double[source.Columns];
        context.Work.For(source.Columns, j =>
        {
            Span<double> stretch = stackalloc double[ChunkRows];
            for (var first = 0; first < vector.Length; first += ChunkRows)
            {
                var part = stretch[..Math.Min(ChunkRows, vector.Length - first)];
                source.Read(j, first, part);
                products[j] += TensorPrimitives.Dot<double>(part, vector.AsSpan(first, part.Length));
            }
        });
        products.CopyTo(image);
    }
}
