namespace Rtemis.Data.Arrow;

/// <summary>What the positions in a dictionary mean at one point of the stream.</summary>
/// <param name="Codes">The level of each position; <see cref="FactorColumn.Missing"/> where the dictionary holds a missing value.</param>
/// <param name="AreIdentity">Whether each position is its own level, so that positions can serve as codes.</param>
readonly record struct DictionaryCodes(ReadOnlyMemory<int> Codes, bool AreIdentity);
