using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Boosting.Trees;

namespace Rtemis.Learning.Supervised.Boosting;

/// <summary>An ensemble of trees for a table's features.</summary>
[MemoryPackable]
sealed partial class BoostedModel : IRecodingModel, ISettlesHyperparameters
{
    [MemoryPackConstructor]
    public BoostedModel(
        FeatureCodes codes, BoostedEnsemble ensemble, IReadOnlyList<KeyValuePair<string, ParameterValue>> found,
        IReadOnlyList<KeyValuePair<string, ParameterValue>> derived) => (Codes, Ensemble, Found, Derived) = (codes, ensemble, found, derived);

    /// <summary>The features as numbers.</summary>
    public FeatureCodes Codes { get; }

    /// <summary>The trees.</summary>
    public BoostedEnsemble Ensemble { get; }

    /// <inheritdoc/>
    [MemoryPackInclude, MemoryPackAllowSerialize]
    public IReadOnlyList<KeyValuePair<string, ParameterValue>> Found { get; }

    /// <inheritdoc/>
    [MemoryPackInclude, MemoryPackAllowSerialize]
    public IReadOnlyList<KeyValuePair<string, ParameterValue>> Derived { get; }

    /// <summary>All trees that were grown, those after the best round among them. Files don't keep them.</summary>
    [MemoryPackIgnore]
    public IReadOnlyList<BoostedTree> Grown { get; init; } = [];

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public VariableImportance? Importance => EnsembleImportance.Of(Ensemble.Trees, Codes.Names);

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public FittedPreprocessor? Recoding => Codes.AsPreprocessor;

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public bool RecodesOutcome => true;

    /// <inheritdoc/>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
    {
        var rows = features.Count == 0 ? 0 : features[0].Length;
        return new Prediction(Ensemble.Predict(new CaseValues(Codes.Encode(features, context)), rows, context));
    }
}
