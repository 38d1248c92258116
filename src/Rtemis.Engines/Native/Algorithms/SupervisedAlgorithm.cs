using Rtemis.Learning.Parameters;
using Rtemis.Learning.Supervised;

namespace Rtemis.Engines.Native.Algorithms;

/// <summary>All that the engine needs to know of a supervised algorithm.</summary>
/// <param name="Name">rtemis's name.</param>
/// <param name="Description">Its long name, as in result sentences.</param>
/// <param name="Classification">Whether it takes a factor as outcome.</param>
/// <param name="Regression">Whether it takes numbers as outcome.</param>
/// <param name="Survival">Whether rtemis lists it for survival outcomes.</param>
/// <param name="Parameters">Its hyperparameters.</param>
/// <param name="Create">Makes the learner.</param>
sealed record SupervisedAlgorithm(
    string Name, string Description, bool Classification, bool Regression, bool Survival, ParameterSet Parameters,
    Func<ParameterValues, ISupervisedLearner> Create)
{
    /// <summary>Whether rtemis gives the algorithm itself all workers.</summary>
    public bool TakesWorkers { get; } = Create(Parameters.Defaults).TakesWorkers;

    public AlgorithmEntry Entry => new(Name, Description, Classification, Regression, Survival, ParameterDescriptions.Of(Parameters));
}
