using Rtemis.Learning.Parameters;

namespace Rtemis.Learning.Supervised;

/// <summary>An algorithm with hyperparameters, some of which may still have to be searched for.</summary>
/// <param name="Hyperparameters">They.</param>
/// <param name="Create">Makes the learner once all of them are settled.</param>
public sealed record ConfiguredAlgorithm(ParameterValues Hyperparameters, Func<ParameterValues, ISupervisedLearner> Create);
