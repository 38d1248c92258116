using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Supervised.Svm;

/// <summary>Decision functions, and what is done to features before them and to their values after them.</summary>
/// <param name="encoding">Makes numbers of factors.</param>
/// <param name="scaling">Scales the numbers, or null where they stay as they are.</param>
/// <param name="decision">The decision functions.</param>
/// <param name="outcome">Makes predictions of their values.</param>
[MemoryPackable]
sealed partial class SvmModel(OneHotEncoding encoding, SvmScaling? scaling, SvmDecision decision, SvmOutcome outcome) : IRecodingModel
{
    /// <summary>Makes numbers of factors.</summary>
    public OneHotEncoding Encoding { get; } = encoding;

    /// <summary>Scales the numbers, or null where they stay as they are.</summary>
    public SvmScaling? Scaling { get; } = scaling;

    /// <summary>The decision functions.</summary>
    public SvmDecision Decision { get; } = decision;

    /// <summary>Makes predictions of their values.</summary>
    public SvmOutcome Outcome { get; } = outcome;

    /// <summary>
    /// The intercept and the weights of the scaled columns, for a linear machine that is the only one; a positive weight speaks for the class of the
    /// first case.
    /// </summary>
    [MemoryPackIgnore]
    public VariableImportance? Importance => Decision is LinearDecision { Offsets: [var offset] } linear
        ? new VariableImportance(["(Intercept)", .. Encoding.Names], [new ImportanceMeasure("Coefficient", [-offset, .. linear.Weights[0]])])
        : null;

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public FittedPreprocessor? Recoding => Encoding.AsPreprocessor;

    /// <inheritdoc/>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
    {
        var points = Encoding.Encode(features, context);
        Scaling?.Apply(points, context.Work);
        return new Prediction(Outcome.Predict(Decision.Values(points, context.Work)));
    }
}
