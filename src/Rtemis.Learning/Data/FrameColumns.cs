using Rtemis.Learning.Numerics;

namespace Rtemis.Learning.Data;

/// <summary>A frame, read a stretch of a column at a time.</summary>
sealed class FrameColumns(NumericFrame frame) : ITallMatrix
{
    public int Rows => frame.Rows;

    public int Columns => frame.Columns;

    public void Read(int column, int start, Span<double> target) => frame.Column(column).Slice(start, target.Length).CopyTo(target);
}
