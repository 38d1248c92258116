using System.Text.Json;
using Rtemis.Engines.Native.Algorithms;
using Rtemis.Engines.Requests;
using Rtemis.Learning.Parameters;

namespace Rtemis.Engines.Native.Requests;

/// <summary>Reads the parameters of decomposition and clustering jobs, which have the same members.</summary>
static class UnsupervisedParser
{
    static readonly string[] Known = ["algorithm", "hyperparameters", "config", "features", "question"];

    /// <exception cref="RequestRefusedException">A member is missing, unknown or out of its bounds.</exception>
    public static DecomposeRequest Decompose(JsonElement parameters, IReadOnlyList<DecompositionAlgorithm> algorithms)
    {
        var fields = new RequestFields(parameters);
        var algorithm = Find(fields, "decomposition", algorithms, a => a.Name);
        var columns = Columns(fields);
        return Build("decomposition", fields, algorithm.Parameters, (config, question) =>
            new DecomposeRequest(algorithm, config, columns, question, fields.ToJson()));
    }

    /// <exception cref="RequestRefusedException">A member is missing, unknown or out of its bounds.</exception>
    public static ClusterRequest Cluster(JsonElement parameters, IReadOnlyList<ClusteringAlgorithm> algorithms)
    {
        var fields = new RequestFields(parameters);
        var algorithm = Find(fields, "clustering", algorithms, a => a.Name);
        var columns = Columns(fields);
        return Build("clustering", fields, algorithm.Parameters, (config, question) =>
            new ClusterRequest(algorithm, config, columns, question, fields.ToJson()));
    }

    static T Find<T>(RequestFields fields, string kind, IReadOnlyList<T> algorithms, Func<T, string> nameOf) where T : class
    {
        var name = fields["algorithm"].ToString();
        return algorithms.FirstOrDefault(a => string.Equals(nameOf(a), name, StringComparison.OrdinalIgnoreCase))
            ?? throw new RequestRefusedException("not_found", $"Unknown {kind} algorithm `{name}`.");
    }

    static string[]? Columns(RequestFields fields)
    {
        if (!fields.Has("features")) return null;
        var given = fields["features"];
        if (given.ValueKind == JsonValueKind.Array && given.GetArrayLength() > 0
            && given.EnumerateArray().All(f => f.ValueKind == JsonValueKind.String && f.GetString()!.Length > 0))
            return [.. given.EnumerateArray().Select(f => f.GetString()!)];
        throw new RequestRefusedException("invalid_params", "`features` must be a non-empty character vector.");
    }

    static TRequest Build<TRequest>(string kind, RequestFields fields, ParameterSet set, Func<ParameterValues, string?, TRequest> make)
    {
        try
        {
            fields.AllowOnly($"{kind} config", Known);
            return make(set.Bind(fields.Map(fields.Has("config") ? "config" : "hyperparameters")), fields.Text("question"));
        }
        catch (ParameterException refused)
        {
            throw new RequestRefusedException("invalid_params", $"Could not build {kind} config: {refused.Message}", refused);
        }
    }
}
