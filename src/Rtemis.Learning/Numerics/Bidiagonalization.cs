using System.Numerics.Tensors;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// A matrix turned by reflections from both sides into one with a diagonal and a line beside it: above it, or below it where the matrix has
/// fewer rows than columns. Source: G. H. Golub and C. F. Van Loan, "Matrix Computations", section 5.4; order and signs are those of
/// LAPACK's <c>dgebd2</c>.
/// </summary>
sealed class Bidiagonalization
{
    readonly double[][] _columns;
    readonly int _rows;
    readonly List<Reflector> _right = [];

    /// <summary>Reduces a matrix, given as columns, which are used up.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Bidiagonalization(double[][] columns, int rows, CancellationToken cancellation)
    {
        _columns = columns;
        _rows = rows;
        var size = Math.Min(rows, columns.Length);
        Diagonal = new double[size];
        Beside = new double[Math.Max(0, size - 1)];
        for (var i = 0; i < size; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsUpper)
            {
                Diagonal[i] = ReflectRows(i, i);
                if (i < size - 1) Beside[i] = ReflectColumns(i, i + 1);
            }
            else
            {
                Diagonal[i] = ReflectColumns(i, i);
                if (i < size - 1) Beside[i] = ReflectRows(i, i + 1);
            }
        }
    }

    /// <summary>Whether the line is above the diagonal.</summary>
    public bool IsUpper => _rows >= _columns.Length;

    public double[] Diagonal { get; }

    public double[] Beside { get; }

    /// <summary>Turns a right vector of the reduced matrix into one of the matrix itself.</summary>
    public void ApplyRight(Span<double> vector)
    {
        for (var i = _right.Count - 1; i >= 0; i--) _right[i].Apply(vector[_right[i].First..]);
    }

    // Clears a column below a row; the columns after it turn along.
    double ReflectRows(int column, int row)
    {
        var reflector = Reflector.Of(_columns[column].AsSpan(row), row, out var result);
        foreach (var other in _columns.AsSpan(column + 1)) reflector.Apply(other.AsSpan(row));
        return result;
    }

    // Clears a row right of a column; the rows after it turn along, by whole columns.
    double ReflectColumns(int row, int column)
    {
        var reflector = Reflector.Of(Array.ConvertAll(_columns[column..], c => c[row]), column, out var result);
        _right.Add(reflector);
        if (reflector.Scale == 0 || row + 1 == _rows) return result;
        var sums = new double[_rows - row - 1];
        for (var k = 0; k < reflector.Axis.Length; k++)
            TensorPrimitives.MultiplyAdd(_columns[column + k].AsSpan(row + 1), reflector.Axis[k], sums, sums);
        for (var k = 0; k < reflector.Axis.Length; k++)
        {
            var rest = _columns[column + k].AsSpan(row + 1);
            TensorPrimitives.MultiplyAdd(sums, -reflector.Scale * reflector.Axis[k], rest, rest);
        }
        return result;
    }
}
