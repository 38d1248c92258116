using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>A matrix to regress on.</summary>
sealed class MatrixColumns(Matrix matrix) : ITallMatrix
{
    public int Rows => matrix.Rows;

    public int Columns => matrix.Columns;

    public void Read(int column, int start, Span<double> target) => matrix.Column(column).Slice(start, target.Length).CopyTo(target);
}
