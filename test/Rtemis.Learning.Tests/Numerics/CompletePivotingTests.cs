using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Tests.Numerics;

/// <summary>Square systems with and without full rank.</summary>
public sealed class CompletePivotingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    public void ASystemOfFullRankHasItsSolution(int size)
    {
        var random = new System.Random(size);
        var system = new Matrix(size, size);
        for (var i = 0; i < system.Values.Length; i++) system.Values[i] = random.NextDouble() - 0.5;
        double[] wanted = [.. Enumerable.Range(1, size).Select(i => (double)i)];
        var solution = CompletePivoting.Solve(Copy(system), Times(system, wanted));
        for (var i = 0; i < size; i++) Assert.Equal(wanted[i], solution[i], 1e-9);
    }

    [Fact]
    public void UnknownsThatAreLeftOverAreZero()
    {
        // The third column is the sum of the others.
        double[][] rows = [[4, 1, 5], [1, 3, 4], [5, 4, 9]];
        var system = new Matrix(3, 3);
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++) system[i, j] = rows[i][j];
        }
        var right = Times(system, [1, 2, 3]);
        var solution = CompletePivoting.Solve(Copy(system), [.. right]);
        Assert.Single(solution, 0.0);
        Assert.All(Times(system, solution).Zip(right), pair => Assert.Equal(pair.Second, pair.First, 1e-10));
    }

    [Fact]
    public void ASystemOfZerosGivesZeros() => Assert.Equal([0.0, 0.0], CompletePivoting.Solve(new Matrix(2, 2), [1, 2]));

    static Matrix Copy(Matrix system) => system.SelectRows([.. Enumerable.Range(0, system.Rows)]);

    static double[] Times(Matrix system, double[] vector) =>
        [.. Enumerable.Range(0, system.Rows).Select(i => Enumerable.Range(0, system.Columns).Sum(j => system[i, j] * vector[j]))];
}
