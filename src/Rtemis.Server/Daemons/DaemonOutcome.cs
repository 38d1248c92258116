using System.Text.Json;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;

namespace Rtemis.Server.Daemons;

/// <summary>How a run in a daemon ended: with a result, with an error of the engine, or with the daemon's death.</summary>
abstract record DaemonOutcome
{
    /// <summary>The error that the job's clients are told, or null.</summary>
    public abstract ErrorBody? Error { get; }

    /// <summary>The result folder is there.</summary>
    public sealed record Finished : DaemonOutcome
    {
        public override ErrorBody? Error => null;
    }

    /// <summary>The engine said why it can't.</summary>
    public sealed record Refused(ErrorBody Reason) : DaemonOutcome
    {
        public override ErrorBody? Error => new(Reason.Code, Reason.Message, Details(new JobFailureDetails("engine_error", null, null, null, null)));
    }

    /// <summary>The process is gone.</summary>
    public sealed record Died(int? ExitCode, int? Signal, IReadOnlyList<string> LastOutput) : DaemonOutcome
    {
        public override ErrorBody? Error => new(
            ErrorCodes.InternalError,
            Signal is { } signal ? $"The daemon that ran the job was killed by signal {signal}."
                : ExitCode is { } code ? $"The daemon that ran the job ended with exit code {code}."
                : "The daemon that was to run the job could not be started.",
            Details(new JobFailureDetails("daemon_died", ExitCode, Signal, null, LastOutput)));
    }

    /// <summary>The server ended while the job ran.</summary>
    /// <param name="Times">How often.</param>
    public sealed record ServerRestarted(int Times) : DaemonOutcome
    {
        public override ErrorBody Error => new(
            ErrorCodes.InternalError, $"The server ended {Times} times while the job ran; it is not tried again.",
            Details(new JobFailureDetails("server_restarted", null, null, null, null)));
    }

    static JsonElement Details(JobFailureDetails details) => JsonSerializer.SerializeToElement(details, DaemonJson.Default.JobFailureDetails);
}
