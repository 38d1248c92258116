namespace Rtemis.Data;

/// <summary>The combining classes of the first and the last code point of a mark's canonical decomposition.</summary>
readonly record struct CombiningMark(byte First, byte Last);
