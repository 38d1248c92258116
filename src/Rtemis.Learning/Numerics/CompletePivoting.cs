using Rtemis.Learning.Data;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// Solves square systems by elimination with the largest remaining entry as the next pivot. Source: G. H. Golub and C. F. Van Loan, "Matrix Computations", 2013,
/// section 3.4.
/// </summary>
static class CompletePivoting
{
    const double Rounding = 2.220446049250313e-16;

    /// <summary>Solves a system; where it has many solutions, the one in which the unknowns that are left over are 0.</summary>
    /// <param name="system">The coefficients, square; they are overwritten.</param>
    /// <param name="right">The right-hand side; it is overwritten.</param>
    public static double[] Solve(Matrix system, double[] right)
    {
        var size = right.Length;
        int[] order = [.. Enumerable.Range(0, size)];
        var rank = 0;
        var largest = 0.0;
        for (; rank < size; rank++)
        {
            var (row, column) = Pivot(system, rank);
            var pivot = Math.Abs(system[row, column]);
            largest = Math.Max(largest, pivot);
            if (pivot <= largest * Rounding * size) break;
            Exchange(system, right, order, rank, row, column);
            Eliminate(system, right, rank);
        }
        var solution = new double[size];
        for (var i = rank - 1; i >= 0; i--)
        {
            var rest = right[i];
            for (var j = i + 1; j < rank; j++) rest -= system[i, j] * solution[order[j]];
            solution[order[i]] = rest / system[i, i];
        }
        return solution;
    }

    static (int Row, int Column) Pivot(Matrix system, int step)
    {
        var (row, column) = (step, step);
        for (var j = step; j < system.Columns; j++)
        {
            for (var i = step; i < system.Rows; i++)
                if (Math.Abs(system[i, j]) > Math.Abs(system[row, column])) (row, column) = (i, j);
        }
        return (row, column);
    }

    static void Exchange(Matrix system, double[] right, int[] order, int step, int row, int column)
    {
        for (var j = 0; j < system.Columns && row != step; j++) (system[row, j], system[step, j]) = (system[step, j], system[row, j]);
        for (var i = 0; i < system.Rows && column != step; i++) (system[i, column], system[i, step]) = (system[i, step], system[i, column]);
        (right[row], right[step]) = (right[step], right[row]);
        (order[column], order[step]) = (order[step], order[column]);
    }

    static void Eliminate(Matrix system, double[] right, int step)
    {
        for (var i = step + 1; i < system.Rows; i++)
        {
            var factor = system[i, step] / system[step, step];
            for (var j = step + 1; j < system.Columns; j++) system[i, j] -= factor * system[step, j];
            right[i] -= factor * right[step];
        }
    }
}
