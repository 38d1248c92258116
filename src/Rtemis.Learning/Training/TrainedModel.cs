using MemoryPack;
using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Preprocessing;
using Rtemis.Learning.Running;
using Rtemis.Learning.Supervised;

namespace Rtemis.Learning.Training;

/// <summary>A model with all that leads from a table to its predictions: preprocessing and decomposition are repeated as they were learned.</summary>
[MemoryPackable]
public sealed partial record TrainedModel
{
    /// <summary>rtemis's name of the algorithm.</summary>
    public required string Algorithm { get; init; }

    /// <summary>The columns that a table must have.</summary>
    public required IReadOnlyList<ModelFeature> Inputs { get; init; }

    /// <summary>The features as the learner saw them.</summary>
    public required IReadOnlyList<ModelFeature> Features { get; init; }

    /// <summary>What is predicted.</summary>
    public required ModelOutcome Outcome { get; init; }

    /// <summary>Whether cases that miss a value are predicted too.</summary>
    public required bool AllowsMissing { get; init; }

    /// <summary>What is done to features first, or null.</summary>
    public FittedPreprocessor? Preprocessor { get; init; }

    /// <summary>The components that take the place of features after that, or null.</summary>
    public FittedDecomposition? Decomposition { get; init; }

    /// <summary>What was learned.</summary>
    [MemoryPackAllowSerialize]
    public required ISupervisedModel Model { get; init; }

    /// <summary>Predicts the cases of a table. Columns are found by name, in any order; those that the model doesn't know are passed over.</summary>
    /// <param name="table">The cases.</param>
    /// <param name="context">The run.</param>
    /// <returns>
    /// One row a case. A case that misses a value has NaN where the algorithm takes none, unless preprocessing fills it in; decompositions refuse it.
    /// </returns>
    /// <exception cref="LearningException">A column is missing or of another type, or the cases don't allow what is done to them.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Prediction Predict(Table table, RunContext context)
    {
        var absent = Inputs.Select(i => i.Name).Where(name => table.Find(name) is null).ToList();
        if (absent.Count > 0)
        {
            throw new LearningException(
                "rtemis_value_error", $"The model was trained on columns that the table does not have: {string.Join(", ", absent)}.");
        }
        var features = FeatureMatch.Of(Inputs, table.Columns);
        if (Preprocessor is not null) features = Preprocessor.Transform(features, context);
        if (Decomposition is not null) features = Decomposition.Transform(features, context);
        features = FeatureMatch.Of(Features, features);
        return AllowsMissing || !features.Any(MissingCells.Any) ? Model.Predict(features, context) : PredictComplete(features, table.Rows, context);
    }

    Prediction PredictComplete(IReadOnlyList<Column> features, int rows, RunContext context)
    {
        var missing = new bool[rows];
        foreach (var feature in features)
        {
            var own = MissingCells.Of(feature);
            for (var i = 0; i < rows; i++) missing[i] |= own[i];
        }
        int[] complete = [.. Enumerable.Range(0, rows).Where(i => !missing[i])];
        context.Say($"{rows - complete.Length} of {rows} cases miss a value of a feature and are not predicted.", level: TextLevel.Warn);
        var some = Model.Predict([.. features.Select(f => f.SelectRows(complete))], context).Values;
        var all = new Matrix(rows, some.Columns);
        Array.Fill(all.Values, double.NaN);
        for (var c = 0; c < some.Columns; c++)
            for (var i = 0; i < complete.Length; i++) all[complete[i], c] = some[i, c];
        return new Prediction(all);
    }
}
