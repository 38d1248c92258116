using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Parallel;

namespace Rtemis.Learning.Tests.Numerics;

public class SymmetricEigenTests
{
    const double Tolerance = 1e-12;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(40)]
    public void Values_and_vectors_rebuild_the_matrix(int size)
    {
        var matrix = Random(size, size);
        var eigen = SymmetricEigen.Of(matrix, CancellationToken.None);
        Assert.Equal(eigen.Values.OrderByDescending(Math.Abs), eigen.Values);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                Assert.Equal(i == j ? 1 : 0, eigen.Vectors[i].Zip(eigen.Vectors[j], (x, y) => x * y).Sum(), Tolerance);
                Assert.Equal(matrix[i, j], Enumerable.Range(0, size).Sum(e => eigen.Values[e] * eigen.Vectors[e][i] * eigen.Vectors[e][j]), Tolerance * size);
            }
        }
    }

    [Fact]
    public void Equal_values_have_orthonormal_vectors()
    {
        var matrix = new Matrix(4, 4);
        for (var i = 0; i < 4; i++) matrix[i, i] = 3;
        Assert.Equal([3, 3, 3, 3], SymmetricEigen.Of(matrix, CancellationToken.None).Values);
    }

    [Fact]
    public void What_is_not_finite_is_refused()
    {
        var matrix = Random(5, 1);
        matrix[2, 3] = matrix[3, 2] = double.NaN;
        Assert.Throws<LearningException>(() => SymmetricEigen.Of(matrix, CancellationToken.None));
    }

    [Theory]
    [InlineData(60, 5)]
    [InlineData(60, 60)]
    [InlineData(3, 3)]
    public void Dominant_vectors_are_those_of_the_whole_decomposition(int size, int count)
    {
        // Eigenvalues that fall, of either sign.
        var basis = SymmetricEigen.Of(Random(size, 7), CancellationToken.None).Vectors;
        var matrix = new Matrix(size, size);
        double Value(int e) => (e % 2 == 0 ? 1 : -1) * Math.Pow(e + 1, -3);
        for (var i = 0; i < size; i++)
            for (var j = 0; j < size; j++) matrix[i, j] = Enumerable.Range(0, size).Sum(e => Value(e) * basis[e][i] * basis[e][j]);
        var found = LeadingEigenvectors.Of(
            (x, y) =>
            {
                for (var i = 0; i < size; i++) y[i] = System.Numerics.Tensors.TensorPrimitives.Dot<double>(matrix.Column(i), x);
            },
            size, count, 1e-14, CancellationToken.None);
        for (var e = 0; e < count; e++)
        {
            Assert.Equal(Value(e), found.Values[e], Tolerance);
            if (e < 5) Assert.Equal(1, Math.Abs(found.Vectors[e].Zip(basis[e], (x, y) => x * y).Sum()), Tolerance);
        }
    }

    [Fact]
    public void Cross_products_are_sums_over_rows()
    {
        var (a, b) = (Random(37, 3), Random(37, 5));
        var work = new WorkSplit(2, CancellationToken.None);
        var (mixed, own) = (CrossProduct.Of(a, b, work), CrossProduct.Of(a, work));
        for (var i = 0; i < 37; i++)
        {
            for (var j = 0; j < 37; j++)
            {
                Assert.Equal(Enumerable.Range(0, 37).Sum(r => a[r, i] * b[r, j]), mixed[i, j], Tolerance);
                Assert.Equal(Enumerable.Range(0, 37).Sum(r => a[r, i] * a[r, j]), own[i, j], Tolerance);
                Assert.Equal(Enumerable.Range(0, 37).Sum(r => CrossProduct.Transpose(a)[i, r] * b[r, j]), BlockProduct.Of(CrossProduct.Transpose(a), b)[i, j], Tolerance);
            }
        }
    }

    static Matrix Random(int size, int seed)
    {
        var random = new System.Random(seed);
        var matrix = new Matrix(size, size);
        for (var i = 0; i < size; i++)
            for (var j = 0; j <= i; j++) matrix[i, j] = matrix[j, i] = random.NextDouble() - 0.5;
        return matrix;
    }
}
