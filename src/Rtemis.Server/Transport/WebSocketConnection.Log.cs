namespace Rtemis.Server.Transport;

sealed partial class WebSocketConnection
{
    [LoggerMessage(200, LogLevel.Debug, "{Connection} opened.")]
    static partial void LogOpened(ILogger log, string connection);

    [LoggerMessage(201, LogLevel.Debug, "{Connection} closed.")]
    static partial void LogClosed(ILogger log, string connection);

    [LoggerMessage(202, LogLevel.Debug, "{Connection} was lost: {Reason}")]
    static partial void LogDisconnected(ILogger log, string connection, string reason);

    [LoggerMessage(203, LogLevel.Warning, "{Connection} does not read what it is sent and is dropped.")]
    static partial void LogSlowReader(ILogger log, string connection);
}
