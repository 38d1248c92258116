using Rtemis.Learning.Data;
using Rtemis.Learning.Parallel;
using Rtemis.Learning.Supervised.Svm;

namespace Rtemis.Learning.Tests.Supervised.Svm;

public class SmoSolverTests
{
    // Enough steps for the solver to leave variables aside and to take them back.
    const int Rows = 400;
    const int Columns = 5;

    [Theory]
    [InlineData(null, 1)]
    [InlineData(0.3, 1)]
    [InlineData(0.3, 50)]
    public void The_solution_meets_the_conditions_of_optimality(double? gamma, double cost)
    {
        var (table, signs) = Cases();
        var solution = Solve(table, signs, gamma, cost, bytes: 1 << 24);
        var multipliers = solution.Multipliers;
        Assert.True(solution.Converged);
        Assert.Equal(0, multipliers.Sum(), 1e-9 * cost * Rows);
        var (growth, fall) = (double.NegativeInfinity, double.NegativeInfinity);
        for (var i = 0; i < Rows; i++)
        {
            var (lowest, highest) = signs[i] > 0 ? (0.0, cost) : (-cost, 0.0);
            Assert.InRange(multipliers[i], lowest, highest);
            var gradient = Enumerable.Range(0, Rows).Sum(j => multipliers[j] * Kernel(table, i, j, gamma)) - signs[i];
            if (multipliers[i] < highest) growth = Math.Max(growth, -gradient);
            if (multipliers[i] > lowest) fall = Math.Max(fall, gradient);
        }
        // Kernel values are kept in single precision, whose error grows with the multipliers.
        Assert.InRange(growth + fall, double.NegativeInfinity, SmoSolver.Tolerance + 1e-5 * cost);
    }

    [Fact]
    public void Memory_and_threads_change_nothing()
    {
        var (table, signs) = Cases();
        var roomy = Solve(table, signs, 0.3, 10, bytes: 1 << 24);
        var tight = Solve(table, signs, 0.3, 10, bytes: 0, threads: 4);
        Assert.Equal(roomy.Multipliers, tight.Multipliers);
        Assert.Equal(roomy.Offset, tight.Offset);
    }

    [Fact]
    public void A_cancelled_solver_stops()
    {
        var (table, signs) = Cases();
        Assert.ThrowsAny<OperationCanceledException>(() => Solve(table, signs, 0.3, 1, bytes: 1 << 24, cancelled: true));
    }

    [Fact]
    public void Products_are_plain_sums_in_order_of_the_features()
    {
        var (table, _) = Cases();
        int[] rows = [.. Enumerable.Range(3, 37)];
        var tiles = CaseTiles.Of(table, rows);
        var products = new double[tiles.Tiles * CaseTiles.Width];
        tiles.Products(tiles.Case(1), 0, tiles.Tiles, products);
        for (var i = 0; i < rows.Length; i++) Assert.Equal(Product(table, rows[i], rows[1]), products[i]);
    }

    static SmoSolution Solve(Matrix table, double[] signs, double? gamma, double cost, long bytes, int threads = 1, bool cancelled = false)
    {
        var cancellation = new CancellationToken(cancelled);
        int[] cases = [.. Enumerable.Range(0, Rows)];
        var rows = new KernelRows(CaseTiles.Of(table, cases), new SvmKernel(gamma), new WorkSplit(threads, cancellation), bytes);
        var dual = new SvmDual(cases, [.. signs], Array.ConvertAll(signs, s => -s), cost, Array.ConvertAll(cases, rows.Self));
        return SmoSolver.Solve(dual, rows, cancellation);
    }

    static (Matrix Table, double[] Signs) Cases()
    {
        var random = new System.Random(4);
        var table = new Matrix(Rows, Columns);
        for (var i = 0; i < table.Values.Length; i++) table.Values[i] = random.NextDouble() * 4 - 2;
        return (table, [.. Enumerable.Range(0, Rows).Select(i => table[i, 0] + table[i, 1] * table[i, 2] + 2 * random.NextDouble() - 1 > 0 ? 1.0 : -1)]);
    }

    static double Kernel(Matrix table, int i, int j, double? gamma) => gamma is { } g
        ? Math.Exp(-g * (Product(table, i, i) + Product(table, j, j) - 2 * Product(table, i, j)))
        : Product(table, i, j);

    static double Product(Matrix table, int i, int j)
    {
        var sum = 0.0;
        for (var c = 0; c < table.Columns; c++) sum += table[i, c] * table[j, c];
        return sum;
    }
}
