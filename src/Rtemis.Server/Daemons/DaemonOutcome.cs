using System.Globalization;
using System.Text.Json;
using Rtemis.Daemon;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Server.Daemons;

/// <summary>How a run in a daemon ended: with a result, with an error of the engine, for lack of memory, or with the daemon's death.</summary>
abstract record DaemonOutcome
{
    /// <summary>What counters call it: <c>complete</c>, or the <c>reason</c> of a failed job's details.</summary>
    public abstract string Name { get; }

    /// <summary>The error that the job's clients are told, or null.</summary>
    public abstract ErrorBody? Error { get; }

    /// <summary>The result folder is there.</summary>
    public sealed record Finished : DaemonOutcome
    {
        public override string Name => "complete";

        public override ErrorBody? Error => null;
    }

    /// <summary>The engine said why it can't.</summary>
    public sealed record Refused(ErrorBody Reason) : DaemonOutcome
    {
        public override string Name => "engine_error";

        public override ErrorBody? Error => new(Reason.Code, Reason.Message, Details(new JobFailureDetails(Name, null, null, null, null)));
    }

    /// <summary>The process is gone.</summary>
    public sealed record Died(int? ExitCode, int? Signal, long? PeakMemory, IReadOnlyList<string> LastOutput) : DaemonOutcome
    {
        public override string Name => "daemon_died";

        public override ErrorBody? Error => new(
            ErrorCodes.InternalError,
            Signal is { } signal ? $"The daemon that ran the job was killed by signal {signal}."
                : ExitCode is { } code ? $"The daemon that ran the job ended with exit code {code}."
                : "The daemon that was to run the job could not be started.",
            Details(new JobFailureDetails(Name, ExitCode, Signal, PeakMemory, LastOutput)));
    }

    /// <summary>The job needed more memory than its daemon could have.</summary>
    public sealed record OutOfMemory(
        MemoryLack Lack, MemoryLimit? Limit, long? PeakMemory, int? ExitCode, int? Signal, IReadOnlyList<string> LastOutput) : DaemonOutcome
    {
        public override string Name => "out_of_memory";

        public override ErrorBody? Error => new(
            ErrorCodes.InternalError,
            $"{What}: its daemon had {Megabytes(PeakMemory)}{(Lack == MemoryLack.Allocation ? " and could not get what it needed" : "")}{LimitClause}.",
            Details(new JobFailureDetails(Name, ExitCode, Signal, PeakMemory, LastOutput)));

        string What => Lack == MemoryLack.System ? "The system ended the job because memory ran out"
            : Limit is null ? "The job needs more memory than there is"
            : "The job needs more memory than it may have";

        string LimitClause => Limit is { } limit ? $", the limit is {Megabytes(limit.Bytes)} (--daemon-memory)" : "";

        static string Megabytes(long? bytes) => bytes is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known >> 20:N0} MB") : "an unknown amount";
    }

    /// <summary>What clients are told of a job that a server's end cut short as often as it may.</summary>
    /// <param name="times">How often.</param>
    public static ErrorBody ServerRestarted(int times) => new(
        ErrorCodes.InternalError, $"The server ended {times} times while the job ran; it is not tried again.",
        Details(new JobFailureDetails("server_restarted", null, null, null, null)));

    static JsonElement Details(JobFailureDetails details) => JsonSerializer.SerializeToElement(details, DaemonJson.Default.JobFailureDetails);
}
