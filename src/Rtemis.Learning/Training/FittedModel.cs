using Rtemis.Data;
using Rtemis.Learning.Supervised;

namespace Rtemis.Learning.Training;

/// <summary>A model with what it made of its training cases and of those held out.</summary>
/// <param name="Model">The model, ready for new tables.</param>
/// <param name="Importance">How much each variable matters, or null.</param>
/// <param name="Training">The training cases.</param>
/// <param name="Test">The cases held out, or null.</param>
public sealed record FittedModel(TrainedModel Model, VariableImportance? Importance, SampleResult Training, SampleResult? Test)
{
    /// <summary>The names of the features, as the learner saw them.</summary>
    public IReadOnlyList<string> Features => [.. Model.Features.Select(f => f.Name)];

    /// <summary>The training features as the learner saw them.</summary>
    public required IReadOnlyList<Column> Seen { get; init; }

    /// <summary>The training features as preprocessing left them, or null where there was none.</summary>
    public IReadOnlyList<Column>? Preprocessed { get; init; }

    /// <summary>What came before the fit.</summary>
    public FitSteps Steps { get; init; } = FitSteps.None;
}
