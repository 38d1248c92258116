namespace Rtemis.Data.Arrow;

/// <summary>A column of the schema.</summary>
/// <param name="Name">Its name, possibly empty, possibly not unique.</param>
/// <param name="Type">The type of its values; for an encoded column that of the dictionary's values.</param>
/// <param name="Encoding">How it refers to a dictionary, or null for plain values.</param>
sealed record ArrowField(string Name, ArrowType Type, DictionaryEncoding? Encoding);
