using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using Rtemis.Daemon;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Load.Servers;

/// <summary>
/// A daemon that computes nothing: whatever the job, it tells progress whose message is the moment on the machine's monotonic clock, first at a steady
/// rate and then all at once.
/// </summary>
static class StampingDaemon
{
    public const int Steady = 200;
    public const int Burst = 200;
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(25);

    // The first ones meet code that was not compiled yet.
    public const int WarmUp = 100;

    public static async Task RunAsync()
    {
        await using var output = Console.OpenStandardOutput();
        output.Write(Envelope.Event(DaemonMessages.Ready, new Nothing(), DaemonJson.Default.Nothing));
        var frames = new FrameReader();
        var pipe = PipeReader.Create(Console.OpenStandardInput());
        while (true)
        {
            var read = await pipe.ReadAsync().ConfigureAwait(false);
            var buffer = read.Buffer;
            while (frames.TryRead(ref buffer, out var frame)) Answer(Request.Read(frame.Header), output);
            pipe.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted) return;
        }
    }

    static void Answer(Request request, Stream output)
    {
        if (request.Method != DaemonMessages.Run) return;
        for (var i = 0; i < WarmUp + Steady + Burst; i++)
        {
            if (i < WarmUp + Steady) Thread.Sleep(i < WarmUp ? TimeSpan.FromMilliseconds(5) : Pace);
            if (i == WarmUp + Steady) Thread.Sleep(10 * Pace);
            var stamp = Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture);
            output.Write(Envelope.Event(EventNames.JobProgress, new TextProgress("load", "load", stamp, "", "info"), ProtocolJson.Default.TextProgress));
        }
        // There is no result, so it is no success.
        output.Write(Envelope.Error(request.Id, new ErrorBody(ErrorCodes.Cancelled, "This was only a test.")));
    }
}
