using System.Text.Json;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Rtemis.Server.Dispatch;
using Rtemis.Server.Metrics;

namespace Rtemis.Server.Handlers;

/// <summary>Tables on their way in, in one frame or in chunks.</summary>
sealed class UploadHandlers(ServerMetrics metrics)
{
    public async ValueTask<DataEntry> UploadAsync(Call call, NameParams parameters)
    {
        if (!call.Frame.HasPayload) throw new ProtocolException(ErrorCodes.InvalidParams, "Arrow IPC payload is required for data.upload.");
        var name = Params.TableName(parameters.Name);
        metrics.Uploaded(call.Frame.Payload.Length);
        return (await call.Session.Data.AddAsync(name, call.Frame.Payload, call.Cancellation).ConfigureAwait(false)).Entry();
    }

    public ValueTask<UploadBeginResult> BeginAsync(Call call, UploadBeginParams parameters)
    {
        if (string.IsNullOrEmpty(parameters.Name) || parameters.TotalBytes is not { } total || parameters.NChunks is not { } chunks)
            throw new ProtocolException(ErrorCodes.InvalidParams, "`name`, `total_bytes`, and `n_chunks` are required.");
        var upload = call.Session.Data.Begin(Params.TableName(parameters.Name), Positive(total, "total_bytes"), Positive(chunks, "n_chunks"));
        return new(new UploadBeginResult(upload.Id));
    }

    public async ValueTask<UploadChunkResult> ChunkAsync(Call call, UploadChunkParams parameters)
    {
        var upload = call.Session.Data.Uploads.Find(Params.Required(parameters.UploadId, "upload_id"));
        var index = parameters.ChunkIndex ?? throw new ProtocolException(ErrorCodes.InvalidParams, "`chunk_index` is required.");
        if (!call.Frame.HasPayload) throw new ProtocolException(ErrorCodes.InvalidParams, "Chunk payload is required.");
        metrics.Uploaded(call.Frame.Payload.Length);
        await upload.WriteAsync(index, call.Frame.Payload, call.Cancellation).ConfigureAwait(false);
        return new(upload.ReceivedCount, upload.ReceivedBytes, upload.TotalBytes);
    }

    public async ValueTask<DataEntry> EndAsync(Call call, UploadIdParams parameters) =>
        (await call.Session.Data.EndAsync(Params.Required(parameters.UploadId, "upload_id"), call.Cancellation).ConfigureAwait(false)).Entry();

    public ValueTask<CancelledResult> CancelAsync(Call call, UploadIdParams parameters) =>
        new(new CancelledResult(call.Session.Data.Uploads.Cancel(Params.Required(parameters.UploadId, "upload_id"))));

    // The reference calls this its own error, and a client may look at the code.
    static long Positive(JsonElement value, string name) => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var n) && n > 0
        ? n
        : throw new ProtocolException(ErrorCodes.InternalError, $"`{name}` must be a single positive integer.");
}
