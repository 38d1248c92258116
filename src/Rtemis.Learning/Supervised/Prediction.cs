using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised;

/// <summary>Predictions for a number of cases.</summary>
/// <param name="Values">
/// Rows are cases. Regression: one column of numbers. Two classes: one column, the probability of the second (positive) level. More classes: one
/// column of probabilities a level, in level order.
/// </param>
public sealed record Prediction(Matrix Values);
