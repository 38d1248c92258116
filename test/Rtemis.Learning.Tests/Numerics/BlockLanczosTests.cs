using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Tests.Numerics;

public class BlockLanczosTests
{
    const double Tolerance = 1e-9;

    static readonly RunContext Run = new();

    [Theory]
    [InlineData(60, 3)]
    [InlineData(300, 2)]
    [InlineData(5, 5)]
    public void FindsTheLargestOfAll(int size, int count)
    {
        var random = new System.Random(size);
        var square = SquareMatrix.Fill(size, (i, row) => Array.Clear(row), Run);
        var whole = new Matrix(size, size);
        for (var i = 0; i < size; i++)
            for (var j = 0; j <= i; j++) square[i][j] = square[j][i] = whole[i, j] = whole[j, i] = random.NextDouble() - 0.5;
        var all = SymmetricEigen.Of(whole, CancellationToken.None);
        int[] order = [.. Enumerable.Range(0, size).OrderByDescending(c => all.Values[c]).Take(count)];
        var found = BlockLanczos.Of(square, count, Run.Work, CancellationToken.None);
        for (var c = 0; c < count; c++)
        {
            Assert.Equal(all.Values[order[c]], found.Values[c], Tolerance);
            Assert.Equal(1, Math.Abs(all.Vectors[order[c]].Zip(found.Vectors[c], (x, y) => x * y).Sum()), Tolerance);
        }
    }

    // Ten eigenvalues of 3, more than a block has vectors, and a negative one that is largest in size; the rest are 0.
    [Fact]
    public void FindsEqualOnesAndGoesOnWhereTheSpaceIsExhausted()
    {
        const int size = 40;
        var square = SquareMatrix.Fill(size, (i, row) =>
        {
            Array.Clear(row);
            row[i] = i < 10 ? 3 : i == 10 ? -7 : 0;
        }, Run);
        var found = BlockLanczos.Of(square, 12, Run.Work, CancellationToken.None);
        Assert.All(found.Values[..10], v => Assert.Equal(3, v, 1e-12));
        Assert.All(found.Values[10..], v => Assert.Equal(0, v, 1e-12));
    }
}
