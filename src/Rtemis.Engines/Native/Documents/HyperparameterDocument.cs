using System.Text.Json.Nodes;
using Rtemis.Engines.Native.Requests;
using Rtemis.Learning.Parameters;
using Rtemis.Learning.Training;
using Rtemis.Learning.Tuning;

namespace Rtemis.Engines.Native.Documents;

/// <summary>The <c>hyperparameters</c> of result documents.</summary>
static class HyperparameterDocument
{
    const int NothingTunable = -2;
    const int NothingSearched = -1;
    const int ToBeTuned = 0;
    const int Tuned = 1;

    /// <summary>The object of the summary.</summary>
    /// <param name="request">The job.</param>
    /// <param name="resampled">Whether the model was fitted to resamples.</param>
    /// <param name="steps">What came before the fit of the model whose values they are, or null for the values as requested.</param>
    public static JsonObject Summary(TrainRequest request, bool resampled, FitSteps? steps = null)
    {
        var tuning = steps?.Tuning;
        var values = Values(request, steps);
        List<string> tunable = [.. values.Set.Specs.Where(s => s.Tunable).Select(s => s.Name)];
        var document = new JsonObject
        {
            [".class"] = values.Set.ClassName,
            ["algorithm"] = request.Algorithm,
            [".tuned"] = tuning is null ? null : Tuned,
            ["tuned"] = Status(values, tunable.Count, tuning),
            ["resampled"] = resampled ? 1 : 0,
            ["n_workers"] = request.Workers.Algorithm,
            ["variant"] = null,
            ["hyperparameters"] = Shown(values),
            ["tunable_hyperparameters"] = JsonShape.Names(tunable),
            ["fixed_hyperparameters"] = JsonShape.Names([.. values.Set.Specs.Where(s => !s.Tunable).Select(s => s.Name)]),
            ["constant_hyperparameters"] = JsonShape.Names([.. values.Set.Constants.Select(c => c.Key)]),
        };
        JsonShape.Append(document, Shown(values));
        return document;
    }

    /// <summary>The block of the run record.</summary>
    /// <param name="request">The job.</param>
    /// <param name="steps">What came before the fit of the model whose values they are, or null for the values as requested.</param>
    public static JsonObject Recorded(TrainRequest request, FitSteps? steps = null)
    {
        var values = Values(request, steps);
        var block = ParameterDocuments.Recorded(values);
        // Here a vector of one is a list.
        foreach (var spec in values.Set.Specs.Where(s => s.Vector))
            if (block[spec.Name] is JsonValue only) block[spec.Name] = new JsonArray(only.DeepClone());
        foreach (var (name, _) in steps?.Tuning?.Best ?? []) block["origin"]![name] = "tuned";
        foreach (var (name, value) in steps?.Derived ?? [])
            if (!value.SameAs(request.Hyperparameters[name])) block["origin"]![name] = "derived";
        return new JsonObject { ["algorithm"] = request.Algorithm, ["hyperparameters"] = block };
    }

    static ParameterValues Values(TrainRequest request, FitSteps? steps) =>
        (steps?.Tuning?.Hyperparameters ?? request.Hyperparameters).With(steps?.Derived ?? []);

    static int Status(ParameterValues values, int tunable, TuningResult? tuning)
    {
        if (tuning is not null) return Tuned;
        if (values.NeedSearch) return ToBeTuned;
        return tunable > 0 ? NothingSearched : NothingTunable;
    }

    static JsonObject Shown(ParameterValues values)
    {
        var shown = new JsonObject();
        foreach (var (name, value) in values.Set.Constants) shown[name] = ParameterJson.Write(value);
        JsonShape.Append(shown, Fields(values));
        return shown;
    }

    // Candidates are told with rtemis's class here, and without it everywhere else.
    static JsonObject Fields(ParameterValues values)
    {
        var fields = ParameterDocuments.Fields(values);
        foreach (var name in values.Searched)
        {
            var members = fields[name]!.AsObject();
            members.Insert(0, ".class", "HyperparameterCandidates");
            members["from_vector"] = false;
        }
        return fields;
    }
}
