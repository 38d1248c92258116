using System.Text.Json.Nodes;
using Rtemis.Engines.Native.Requests;

namespace Rtemis.Engines.Native.Documents;

/// <summary>The <c>hyperparameters</c> of result documents.</summary>
static class HyperparameterDocument
{
    const int NothingTunable = -2;
    const int NothingSearched = -1;

    /// <summary>The object of the summary.</summary>
    /// <param name="request">The job.</param>
    /// <param name="resampled">Whether the model was fitted to resamples.</param>
    /// <param name="workers">The learner's workers.</param>
    public static JsonObject Summary(TrainRequest request, bool resampled, int workers)
    {
        var values = request.Hyperparameters;
        List<string> tunable = [.. values.Set.Specs.Where(s => s.Tunable).Select(s => s.Name)];
        var document = new JsonObject
        {
            [".class"] = values.Set.ClassName,
            ["algorithm"] = request.Algorithm,
            [".tuned"] = null,
            ["tuned"] = tunable.Count > 0 ? NothingSearched : NothingTunable,
            ["resampled"] = resampled ? 1 : 0,
            ["n_workers"] = workers,
            ["variant"] = null,
            ["hyperparameters"] = ParameterDocuments.Fields(values),
            ["tunable_hyperparameters"] = JsonShape.Names(tunable),
            ["fixed_hyperparameters"] = JsonShape.Names([.. values.Set.Specs.Where(s => !s.Tunable).Select(s => s.Name)]),
            ["constant_hyperparameters"] = new JsonArray(),
        };
        JsonShape.Append(document, ParameterDocuments.Fields(values));
        return document;
    }

    /// <summary>The block of the run record.</summary>
    public static JsonObject Recorded(TrainRequest request) =>
        new() { ["algorithm"] = request.Algorithm, ["hyperparameters"] = ParameterDocuments.Recorded(request.Hyperparameters) };
}
