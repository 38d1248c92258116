using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised;

/// <summary>Trains models that are part of another one, each with all that a run does for its model: checks, search, weights, predictions, metrics.</summary>
public interface IInnerTraining
{
    /// <summary>Trains a model. Its steps are told inside of the step that it is part of.</summary>
    /// <param name="algorithm">The algorithm; hyperparameters that call for it are searched for in the default way.</param>
    /// <param name="data">The cases to learn from.</param>
    /// <param name="held">Cases that learners which look at any while they learn are shown, or null.</param>
    /// <param name="context">The step.</param>
    /// <exception cref="LearningException">The data or the options don't allow it.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    ISupervisedModel Train(ConfiguredAlgorithm algorithm, SupervisedData data, SupervisedData? held, RunContext context);
}
