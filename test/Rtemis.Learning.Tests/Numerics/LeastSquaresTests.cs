using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Tests.Numerics;

public class LeastSquaresTests
{
    static readonly RunContext Run = new(threads: 2);

    // Fewer rows than a block, a whole block, several blocks, several segments.
    [Theory]
    [InlineData(12, 5)]
    [InlineData(256, 9)]
    [InlineData(1001, 30)]
    [InlineData(20_000, 11)]
    public void Agrees_with_the_normal_equations_in_higher_precision(int rows, int columns)
    {
        var (x, y) = Sample(rows, columns, seed: 1);
        var expected = NormalEquations(x, y);
        var solution = LeastSquares.Solve(new Whole(x), y, null, Run);
        Assert.Equal(columns, solution.Rank);
        Assert.All(expected.Zip(solution.Coefficients), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Root_weights_multiply_rows()
    {
        var (x, y) = Sample(500, 4, seed: 2);
        var random = new System.Random(3);
        var roots = Enumerable.Range(0, 500).Select(_ => random.NextDouble()).ToArray();
        var solution = LeastSquares.Solve(new Whole(x), y, roots, Run);
        for (var c = 0; c < 4; c++)
            for (var i = 0; i < 500; i++) x[i, c] *= roots[i];
        var expected = NormalEquations(x, [.. y.Zip(roots, (a, b) => a * b)]);
        Assert.All(expected.Zip(solution.Coefficients), p => Assert.Equal(p.First, p.Second, 1e-12));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(9000)]
    public void Columns_that_those_before_them_explain_are_left_out(int rows)
    {
        var (x, y) = Sample(rows, 6, seed: 4);
        for (var i = 0; i < rows; i++)
        {
            x[i, 2] = 2 * x[i, 0] - x[i, 1];
            x[i, 4] = 0;
        }
        var solution = LeastSquares.Solve(new Whole(x), y, null, Run);
        var kept = new Matrix(rows, 4);
        foreach (var (to, from) in new[] { (0, 0), (1, 1), (2, 3), (3, 5) }) x.Column(from).CopyTo(kept.Column(to));
        var expected = NormalEquations(kept, y);
        Assert.Equal(4, solution.Rank);
        Assert.True(double.IsNaN(solution.Coefficients[2]) && double.IsNaN(solution.Coefficients[4]));
        Assert.All(expected.Zip(solution.Coefficients.Where(double.IsFinite)), p => Assert.Equal(p.First, p.Second, 1e-11));
    }

    [Fact]
    public void With_fewer_rows_than_columns_the_first_columns_fit_exactly()
    {
        var (x, y) = Sample(3, 5, seed: 5);
        var solution = LeastSquares.Solve(new Whole(x), y, null, Run);
        Assert.Equal(3, solution.Rank);
        Assert.All(solution.Coefficients[3..], c => Assert.True(double.IsNaN(c)));
        for (var i = 0; i < 3; i++) Assert.Equal(y[i], Enumerable.Range(0, 3).Sum(c => x[i, c] * solution.Coefficients[c]), 1e-12);
    }

    [Theory]
    [InlineData(1e-10, true)]
    [InlineData(1e-12, false)]
    public void A_column_counts_from_a_share_of_1e_minus_11_of_its_own(double share, bool counts)
    {
        var (x, y) = Sample(100, 2, seed: 6);
        for (var i = 0; i < 100; i++) x[i, 1] = x[i, 0] + share * x[i, 1];
        Assert.Equal(counts ? 2 : 1, LeastSquares.Solve(new Whole(x), y, null, Run).Rank);
    }

    static (Matrix X, double[] Y) Sample(int rows, int columns, int seed)
    {
        var random = new System.Random(seed);
        var x = new Matrix(rows, columns);
        for (var i = 0; i < x.Values.Length; i++) x.Values[i] = 2 * random.NextDouble() - 1;
        return (x, [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble())]);
    }

    // 28 digits make up for the squared condition.
    static double[] NormalEquations(Matrix x, double[] y)
    {
        var n = x.Columns;
        var a = new decimal[n, n + 1];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) a[i, j] = Dot(x.Column(i), x.Column(j));
            a[i, n] = Dot(x.Column(i), y);
        }
        for (var k = 0; k < n; k++)
            for (var i = 0; i < n; i++)
            {
                if (i == k) continue;
                var share = a[i, k] / a[k, k];
                for (var j = k; j <= n; j++) a[i, j] -= share * a[k, j];
            }
        return [.. Enumerable.Range(0, n).Select(i => (double)(a[i, n] / a[i, i]))];
    }

    static decimal Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0m;
        for (var i = 0; i < a.Length; i++) sum += (decimal)a[i] * (decimal)b[i];
        return sum;
    }

    sealed class Whole(Matrix matrix) : ITallMatrix
    {
        public int Rows => matrix.Rows;

        public int Columns => matrix.Columns;

        public void Read(int column, int start, Span<double> target) => matrix.Column(column).Slice(start, target.Length).CopyTo(target);
    }
}
