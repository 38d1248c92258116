using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Tests.Numerics;

public class LeadingEigenvectorsTests
{
    // Within 1e-9 of the decomposition of the whole matrix.
    [Theory]
    [InlineData(6, 2)]
    [InlineData(60, 3)]
    [InlineData(200, 5)]
    public void PairsAreThoseOfTheWholeMatrix(int size, int count)
    {
        var matrix = Random(size);
        var whole = SymmetricEigen.Of(matrix, CancellationToken.None);
        var leading = LeadingEigenvectors.Of((v, image) => Multiply(matrix, v, image), size, count, 1e-12, CancellationToken.None);
        for (var c = 0; c < count; c++)
        {
            Assert.Equal(whole.Values[c], leading.Values[c], 1e-9);
            Assert.Equal(1, Math.Abs(TensorPrimitives.Dot<double>(whole.Vectors[c], leading.Vectors[c])), 1e-9);
        }
    }

    // A path's eigenvalues are 2 cos(pi j / (n + 1)), as close together as those of a large graph.
    [Fact]
    public void EigenvaluesThatLieCloseTogetherAreFound()
    {
        const int size = 400;
        var leading = LeadingEigenvectors.Of(
            (v, image) =>
            {
                for (var i = 0; i < size; i++) image[i] = 2 * v[i] + (i > 0 ? v[i - 1] : 0) + (i < size - 1 ? v[i + 1] : 0);
            },
            size, 3, 1e-10, CancellationToken.None);
        for (var j = 0; j < 3; j++) Assert.Equal(2 + 2 * Math.Cos(Math.PI * (j + 1) / (size + 1)), leading.Values[j], 1e-9);
    }

    [Fact]
    public void AMatrixOfLowRankLeavesNothingUnfilled()
    {
        var leading = LeadingEigenvectors.Of((v, image) => { image.Clear(); image[0] = 3 * v[0]; }, 100, 2, 1e-10, CancellationToken.None);
        Assert.Equal(3, leading.Values[0], 1e-12);
        Assert.Equal(0, leading.Values[1], 1e-12);
    }

    [Fact]
    public void ACancelledSearchEnds() =>
        Assert.Throws<OperationCanceledException>(() => LeadingEigenvectors.Of((_, _) => { }, 100, 2, 1e-10, new CancellationToken(canceled: true)));

    static Matrix Random(int size)
    {
        var random = new System.Random(size);
        var matrix = new Matrix(size, size);
        for (var i = 0; i < size; i++)
            for (var j = 0; j <= i; j++) matrix[i, j] = matrix[j, i] = random.NextDouble() - 0.3;
        return matrix;
    }

    static void Multiply(Matrix matrix, ReadOnlySpan<double> vector, Span<double> image)
    {
        image.Clear();
        for (var j = 0; j < matrix.Columns; j++) TensorPrimitives.MultiplyAdd(matrix.Column(j), vector[j], image, image);
    }
}
