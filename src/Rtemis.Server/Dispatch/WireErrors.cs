using Rtemis.Data;
using Rtemis.Engines;
using Rtemis.Protocol;
using Rtemis.Server.State;

namespace Rtemis.Server.Dispatch;

/// <summary>
/// The one gate from an exception to what a client is told. What is not written for clients stays inside: the log has it, the client learns only
/// that the server failed.
/// </summary>
static class WireErrors
{
    // ENOSPC, and ERROR_DISK_FULL as a result code.
    const int DiskFull = 28;
    const int DiskFullOnWindows = unchecked((int)0x80070070);

    /// <summary>What the client is told.</summary>
    public static ErrorBody From(Exception exception) => exception switch
    {
        ProtocolException e => new(e.Code, e.Message),
        RequestRefusedException e => new(e.Code, e.Message),
        ColumnConversionException e => new(ErrorCodes.InvalidParams, e.Message),
        OperationCanceledException => new(ErrorCodes.Cancelled, "The request was cancelled."),
        StateWriteException e => new(ErrorCodes.IoError, e.Message),
        IOException { HResult: DiskFull or DiskFullOnWindows } => new(ErrorCodes.IoError, "The server's disk is full."),
        IOException or UnauthorizedAccessException => new(ErrorCodes.IoError, "The server could not read or write its files; its log has the reason."),
        _ => new(ErrorCodes.InternalError, "The server failed on this request; its log has the reason."),
    };

    /// <summary>Whether the exception is a fault of ours, to be logged with all that is known of it.</summary>
    public static bool IsFault(Exception exception) => exception is not (ProtocolException or RequestRefusedException or ColumnConversionException or OperationCanceledException);
}
