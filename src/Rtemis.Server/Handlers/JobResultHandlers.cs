using System.Text.Json.Nodes;
using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Jobs;
using Rtemis.Server.Tables;
using Rtemis.Server.Transport;

namespace Rtemis.Server.Handlers;

/// <summary>Reads the slices of a finished job's result off its folder.</summary>
sealed class JobResultHandlers(OpenTables tables, RawDocuments raw)
{
    // What is left of a header beside the document.
    const int LargestDocument = ProtocolLimits.Header - 4096;

    public async ValueTask<OutboundFrame> ReadAsync(Call call, JobResultParams parameters)
    {
        var job = call.Session.Jobs.Find(parameters.JobId);
        var slice = parameters.Slice ?? ResultSlices.Summary;
        if (job.Status != JobStatus.Complete) throw new ProtocolException(ErrorCodes.InvalidParams, $"Job status is `{job.Status}`; no result available.");
        if (!ResultSlices.All.Contains(slice)) throw new ProtocolException(ErrorCodes.InvalidParams, $"Unsupported slice `{Shown.Json(slice)}`. Use {SliceList()}.");

        var window = WindowRequest.IsIn(parameters) ? WindowRequest.Read(parameters) : null;
        var result = job.Result.Open();
        if (result.Table(slice) is { } table)
        {
            if (table.Path is not null) job.Result.RequireIntact(result, table.Path);
            return window is null ? TableFrame(call.Request.Id, table) : WindowFrame(call, table, window);
        }
        if (slice == ResultSlices.Raw && window is null && result is { RObjectPath: { } made } && result.DocumentPath(ResultSlices.Raw) is null)
        {
            job.Result.RequireIntact(result, made);
            return await DocumentFrameAsync(call, slice, await raw.MakeAsync(job.Result, call.Cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        }
        if (result.DocumentPath(slice) is not { } path)
            throw new ProtocolException(ErrorCodes.InvalidParams, $"`{slice}` slice requires a `{Owner(slice)}` result.");
        if (window is not null)
            throw new ProtocolException(ErrorCodes.InvalidParams, $"`offset`, `limit`, `columns` and `sort` are for tables; `{slice}` is a document.");
        job.Result.RequireIntact(result, path);
        return await DocumentFrameAsync(call, slice, Open(path)).ConfigureAwait(false);
    }

    OutboundFrame WindowFrame(Call call, TablePointer table, WindowRequest window)
    {
        if (table.Path is null) return WindowFrames.Empty(call.Request.Id, window, table.Extra);
        using var open = tables.Use(table.Path);
        return WindowFrames.Of(call.Request.Id, open, window, table.Extra, call.Cancellation);
    }

    static OutboundFrame TableFrame(RequestId id, TablePointer table)
    {
        var pointer = new JsonObject
        {
            ["rows"] = table.Rows,
            ["cols"] = table.Columns.Count,
            ["columns"] = new JsonArray([.. table.Columns.Select(c => (JsonNode)c)]),
            ["format"] = PayloadInfo.ArrowIpc,
        };
        foreach (var (name, value) in table.Extra ?? []) pointer[name] = value?.DeepClone();
        var json = System.Text.Encoding.UTF8.GetBytes(pointer.ToJsonString());
        if (table.Path is null) return new(Envelope.RawResult(id, json));
        var stream = Open(table.Path);
        return new(Envelope.RawResult(id, json, new PayloadInfo(PayloadInfo.ArrowIpc, stream.Length)), stream);
    }

    static async Task<OutboundFrame> DocumentFrameAsync(Call call, string slice, FileStream stream)
    {
        var id = call.Request.Id;
        if (stream.Length <= LargestDocument)
        {
            using (stream)
            {
                var json = new byte[stream.Length];
                await stream.ReadExactlyAsync(json, call.Cancellation).ConfigureAwait(false);
                return new(Envelope.RawResult(id, json));
            }
        }
        // A document that no header holds: the raw one goes as a payload, of the others the client learns how large they are.
        if (slice == ResultSlices.Raw)
            return new(Envelope.RawResult(id, """{"format":"json"}"""u8.ToArray(), new PayloadInfo(PayloadInfo.Json, stream.Length)), stream);
        var pointer = new JsonObject { ["available"] = false, ["reason"] = "too_large", ["bytes"] = stream.Length };
        await stream.DisposeAsync().ConfigureAwait(false);
        return new(Envelope.RawResult(id, System.Text.Encoding.UTF8.GetBytes(pointer.ToJsonString())));
    }

    static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.Asynchronous);

    static string SliceList() => string.Join(", ", ResultSlices.All.SkipLast(1).Select(s => $"`{s}`")) + $", or `{ResultSlices.All[^1]}`";

    static string Owner(string slice) => slice switch
    {
        ResultSlices.Transformed or ResultSlices.Loadings => "Decomposition",
        ResultSlices.Assignments => "Clustering",
        _ => "Supervised",
    };
}
