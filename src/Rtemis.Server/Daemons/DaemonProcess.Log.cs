namespace Rtemis.Server.Daemons;

sealed partial class DaemonProcess
{
    [LoggerMessage(600, LogLevel.Debug, "Daemon {Pid} started.")]
    static partial void LogStarted(ILogger log, int pid);

    [LoggerMessage(601, LogLevel.Debug, "Daemon {Pid} ended with exit code {ExitCode}.")]
    static partial void LogExited(ILogger log, int pid, int exitCode);

    [LoggerMessage(603, LogLevel.Debug, "Daemon {Pid} can't be written to: {Reason}")]
    static partial void LogBrokenPipe(ILogger log, int pid, string reason);

    [LoggerMessage(604, LogLevel.Error, "Daemon {Pid} does not speak the protocol and is killed: {Reason}")]
    static partial void LogNonsense(ILogger log, int pid, string reason);

    [LoggerMessage(605, LogLevel.Warning, "Daemon {Pid}: {Line}")]
    static partial void LogComplaint(ILogger log, int pid, string line);

    [LoggerMessage(607, LogLevel.Debug, "Daemon {Pid}: {Line}")]
    static partial void LogOutput(ILogger log, int pid, string line);

    [LoggerMessage(606, LogLevel.Warning, "Daemon {Pid} has more memory than it may have and is killed.")]
    static partial void LogOverLimit(ILogger log, int pid);
}
