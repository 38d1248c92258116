using Rtemis.Data;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Training;

/// <summary>Cases whose features are ready for a learner.</summary>
/// <param name="Training">The training cases.</param>
/// <param name="Held">The features of those held out, or null.</param>
/// <param name="Preprocessed">The training features as preprocessing left them, or null where there was none.</param>
/// <param name="Steps">What was learned on the way.</param>
sealed record PreparedFeatures(SupervisedData Training, IReadOnlyList<Column>? Held, IReadOnlyList<Column>? Preprocessed, FitSteps Steps)
{
    /// <summary>The features held out, in the order of the training features.</summary>
    /// <exception cref="LearningException">One of those is missing, or of another type.</exception>
    public IReadOnlyList<Column>? HeldFeatures() => Held is null || Steps == FitSteps.None ? Held : FeatureMatch.Of([.. Training.Features.Select(ModelFeature.Of)], Held);
}
