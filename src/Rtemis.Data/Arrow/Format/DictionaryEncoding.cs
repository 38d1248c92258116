namespace Rtemis.Data.Arrow;

/// <summary>How a column refers to a dictionary of values that comes in messages of its own.</summary>
/// <param name="Id">The dictionary's number; columns may share one.</param>
/// <param name="Index">The type of the column's positions in the dictionary.</param>
sealed record DictionaryEncoding(long Id, ArrowType.Int Index);
