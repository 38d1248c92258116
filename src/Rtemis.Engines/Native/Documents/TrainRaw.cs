using System.Text.Json.Nodes;
using Rtemis.Data;
using Rtemis.Engines.Native.Requests;
using Rtemis.Learning.Data;
using Rtemis.Learning.Supervised;
using Rtemis.Learning.Training;

namespace Rtemis.Engines.Native.Documents;

/// <summary>The <c>raw</c> document of a supervised job: the summary with everything that it leaves to other slices.</summary>
static class TrainRaw
{
    public static JsonObject Of(TrainRequest request, TrainingResult result)
    {
        var document = TrainSummary.Of(request, result);
        if (result is SupervisedResult single)
        {
            if (single.Fit.Importance is { } importance) document["varimp"] = Importance(importance);
            if (single.Fit.Steps.Preprocessor is { } preprocessor)
                document["preprocessor"] = PreprocessorDocument.Summary(preprocessor, single.Fit.Preprocessed!, complete: true);
            if (TrainSummary.Recoding(single) is { } recoding) document["preprocessor_internal"] = TrainSummary.Recoded(single, recoding, complete: true);
            if (single.Fit.Model.Model is IRuleModel rules) document["rules"] = Rules(rules, single.Data.Classes);
            AddSample(document, "training", sample => sample(single.Fit.Training));
            return document;
        }
        var folds = ((ResampledResult)result).Folds;
        document["outer_resampler"] = ResamplerDocument.Summary(request.Resampling!.Type.ToString(), ((ResampledResult)result).Resamples, complete: true);
        JsonShape.Append(document, Renamed(TrainMetrics.Of(result)));
        document["varimp_per_resample"] = PerFold(folds, f => f.Importance is { } importance ? Importance(importance) : null);
        AddSample(document, "training", sample => PerFold(folds, f => sample(f.Training)));
        AddSample(document, "test", sample => PerFold(folds, f => sample(f.Test)));
        return document;
    }

    static JsonObject Renamed(JsonObject metrics) =>
        new(metrics.Select(m => KeyValuePair.Create($"metrics_{m.Key}", m.Value?.DeepClone())));

    // Each part is made of one sample, or of one a fold.
    static void AddSample(JsonObject document, string split, Func<Func<SampleResult, JsonNode?>, JsonNode?> make)
    {
        document[$"y_{split}"] = make(s => Outcome(s.Actual));
        document[$"predicted_{split}"] = make(Predicted);
        if (document["type"]!.GetValue<string>() == nameof(TaskType.Classification)) document[$"predicted_prob_{split}"] = make(Probabilities);
    }

    static JsonObject PerFold(IReadOnlyList<FoldResult> folds, Func<FoldResult, JsonNode?> make) =>
        new(folds.Select(f => KeyValuePair.Create(f.Name, make(f))));

    static JsonNode? Outcome(Column actual) => actual is FactorColumn factor
        ? JsonCells.Labels(factor.Codes, factor.Levels)
        : JsonCells.List(NumericColumn.Numbers(actual));

    static JsonNode? Predicted(SampleResult sample) => sample.Classes is { } classes
        ? JsonCells.Labels(classes, ((FactorColumn)sample.Actual).Levels)
        : JsonCells.List(sample.Prediction.Values.ColumnMemory(0));

    static JsonObject Probabilities(SampleResult sample)
    {
        var levels = ((FactorColumn)sample.Actual).Levels;
        var values = sample.Prediction.Values;
        var byClass = new JsonObject();
        for (var c = 0; c < values.Columns; c++) byClass[values.Columns == 1 ? levels[1] : levels[c]] = JsonCells.List(values.ColumnMemory(c));
        return byClass;
    }

    // The columns of rtemis's own list of rules, which its server does not show.
    static JsonObject Rules(IRuleModel model, IReadOnlyList<string> classes)
    {
        var effects = model.Effects;
        var document = new JsonObject
        {
            ["Rule_ID"] = JsonShape.Names([.. effects.Select(e => e.Name)]),
            ["Rule"] = JsonShape.Names([.. effects.Select(e => e.Text)]),
            ["N_Cases"] = Numbers(e => e.Cases),
            ["Coefficient"] = Numbers(e => e.Coefficient),
        };
        if (classes.Count > 2)
            for (var k = 0; k < classes.Count; k++) document[classes[k]] = Numbers(e => e.ClassCoefficients[k]);
        if (classes.Count == 2) document["Empirical_Risk"] = Numbers(e => e.Risk!.Value);
        return document;

        JsonNode? Numbers(Func<RuleEffect, double> pick) => JsonCells.List(effects.Select(pick).ToArray());
    }

    static JsonObject Importance(VariableImportance importance)
    {
        var document = new JsonObject { ["variable"] = JsonShape.Names(importance.Variables) };
        foreach (var measure in importance.Measures) document[measure.Name] = JsonCells.List(measure.Values.ToArray());
        return document;
    }
}
