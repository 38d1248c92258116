namespace Rtemis.Learning.Numerics;

/// <summary>A matrix whose values are computed or fetched where they are needed, a stretch of a column at a time.</summary>
interface IChunkedMatrix
{
    int Rows { get; }

    int Columns { get; }

    /// <summary>Gives the values of <paramref name="column"/> in the rows from <paramref name="first"/> on, as many as there is room for.</summary>
    void CopyTo(int column, int first, Span<double> target);
}
