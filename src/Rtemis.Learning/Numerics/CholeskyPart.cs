using Rtemis.Learning.Data;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// The triangular factor of some rows and columns of a positive definite matrix. Where the rows are, to rounding, combinations of each other, the system is
/// solved by elimination with pivots instead.
/// </summary>
/// <param name="matrix">The whole matrix.</param>
sealed class CholeskyPart(Matrix matrix)
{
    const double Epsilon = 2.220446049250313e-16;

    readonly Matrix _factor = new(matrix.Rows, matrix.Rows);
    readonly List<int> _columns = [];
    bool _isDefinite;

    /// <summary>The factor of all rows and columns.</summary>
    public static CholeskyPart Whole(Matrix matrix)
    {
        var part = new CholeskyPart(matrix);
        part.Factor([.. Enumerable.Range(0, matrix.Rows)]);
        return part;
    }

    /// <summary>Chooses the rows and columns.</summary>
    public void Factor(List<int> columns)
    {
        _columns.Clear();
        _columns.AddRange(columns);
        _isDefinite = true;
        for (var j = 0; j < _columns.Count && _isDefinite; j++)
        {
            var whole = matrix[_columns[j], _columns[j]];
            var pivot = Below(j, j);
            _isDefinite = pivot > whole * Epsilon;
            _factor[j, j] = Math.Sqrt(pivot);
            for (var i = j + 1; i < _columns.Count; i++) _factor[j, i] = Below(i, j) / _factor[j, j];
        }
    }

    /// <summary>Solves for the chosen columns. Safe for use by several threads as long as the choice stays.</summary>
    /// <param name="right">The right-hand side, of which the chosen rows count.</param>
    /// <param name="solution">The chosen columns' places are filled in.</param>
    public void Solve(ReadOnlySpan<double> right, Span<double> solution)
    {
        Span<double> rest = stackalloc double[_columns.Count];
        for (var i = 0; i < rest.Length; i++) rest[i] = right[_columns[i]];
        if (_isDefinite) Substitute(rest);
        else CompletePivoting.Solve(Chosen(), rest.ToArray()).CopyTo(rest);
        for (var i = 0; i < rest.Length; i++) solution[_columns[i]] = rest[i];
    }

    // A cell less what the steps before have taken off. A factor's row lies in one piece.
    double Below(int i, int j)
    {
        var sum = matrix[_columns[i], _columns[j]];
        var left = _factor.Column(i);
        var right = _factor.Column(j);
        for (var k = 0; k < j; k++) sum -= left[k] * right[k];
        return sum;
    }

    void Substitute(Span<double> rest)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            var row = _factor.Column(i);
            for (var k = 0; k < i; k++) rest[i] -= row[k] * rest[k];
            rest[i] /= row[i];
        }
        for (var i = rest.Length - 1; i >= 0; i--)
        {
            var row = _factor.Column(i);
            rest[i] /= row[i];
            for (var k = 0; k < i; k++) rest[k] -= row[k] * rest[i];
        }
    }

    Matrix Chosen()
    {
        var chosen = new Matrix(_columns.Count, _columns.Count);
        for (var i = 0; i < chosen.Rows; i++)
            for (var j = 0; j < chosen.Rows; j++) chosen[i, j] = matrix[_columns[i], _columns[j]];
        return chosen;
    }
}
