using System.Text.Json.Nodes;
using Rtemis.Client;
using Rtemis.Engines;
using Rtemis.Protocol;

namespace Rtemis.Cli.Jobs;

/// <summary>A job's result, fetched from a server. Its model stays there.</summary>
static class RemoteResult
{
    /// <summary>Fetches it.</summary>
    /// <param name="job">The job.</param>
    /// <param name="slices">What to fetch of it; a slice that its result doesn't have is passed over.</param>
    /// <param name="kindColors">The colors of a timeline.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ServerErrorException">The job is not complete.</exception>
    public static async Task<FinishedJob> LoadAsync(
        RtemisJob job, IReadOnlyCollection<string> slices, IReadOnlyDictionary<string, string> kindColors, CancellationToken cancellation)
    {
        var summary = await job.StatusAsync(cancellation).ConfigureAwait(false);
        var documents = new Dictionary<string, JsonNode>();
        foreach (var name in slices.Intersect(ResultSlices.Documents))
        {
            var document = await IfThereAsync(() => job.Results.DocumentAsync(name, cancellation)).ConfigureAwait(false);
            if (document.ValueKind == System.Text.Json.JsonValueKind.Object) documents.Add(name, JsonNode.Parse(document.GetRawText())!);
        }
        var tables = new Dictionary<string, ResultTable>();
        foreach (var name in slices.Intersect(ResultSlices.Tables))
        {
            var extra = name == ResultSlices.Timeline ? new JsonObject { ["colors"] = ColorsOf(kindColors) } : null;
            if (await IfThereAsync(() => job.Results.TableAsync(name, cancellation)).ConfigureAwait(false) is { } table) tables.Add(name, new(table, extra));
        }
        return new(summary, new ResultBundle(documents, tables));
    }

    /// <summary>One slice.</summary>
    /// <exception cref="ServerErrorException">The job is not complete, or its result has no such slice.</exception>
    public static async Task<SliceContent> SliceAsync(RtemisJob job, string slice, CancellationToken cancellation) => ResultSlices.Tables.Contains(slice)
        ? new(await job.Results.TableAsync(slice, cancellation).ConfigureAwait(false), default)
        : new(null, await job.Results.DocumentAsync(slice, cancellation).ConfigureAwait(false));

    // Which slices there are depends on the job's type and algorithm: the server knows.
    static async Task<T?> IfThereAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (ServerErrorException e) when (e.Error.Code is ErrorCodes.NotFound or ErrorCodes.InvalidParams)
        {
            return default;
        }
    }

    static JsonObject ColorsOf(IReadOnlyDictionary<string, string> colors) => new(colors.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Key, c.Value)));
}
