using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised;

/// <summary>A learner that can be told which cases were held out, and looks at them while it learns: to end before it learns too much by heart.</summary>
public interface IValidatedLearner : ISupervisedLearner
{
    /// <summary>Learns a model.</summary>
    /// <param name="data">The cases to learn from.</param>
    /// <param name="held">The cases held out, of the same features, or null.</param>
    /// <param name="context">The run.</param>
    /// <exception cref="LearningException">The algorithm can't use this data.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    ISupervisedModel Fit(SupervisedData data, SupervisedData? held, RunContext context);
}
