using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Nnls;
using Rtemis.Learning.Tests.Golden.Unsupervised;

namespace Rtemis.Learning.Tests.Numerics;

public class NonNegativeSystemTests
{
    [Theory]
    [InlineData(12, 3)]
    [InlineData(40, 9)]
    [InlineData(30, 25)]
    public void AgreesWithTheSolverOfOneResponse(int rows, int columns)
    {
        var (design, responses) = (Matrix(rows, columns, 1), Matrix(rows, 60, 2));
        var context = new RunContext();
        var products = TallCrossProduct.Of(new MatrixColumns(design), context);
        var rights = TallCrossProduct.Of(new MatrixColumns(responses), design, context);
        var solutions = new NonNegativeSystem(products).Solve(rights, context);
        for (var i = 0; i < responses.Columns; i++)
        {
            var alone = NonNegativeLeastSquares.Solve(new MatrixColumns(design), responses.ColumnMemory(i), null, context);
            for (var c = 0; c < columns; c++)
            {
                Assert.Equal(alone[c], solutions[i, c], 1e-9);
                Assert.Equal(alone[c] == 0, solutions[i, c] == 0);
            }
        }
        Assert.Contains(solutions.Values, v => v == 0);
    }

    [Fact]
    public void AResponseOfZerosHasCoefficientsOfZero()
    {
        var products = TallCrossProduct.Of(new MatrixColumns(Matrix(9, 4, 3)), new RunContext());
        Assert.All(new NonNegativeSystem(products).Solve(new Matrix(2, 4), new RunContext()).Values, v => Assert.Equal(0, v));
    }

    [Fact]
    public void ColumnsThatAreTheSameAreNoHindrance()
    {
        var products = new Matrix(2, 2);
        products.Values.AsSpan().Fill(2);
        var rights = new Matrix(1, 2);
        rights.Values.AsSpan().Fill(3);
        var solution = new NonNegativeSystem(products).Solve(rights, new RunContext()).Values;
        Assert.Equal(1.5, solution.Sum(), 1e-12);
    }

    static Matrix Matrix(int rows, int columns, int seed)
    {
        var values = Frames.Normal(rows, columns, seed);
        var matrix = new Matrix(rows, columns);
        for (var c = 0; c < columns; c++) values[c].CopyTo(matrix.Column(c));
        return matrix;
    }
}
