using Rtemis.Learning.Decomposition;

namespace Rtemis.Learning.Training;

/// <summary>Components that take the place of features before a fit.</summary>
/// <param name="Decomposer">What makes them; its models can be applied to new data.</param>
/// <param name="Features">The features that they are made of, or null for all that are numbers.</param>
public sealed record DecompositionPlan(IDecomposer Decomposer, IReadOnlyList<string>? Features);
