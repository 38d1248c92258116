using System.Numerics.Tensors;

namespace Rtemis.Learning.Preprocessing.Imputation;

/// <summary>
/// The two ends of a correlation matrix's eigenvalues, without the others: the largest by power iteration, the least by a Cholesky factor. Source: G. H.
/// Golub and C. F. Van Loan, <i>Matrix Computations</i>, 4th ed., 2013, sections 4.2 and 8.2.
/// </summary>
sealed class CorrelationSpectrum
{
    const int PowerSteps = 30;
    const int InverseSteps = 8;

    // What rounding makes of an eigenvalue of 0; this much keeps a factor of it from failing.
    const double Lift = 1e-9;

    readonly double[][] _matrix;
    readonly double _largest;

    /// <param name="correlations">Rows of a correlation matrix.</param>
    /// <param name="positions">The rows and columns that count.</param>
    public CorrelationSpectrum(double[][] correlations, List<int> positions)
    {
        _matrix = [.. positions.Select(row => positions.Select(column => correlations[row][column]).ToArray())];
        var vector = Start();
        for (var step = 0; step < PowerSteps; step++)
        {
            var next = Array.ConvertAll(_matrix, row => TensorPrimitives.Dot<double>(row, vector));
            _largest = TensorPrimitives.Norm<double>(next);
            TensorPrimitives.Divide(next, _largest, vector);
        }
    }

    /// <summary>Whether the least eigenvalue is above a share of the largest.</summary>
    public bool IsAbove(double share) => Factor(-share * _largest) is not null;

    /// <summary>The position with the largest part in the direction of the least eigenvalue.</summary>
    public int MostDependent()
    {
        var factor = Factor(Lift) ?? throw new InvalidOperationException("The matrix has no correlations.");
        var vector = Start();
        for (var step = 0; step < InverseSteps; step++)
        {
            Solve(factor, vector);
            TensorPrimitives.Divide(vector, TensorPrimitives.Norm<double>(vector), vector);
        }
        return TensorPrimitives.IndexOfMaxMagnitude<double>(vector);
    }

    // A direction that no eigenvector of a usual matrix is at a right angle to.
    double[] Start()
    {
        var vector = new double[_matrix.Length];
        for (var i = 0; i < vector.Length; i++) vector[i] = 1 + 0.5 * Math.Sin(i + 1);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<double>(vector), vector);
        return vector;
    }

    // The Cholesky factor's rows, of the matrix with something added to its diagonal; null where it has an eigenvalue of 0 or less.
    double[][]? Factor(double added)
    {
        var factor = new double[_matrix.Length][];
        for (var i = 0; i < factor.Length; i++)
        {
            var row = factor[i] = new double[i + 1];
            for (var j = 0; j < i; j++)
                row[j] = (_matrix[i][j] - TensorPrimitives.Dot<double>(row.AsSpan(0, j), factor[j].AsSpan(0, j))) / factor[j][j];
            var square = _matrix[i][i] + added - TensorPrimitives.SumOfSquares<double>(row.AsSpan(0, i));
            if (!(square > 0)) return null;
            row[i] = Math.Sqrt(square);
        }
        return factor;
    }

    static void Solve(double[][] factor, double[] vector)
    {
        for (var i = 0; i < vector.Length; i++)
            vector[i] = (vector[i] - TensorPrimitives.Dot<double>(factor[i].AsSpan(0, i), vector.AsSpan(0, i))) / factor[i][i];
        for (var i = vector.Length - 1; i >= 0; i--)
        {
            vector[i] /= factor[i][i];
            TensorPrimitives.MultiplyAdd(factor[i].AsSpan(0, i), -vector[i], vector.AsSpan(0, i), vector.AsSpan(0, i));
        }
    }
}
