using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised.Glm;

namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>Coefficients of an elastic net.</summary>
[MemoryPackable]
sealed partial class GlmnetModel : ISupervisedModel, ISettlesHyperparameters
{
    const int ChunkRows = 4096;

    /// <param name="terms">The features' places in the design.</param>
    /// <param name="coefficients">Intercept and coefficients of each linear predictor: one, or one a class of more than two.</param>
    /// <param name="classes">The number of classes; 0 for numbers.</param>
    /// <param name="penaltyFactor">One a design column.</param>
    /// <param name="foundLambda">The λ that the fit found itself, or null.</param>
    public GlmnetModel(DesignTerm[] terms, double[][] coefficients, int classes, double[] penaltyFactor, double? foundLambda)
    {
        Terms = terms;
        Coefficients = coefficients;
        Classes = classes;
        PenaltyFactor = penaltyFactor;
        FoundLambda = foundLambda;
    }

    /// <summary>The features' places in the design.</summary>
    public DesignTerm[] Terms { get; }

    /// <summary>Intercept and coefficients of each linear predictor.</summary>
    public double[][] Coefficients { get; }

    /// <summary>The number of classes; 0 for numbers.</summary>
    public int Classes { get; }

    /// <summary>One a design column.</summary>
    public double[] PenaltyFactor { get; }

    /// <summary>The λ that the fit found itself, or null.</summary>
    public double? FoundLambda { get; }

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public VariableImportance? Importance => Coefficients.Length > 1
        ? null
        : new VariableImportance([.. Terms.SelectMany(t => t.ColumnNames)], [new ImportanceMeasure("Coefficient", Coefficients[0][1..])]);

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public IReadOnlyList<KeyValuePair<string, ParameterValue>> Found =>
        FoundLambda is { } lambda ? [KeyValuePair.Create<string, ParameterValue>(GlmnetParameters.LambdaName, new ParameterValue.Number(lambda))] : [];

    /// <inheritdoc/>
    [MemoryPackIgnore]
    public IReadOnlyList<KeyValuePair<string, ParameterValue>> Derived =>
    [
        KeyValuePair.Create<string, ParameterValue>(
            GlmnetParameters.PenaltyFactorName, new ParameterValue.Vector([.. PenaltyFactor.Select(f => new ParameterValue.Number(f))])),
    ];

    /// <summary>The linear predictor of numbers, the second class's probability of two classes, or all classes' probabilities.</summary>
    public Prediction Predict(IReadOnlyList<Column> features, RunContext context)
    {
        var rows = features.Count == 0 ? 0 : features[0].Length;
        var design = new DesignMatrix(Terms, features, rows);
        var values = new Matrix(rows, Coefficients.Length);
        for (var c = 0; c < Coefficients.Length; c++) design.Times(Coefficients[c], context.Work).CopyTo(values.Column(c));
        context.Work.ForChunks(rows, ChunkRows, (_, start, end) => NetLink.Apply(values, Classes, start, end));
        return new Prediction(values);
    }
}
