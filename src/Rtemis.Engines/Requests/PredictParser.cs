using System.Text.Json;
using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Requests;

/// <summary>Reads the parameters of a predict job.</summary>
static class PredictParser
{
    static readonly string[] Known = ["job_id", "algorithm", "question"];

    /// <exception cref="RequestRefusedException">A member is missing, unknown or of another type.</exception>
    public static PredictRequest Parse(JsonElement parameters)
    {
        var fields = new RequestFields(parameters);
        try
        {
            fields.AllowOnly("predict config", Known);
            var job = fields.Text("job_id") ?? throw new ParameterException("`job_id` is required.");
            return new PredictRequest(job, fields.Text("algorithm")!, fields.Text("question"), fields.ToJson());
        }
        catch (ParameterException refused)
        {
            throw new RequestRefusedException("invalid_params", $"Could not build predict config: {refused.Message}", refused);
        }
    }
}
