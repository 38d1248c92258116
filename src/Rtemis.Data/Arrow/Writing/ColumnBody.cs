namespace Rtemis.Data.Arrow;

/// <summary>What a batch holds of one column.</summary>
/// <param name="Rows">The number of cells.</param>
/// <param name="Missing">How many of them are missing.</param>
/// <param name="Buffers">The validity and then the values, as the type's layout has them.</param>
sealed record ColumnBody(int Rows, int Missing, IReadOnlyList<BodyBuffer> Buffers);
