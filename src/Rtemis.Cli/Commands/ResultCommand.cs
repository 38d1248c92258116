using System.CommandLine;
using System.Text.Json;
using Rtemis.Cli.Jobs;
using Rtemis.Cli.Tables;
using Rtemis.Protocol;

namespace Rtemis.Cli.Commands;

/// <summary><c>result JOB</c>: a slice of a result.</summary>
sealed class ResultCommand
{
    readonly Argument<string> _job = new("job") { Description = "The folder that --out named, or with --url the job's id.", HelpName = "JOB" };
    readonly Option<string> _slice = new("--slice")
    {
        Description = "summary, metrics, record; varimp, predictions, roc, session; transformed, loadings; assignments (default summary).",
        HelpName = "NAME",
        DefaultValueFactory = _ => ResultSlices.Summary,
    };

    readonly Option<string?> _format = new("--format") { Description = $"For tables {string.Join(", ", TableFormat.Names)} (default csv); documents are json.", HelpName = "NAME" };
    readonly Option<string?> _out = new("--out") { Description = "The file to write (default: standard output).", HelpName = "FILE" };
    readonly PlaceOptions _place = new();

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var it = new ResultCommand();
        var command = new Command("result", "Writes a slice of a result: a document, or a table.");
        command.Arguments.Add(it._job);
        foreach (var option in (Option[])[it._slice, it._format, it._out]) command.Options.Add(option);
        it._place.AddTo(command);
        command.Do(it.RunAsync);
        return command;
    }

    async Task RunAsync(ParseResult parse, CancellationToken cancellation)
    {
        var format = parse.GetValue(_format);
        if (format is not null && !TableFormat.Names.Contains(format)) throw new UsageException($"--format '{format}': must be one of {string.Join(", ", TableFormat.Names)}.");
        var slice = parse.GetRequiredValue(_slice);
        var content = _place.IsRemote(parse)
            ? await RemoteAsync(parse, slice, cancellation).ConfigureAwait(false)
            : SavedJob.Open(parse.GetRequiredValue(_job)).Slice(slice);
        await using var to = parse.GetValue(_out) is { } file ? File.Create(file) : Console.OpenStandardOutput();
        if (content.Table is { } table) TableFormat.Write(table, format ?? "csv", to, cancellation);
        else if (format is null or "json") WriteDocument(content.Document, to);
        else throw new UsageException($"--format '{format}': {slice} is a document, which is json.");
    }

    async Task<SliceContent> RemoteAsync(ParseResult parse, string slice, CancellationToken cancellation)
    {
        await using var client = await _place.ConnectAsync(parse, cancellation).ConfigureAwait(false);
        var id = parse.GetRequiredValue(_job);
        var session = await RemoteWorkplace.FindAsync(client, id, _place.Session(parse), cancellation).ConfigureAwait(false);
        await using (session.ConfigureAwait(false)) return await RemoteResult.SliceAsync(session.Job(id), slice, cancellation).ConfigureAwait(false);
    }

    static void WriteDocument(JsonElement document, Stream to)
    {
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true });
        document.WriteTo(json);
    }
}
