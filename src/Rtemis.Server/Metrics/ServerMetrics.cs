using System.Diagnostics;
using System.Diagnostics.Metrics;
using Rtemis.Server.Daemons;

namespace Rtemis.Server.Metrics;

/// <summary>
/// What the server counts as it happens, for whoever listens to the meter <c>Rtemis.Server</c>; with no listener a count is a test of a flag. What can
/// be seen at any time is in <see cref="StateMetrics"/>. Names and units follow OpenTelemetry's conventions.
/// </summary>
sealed class ServerMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Rtemis.Server";

    static readonly KeyValuePair<string, object?> Received = new("network.io.direction", "receive");
    static readonly KeyValuePair<string, object?> Sent = new("network.io.direction", "transmit");

    readonly Counter<long> _rejected;
    readonly Counter<long> _wrongTokens;
    readonly Counter<long> _frames;
    readonly Counter<long> _bytes;
    readonly Counter<long> _uploaded;
    readonly Histogram<double> _requests;
    readonly Counter<long> _jobs;
    readonly Histogram<double> _jobTimes;
    readonly Counter<long> _daemonStarts;
    readonly Counter<long> _daemonDeaths;

    public ServerMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(MeterName);
        _rejected = meter.CreateCounter<long>("rtemis.server.rejected_connections", "{connection}", "Connections that were refused.");
        _wrongTokens = meter.CreateCounter<long>("rtemis.server.wrong_tokens", "{attempt}", "Wrong tokens and one-time codes that were shown.");
        _frames = meter.CreateCounter<long>("rtemis.server.frames", "{frame}", "Frames received and sent.");
        _bytes = meter.CreateCounter<long>("rtemis.server.io", "By", "Bytes of these frames.");
        _uploaded = meter.CreateCounter<long>("rtemis.server.uploaded", "By", "Bytes of tables that were received.");
        _requests = meter.CreateHistogram<double>("rtemis.server.request.duration", "s", "Time from a request to its answer.");
        _jobs = meter.CreateCounter<long>("rtemis.server.jobs", "{job}", "Jobs whose run has ended.");
        _jobTimes = meter.CreateHistogram<double>("rtemis.server.job.duration", "s", "Time that a job ran.");
        _daemonStarts = meter.CreateCounter<long>("rtemis.server.daemon.starts", "{process}", "Daemons that were started.");
        _daemonDeaths = meter.CreateCounter<long>("rtemis.server.daemon.deaths", "{process}", "Daemons that ended before the server did.");
    }

    /// <summary>A connection was refused.</summary>
    /// <param name="reason"><c>host</c>, <c>origin</c>, <c>too_many</c>, or <c>request</c> for one that is malformed.</param>
    public void ConnectionRejected(string reason) => _rejected.Add(1, new KeyValuePair<string, object?>("reason", reason));

    /// <summary>A wrong token or code was shown.</summary>
    public void WrongToken() => _wrongTokens.Add(1);

    public void FrameReceived(long bytes)
    {
        _frames.Add(1, Received);
        _bytes.Add(bytes, Received);
    }

    public void FrameSent(long bytes)
    {
        _frames.Add(1, Sent);
        _bytes.Add(bytes, Sent);
    }

    /// <summary>A part of a table came, or all of it.</summary>
    public void Uploaded(long bytes) => _uploaded.Add(bytes);

    /// <summary>A request was answered.</summary>
    /// <param name="method">A name of the method table; what it does not have is <c>_OTHER</c>.</param>
    /// <param name="outcome"><c>ok</c> or the error's code.</param>
    /// <param name="started">The timestamp at which it came.</param>
    public void RequestAnswered(string? method, string outcome, long started)
    {
        if (_requests.Enabled)
            _requests.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new TagList { { "rpc.method", method ?? "_OTHER" }, { "outcome", outcome } });
    }

    /// <summary>A job's run has ended.</summary>
    /// <param name="type">The job's type on the wire.</param>
    /// <param name="outcome"><c>complete</c>, <c>cancelled</c> or why it failed.</param>
    /// <param name="started">The timestamp at which it began.</param>
    public void JobEnded(string type, string outcome, long started)
    {
        var tags = new TagList { { "type", type }, { "outcome", outcome } };
        _jobs.Add(1, tags);
        _jobTimes.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
    }

    public void DaemonStarted() => _daemonStarts.Add(1);

    public void DaemonDied(DaemonEnd reason) => _daemonDeaths.Add(1, new KeyValuePair<string, object?>("reason", Name(reason)));

    static string Name(DaemonEnd reason) => reason switch
    {
        DaemonEnd.OutOfMemory => "out_of_memory",
        DaemonEnd.Unresponsive => "unresponsive",
        DaemonEnd.Nonsense => "protocol_error",
        _ => "died",
    };
}
