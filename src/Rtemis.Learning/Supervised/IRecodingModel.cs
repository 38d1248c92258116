using Rtemis.Learning.Preprocessing;

namespace Rtemis.Learning.Supervised;

/// <summary>A model whose algorithm recodes features by itself, after all that the run does to them; results tell of it.</summary>
public interface IRecodingModel : ISupervisedModel
{
    /// <summary>What is done to features, or null where nothing had to be.</summary>
    FittedPreprocessor? Recoding { get; }

    /// <summary>Whether the outcome is recoded with them.</summary>
    bool RecodesOutcome => false;
}
