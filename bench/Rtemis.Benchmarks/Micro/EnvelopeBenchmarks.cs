using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Benchmarks.Micro;

/// <summary>Headers: from JSON to types and back.</summary>
[Config(typeof(MicroRuns))]
public class EnvelopeBenchmarks
{
    static readonly NameTable Names = new([Methods.Ping, Methods.JobResult, Methods.Train, Methods.DataUploadChunk]);
    static readonly PingResult Pong = new("2026-01-01T00:00:00Z");

    readonly byte[] _ping = """{"v":1,"id":"r1","method":"ping","params":{}}"""u8.ToArray();
    readonly byte[] _result = """{"v":1,"id":"r1","method":"job.result","params":{"job_id":"job-1","slice":"predictions","offset":100,"limit":50}}"""u8.ToArray();
    readonly CounterProgress _progress = new("job-1", "Fitting", "Fitting 3 of 10", "2026-01-01 00:00:00", "progress", "c1", "n1", "fold", "update", 3, 10, 0.3);
    Request _request;

    [GlobalSetup]
    public void Prepare() => _request = Request.Read(_ping);

    [Benchmark]
    public Request ReadPing() => Request.Read(_ping, Names);

    [Benchmark]
    public JobResultParams? ReadParameters() => JsonSerializer.Deserialize(Request.Read(_result, Names).Params.Span, ProtocolJson.Default.JobResultParams);

    [Benchmark]
    public int WriteAnswer()
    {
        var frame = Envelope.RentResult(_request.Id, Pong, ProtocolJson.Default.PingResult);
        frame.Return();
        return frame.Length;
    }

    [Benchmark]
    public byte[] WriteEvent() => Envelope.Event(EventNames.JobProgress, _progress, ProtocolJson.Default.CounterProgress, 17);
}
