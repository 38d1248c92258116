using Rtemis.Learning.Data;

namespace Rtemis.Learning.Numerics;

/// <summary>A dense matrix, read a stretch at a time.</summary>
sealed class MatrixColumns(Matrix matrix) : ITallMatrix
{
    public int Rows => matrix.Rows;

    public int Columns => matrix.Columns;

    public void Read(int column, int start, Span<double> target) => matrix.Column(column).Slice(start, target.Length).CopyTo(target);
}
