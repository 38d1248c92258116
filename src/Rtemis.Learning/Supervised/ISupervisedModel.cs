using Rtemis.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised;

/// <summary>What a learner learned. Immutable; safe for use by several threads.</summary>
public interface ISupervisedModel
{
    /// <summary>Predicts for features of the same names, order and types as in training; factor levels may differ and are matched by text.</summary>
    Prediction Predict(IReadOnlyList<Column> features, RunContext context);

    /// <summary>How much each variable matters, or null where the algorithm has no such measure.</summary>
    VariableImportance? Importance { get; }
}
