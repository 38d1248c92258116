namespace Rtemis.Learning.Numerics;

/// <summary>
/// A matrix that is read a stretch of a column at a time, so that it need not exist as a whole. Safe for use by several threads.
/// </summary>
interface ITallMatrix
{
    int Rows { get; }

    int Columns { get; }

    /// <summary>Writes a column's values from row <paramref name="start"/> on into <paramref name="target"/>, as many as fit.</summary>
    void Read(int column, int start, Span<double> target);
}
