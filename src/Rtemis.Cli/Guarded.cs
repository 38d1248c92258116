using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Client;
using Rtemis.Daemon;
using Rtemis.Data;
using Rtemis.Protocol;

namespace Rtemis.Cli;

/// <summary>The one gate from an exception in a command to what the person reads and the exit code.</summary>
static class Guarded
{
    /// <summary>Has a command do this.</summary>
    public static void Do(this Command command, Func<ParseResult, CancellationToken, Task> action) => command.SetAction(async (parse, cancellation) =>
    {
        try
        {
            await action(parse, cancellation).ConfigureAwait(false);
            return 0;
        }
        catch (Exception e) when (Told(e) is { } told)
        {
            await Console.Error.WriteLineAsync(told.Message).ConfigureAwait(false);
            if (IsForPrograms(parse)) await Console.Out.WriteLineAsync(Failure(told).ToJsonString()).ConfigureAwait(false);
            return told.Code;
        }
    });

    static bool IsForPrograms(ParseResult parse) =>
        parse.CommandResult.Command.Options.FirstOrDefault(o => o.Name == "--json") is Option<bool> json && parse.GetValue(json);

    static JsonObject Failure((int Code, string Message) told) => new() { ["event"] = "failed", ["exit_code"] = told.Code, ["message"] = told.Message };

    // Null for a fault of ours, which shows itself whole.
    static (int Code, string Message)? Told(Exception exception) => exception switch
    {
        UsageException => (ExitCodes.BadOption, exception.Message),
        OperationCanceledException or JobCancelledException => (ExitCodes.Cancelled, "Cancelled."),
        JobFailedException => (ExitCodes.Failed, exception.Message),
        ServerErrorException { Error.Code: ErrorCodes.Unauthorized } => (ExitCodes.NoServer, exception.Message),
        ServerErrorException { Error.Message: var message } => (ExitCodes.Failed, message),
        ConnectFailedException or ConnectionLostException or TimeoutException => (ExitCodes.NoServer, exception.Message),
        CsvFormatException or ArrowFormatException or JsonException or IOException or UnauthorizedAccessException => (ExitCodes.BadFile, exception.Message),
        _ => JobErrors.From(exception) is { } error ? (error.Code == ErrorCodes.Cancelled ? ExitCodes.Cancelled : ExitCodes.Failed, error.Message) : null,
    };
}
