using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Engines.Requests;

namespace Rtemis.Engines.R;

/// <summary>The engine that is rtemis itself: its catalogue and its checks come from the installed package.</summary>
public sealed class REngine : IEngine
{
    /// <summary>The name on the wire.</summary>
    public const string EngineName = "r";

    readonly IRDesk _desk;

    REngine(IRDesk desk, string rtemisVersion, string rVersion, EngineCatalog catalog)
    {
        _desk = desk;
        RtemisVersion = rtemisVersion;
        RVersion = rVersion;
        Catalog = catalog;
    }

    /// <inheritdoc/>
    public string Name => EngineName;

    /// <inheritdoc/>
    public string RtemisVersion { get; }

    /// <inheritdoc/>
    public string? RVersion { get; }

    /// <inheritdoc/>
    public EngineCatalog Catalog { get; }

    /// <summary>Asks what the installed rtemis offers.</summary>
    /// <param name="desk">Who answers, now and when requests are checked.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="RequestRefusedException">R can't tell.</exception>
    public static async Task<REngine> OpenAsync(IRDesk desk, CancellationToken cancellation)
    {
        var told = await desk.AskAsync("engine.catalogue", Json(new JsonObject()), cancellation).ConfigureAwait(false);
        return new REngine(desk, Text(told, "rtemis_version"), Text(told, "r_version"), RCatalog.Read(told));
    }

    /// <inheritdoc/>
    public async ValueTask<JobRequest> ParseAsync(JobType type, JsonElement parameters, CancellationToken cancellation)
    {
        if (type == JobType.Predict) return PredictParser.Parse(parameters);
        var fields = new RequestFields(parameters).ToJson();
        var told = await _desk.AskAsync(
            "job.check", Json(new JsonObject { ["type"] = JobTypes.Name(type), ["parameters"] = fields.DeepClone() }), cancellation).ConfigureAwait(false);
        var question = told.TryGetProperty("question", out var asked) ? asked.GetString() : null;
        return new RRequest(type, Text(told, "algorithm"), question, fields);
    }

    static string Text(JsonElement told, string member) =>
        told.TryGetProperty(member, out var value) && value.GetString() is { } text ? text
        : throw new RequestRefusedException("internal_error", $"R's answer has no `{member}`.");

    static JsonElement Json(JsonObject value) => JsonSerializer.SerializeToElement(value);
}
