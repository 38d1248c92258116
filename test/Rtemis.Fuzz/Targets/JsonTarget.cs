using System.Buffers;
using System.Text;
using System.Text.Json;
using Rtemis.Engines;
using Rtemis.Engines.Native;
using Rtemis.Protocol;
using Rtemis.Server.Dispatch;

namespace Rtemis.Fuzz.Targets;

/// <summary>A request's header: refused with a documented error that can be sent, or read, as often as one likes, to the same job.</summary>
sealed class JsonTarget : IFuzzTarget
{
    readonly NativeEngine _engine = new();

    public string Name => "json";

    public IReadOnlyList<byte[]> Seeds { get; } =
        [.. Requests.Jobs.Concat(Requests.Conversations.SelectMany(c => c.Split('\n'))).Select(Encoding.UTF8.GetBytes)];

    public IReadOnlyList<byte[]> Words => Requests.Words;

    public Task<string> RunAsync(byte[] input, CancellationToken cancellation)
    {
        Frame frame;
        try
        {
            var bytes = new ReadOnlySequence<byte>(FrameWriter.Prefix(input));
            if (!new FrameReader(maxDepth: ProtocolLimits.RequestDepth).TryRead(ref bytes, out frame)) return Task.FromResult("unfinished");
        }
        catch (MalformedFrameException e)
        {
            return Task.FromResult(Outcome.Shape(e.Message.Replace("Malformed frame: ", "", StringComparison.Ordinal)));
        }
        var request = Request.Read(frame.Header);
        return Task.FromResult($"{Told(request, ReadParameters)} | {Told(request, ReadJob)}");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // What the server would answer, which must be a refusal that is written for clients.
    static string Told(Request request, Func<Request, string> read)
    {
        try
        {
            return read(request);
        }
        catch (Exception e) when (!WireErrors.IsFault(e))
        {
            var error = WireErrors.From(e);
            var id = request.Id.Json.Length <= ProtocolLimits.RequestId ? request.Id : RequestId.Null;
            using var answer = JsonDocument.Parse(Envelope.Error(id, error).AsMemory(sizeof(int)));
            return $"{error.Code}: {Outcome.Shape(error.Message.Replace(" config: ", " config, ", StringComparison.Ordinal))}";
        }
    }

    static string ReadParameters(Request request)
    {
        var json = ProtocolJson.Default;
        _ = request.Method switch
        {
            Methods.DataPreview => Params.Read(request.Params, json.DataPreviewParams),
            Methods.DataArrange => Params.Read(request.Params, json.DataArrangeParams),
            Methods.DataDescribe => Params.Read(request.Params, json.DataDescribeParams),
            Methods.DataUploadBegin => Params.Read(request.Params, json.UploadBeginParams),
            Methods.DataUploadChunk => Params.Read(request.Params, json.UploadChunkParams),
            Methods.SessionJoin => Params.Read(request.Params, json.SessionJoinParams),
            Methods.SessionAck => Params.Read(request.Params, json.SessionAckParams),
            Methods.JobResult => Params.Read(request.Params, json.JobResultParams),
            Methods.Auth => Params.Read(request.Params, json.AuthParams),
            _ => (object)Params.Read(request.Params, json.JobSubmission),
        };
        return "read";
    }

    string ReadJob(Request request)
    {
        JobType? type = request.Method switch
        {
            Methods.Train => JobType.Train,
            Methods.Decomp => JobType.Decompose,
            Methods.Cluster => JobType.Cluster,
            Methods.Predict => JobType.Predict,
            _ => null,
        };
        if (type is not { } known || request.Params.IsEmpty) return "no job";
        using var parameters = JsonDocument.Parse(request.Params);
        var job = _engine.Parse(known, parameters.RootElement);
        Settled(known, job);
        return $"{known} {job.Algorithm}";
    }

    // The daemon reads what the server has read: it must find the same.
    void Settled(JobType type, JobRequest job)
    {
        var text = job.Parameters.ToJsonString();
        try
        {
            using var again = JsonDocument.Parse(text);
            if (_engine.Parse(type, again.RootElement).Parameters.ToJsonString() != text) throw new FindingException("A job is another once it is read again.");
        }
        catch (RequestRefusedException e)
        {
            throw new FindingException("A job is refused once it is read again.", e);
        }
    }
}
