namespace Rtemis.Learning.Supervised.Boosting.Binning;

/// <summary>A feature as numbers.</summary>
/// <param name="Values">One a case; NaN where missing.</param>
/// <param name="IsCategorical">Whether they are 0-based levels of a factor.</param>
readonly record struct CodedColumn(ReadOnlyMemory<double> Values, bool IsCategorical);
