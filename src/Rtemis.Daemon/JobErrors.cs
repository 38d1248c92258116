using Rtemis.Data;
using Rtemis.Engines;
using Rtemis.Learning;
using Rtemis.Protocol;

namespace Rtemis.Daemon;

/// <summary>What a person is told when a job fails in managed code.</summary>
static class JobErrors
{
    /// <summary>The error as the wire has it, or null for a fault of ours, of which only the log is told.</summary>
    public static ErrorBody? From(Exception exception) => exception switch
    {
        // Work over many items wraps the error of one; the parts of a run fail for one reason.
        AggregateException { InnerExceptions: [var first, ..] all } => From(all.FirstOrDefault(e => e is OutOfMemoryException) ?? first),
        RequestRefusedException e => new(e.Code, e.Message),
        ColumnConversionException => new(ErrorCodes.InvalidParams, exception.Message),
        LearningException or ArrowFormatException => new(ErrorCodes.InternalError, exception.Message),
        OperationCanceledException => new(ErrorCodes.Cancelled, "The request was cancelled."),
        OutOfMemoryException => new(DaemonMessages.OutOfMemory, exception.Message),
        _ => null,
    };
}
