using Rtemis.Learning.Parameters;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tuning;

/// <summary>A search for the hyperparameters of an algorithm, as a step of a training run.</summary>
/// <param name="Hyperparameters">The hyperparameters, at least one of them with candidates or left for the fits to find.</param>
/// <param name="Config">How they are searched.</param>
/// <param name="Apply">The plan with settled hyperparameters.</param>
public sealed record HyperparameterSearch(ParameterValues Hyperparameters, GridSearchConfig Config, Func<TrainingPlan, ParameterValues, TrainingPlan> Apply)
{
    /// <summary>The run without a search, with these values for what is searched over.</summary>
    /// <exception cref="LearningException">A value can't be one: a combination that could not be judged leaves it unset.</exception>
    internal (TrainingPlan Plan, ParameterValues Hyperparameters) Settle(TrainingPlan plan, IEnumerable<KeyValuePair<string, ParameterValue>> values)
    {
        try
        {
            var settled = Hyperparameters.With(values);
            return (Apply(plan, settled) with { Search = null }, settled);
        }
        catch (ParameterException refused)
        {
            throw new LearningException("rtemis_value_error", refused.Message, refused);
        }
    }
}
