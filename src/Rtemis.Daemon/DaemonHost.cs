using System.IO.Pipelines;
using System.Runtime.InteropServices;
using System.Text.Json;
using Rtemis.Data;
using Rtemis.Engines;
using Rtemis.Learning.Running;
using Rtemis.Protocol;

namespace Rtemis.Daemon;

/// <summary>
/// The daemon's side of the talk: takes jobs from its standard input, tells how they go on its standard output, and ends when its input does.
/// </summary>
sealed class DaemonHost(IInProcessEngine engine, TimeProvider clock)
{
    readonly Stream _output = Console.OpenStandardOutput();
    readonly Lock _outputLock = new();
    CancellationTokenSource? _job;

    /// <summary>Serves jobs until the input ends.</summary>
    public async Task RunAsync()
    {
        // Only frames may go out on standard output, and a Ctrl-C in the terminal is the server's to answer.
        Console.SetOut(Console.Error);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        Send(Envelope.Event(DaemonMessages.Ready, new Nothing(), DaemonJson.Default.Nothing));

        var frames = new FrameReader();
        var pipe = PipeReader.Create(Console.OpenStandardInput());
        while (true)
        {
            var read = await pipe.ReadAsync().ConfigureAwait(false);
            var buffer = read.Buffer;
            while (frames.TryRead(ref buffer, out var frame)) Take(Request.Read(frame.Header));
            pipe.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted) return;
        }
    }

    void Take(Request request)
    {
        if (request.Method == DaemonMessages.Cancel)
        {
            _job?.Cancel();
            return;
        }
        var id = new RequestId(request.Id.Json.ToArray());
        var assignment = JsonSerializer.Deserialize(request.Params.Span, DaemonJson.Default.Assignment)!;
        var job = _job = new CancellationTokenSource();
        // A background thread: it does not keep the process when the input has ended.
        new Thread(() => Send(Work(id, assignment, job.Token))) { IsBackground = true, Name = assignment.JobId }.Start();
    }

    byte[] Work(RequestId id, Assignment assignment, CancellationToken cancellation)
    {
        try
        {
            Run(assignment, cancellation);
            return Envelope.Result(id, new Nothing(), DaemonJson.Default.Nothing);
        }
        catch (Exception e)
        {
            // The gate of this process: what the person can mend is told as it is, a fault of ours also goes to the log.
            var error = JobErrors.From(e);
            if (error is null) Console.Error.WriteLine(e);
            return Envelope.Error(id, error ?? new ErrorBody(ErrorCodes.InternalError, "The engine failed on this job; the server's log has the reason."));
        }
    }

    void Run(Assignment assignment, CancellationToken cancellation)
    {
        var type = Enum.GetValues<JobType>().First(t => JobTypes.Name(t) == assignment.Type);
        var request = engine.Parse(type, assignment.Parameters);
        ProgressWriter? progress = null;
        var context = new RunContext(
            m => Send(progress!.Compose(m)), assignment.Threads, request.Seed, clock, counterInterval: TimeSpan.FromMilliseconds(assignment.TickMs),
            cancellation: cancellation);
        progress = new ProgressWriter(assignment.JobId, context.Timeline.SessionId, clock);
        using var data = ArrowFile.Open(assignment.DataPath);
        var source = assignment.SourceFolder is { } folder ? ResultFolder.Open(folder) : null;
        var result = engine.CreateRunner().Run(request, new JobInput(data.Table, source), context);
        cancellation.ThrowIfCancellationRequested();
        ResultFolder.Write(assignment.ResultFolder, result);
    }

    void Send(byte[] frame)
    {
        lock (_outputLock)
        {
            _output.Write(frame);
            _output.Flush();
        }
    }
}
