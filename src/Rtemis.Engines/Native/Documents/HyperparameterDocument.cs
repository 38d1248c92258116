using System.Text.Json.Nodes;
using Rtemis.Engines.Native.Requests;
using Rtemis.Learning.Parameters;
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
    /// <param name="tuning">The search whose winner the model has, or null for the values as requested.</param>
    public static JsonObject Summary(TrainRequest request, bool resampled, TuningResult? tuning = null)
    {
        var values = tuning?.Hyperparameters ?? request.Hyperparameters;
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
            ["hyperparameters"] = Fields(values),
            ["tunable_hyperparameters"] = JsonShape.Names(tunable),
            ["fixed_hyperparameters"] = JsonShape.Names([.. values.Set.Specs.Where(s => !s.Tunable).Select(s => s.Name)]),
            ["constant_hyperparameters"] = new JsonArray(),
        };
        JsonShape.Append(document, Fields(values));
        return document;
    }

    /// <summary>The block of the run record.</summary>
    /// <param name="request">The job.</param>
    /// <param name="tuning">The search whose winner the model has, or null for the values as requested.</param>
    public static JsonObject Recorded(TrainRequest request, TuningResult? tuning = null)
    {
        var block = ParameterDocuments.Recorded(tuning?.Hyperparameters ?? request.Hyperparameters);
        foreach (var (name, _) in tuning?.Best ?? []) block["origin"]![name] = "tuned";
        return new JsonObject { ["algorithm"] = request.Algorithm, ["hyperparameters"] = block };
    }

    static int Status(ParameterValues values, int tunable, TuningResult? tuning)
    {
        if (tuning is not null) return Tuned;
        if (values.Searched.Count > 0) return ToBeTuned;
        return tunable > 0 ? NothingSearched : NothingTunable;
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
