using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Cli.Display;
using Rtemis.Cli.Jobs;
using Rtemis.Cli.Tables;
using Rtemis.Protocol;

namespace Rtemis.Cli.Commands;

/// <summary>What the commands that run a job have in common: the table, the place, the folder that the result goes to, and how it is told.</summary>
sealed class JobOptions
{
    readonly TableOptions _table = new();
    readonly PlaceOptions _place = new();
    readonly Option<string?> _out = new("--out") { Description = "The folder for the result, which must not exist: report.html, tables as CSV, all slices, the model.", HelpName = "FOLDER" };
    readonly Option<bool> _json = new("--json") { Description = "Tell progress and result as JSON, an object a line." };
    readonly Option<bool> _quiet = new("--quiet") { Description = "Tell the result only." };

    /// <summary>The question that the job is to answer.</summary>
    public Option<string?> Question { get; } = new("--question") { Description = "The question that the job is to answer; it is kept with the result.", HelpName = "TEXT" };

    /// <summary>The engine.</summary>
    public Option<string?> Engine { get; } = new("--engine") { Description = "The engine: native here; a server may have r, too.", HelpName = "NAME" };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        _table.AddTo(command);
        foreach (var option in (Option[])[_out, Question, Engine, _json, _quiet]) command.Options.Add(option);
        _place.AddTo(command);
    }

    /// <summary>Reads the table, runs the job, writes the result and tells it.</summary>
    /// <param name="parse">What was given.</param>
    /// <param name="run">Runs the job.</param>
    /// <param name="cancellation">Cancels it.</param>
    public async Task RunAsync(
        ParseResult parse, Func<IWorkplace, NamedTable, IProgressDisplay, Task<FinishedJob>> run, CancellationToken cancellation)
    {
        var folder = parse.GetValue(_out) is { } named ? Path.GetFullPath(named) : null;
        if (folder is not null && Path.Exists(folder)) throw new UsageException($"--out '{folder}': is there already.");
        var table = _table.Read(parse, cancellation);
        var json = parse.GetValue(_json);
        FinishedJob finished;
        await using (var place = await _place.OpenAsync(parse, folder is null ? ResultText.Slices : ResultSlices.All, cancellation).ConfigureAwait(false))
            finished = await ProgressMode.WhileAsync(json, parse.GetValue(_quiet), display => run(place, table, display)).ConfigureAwait(false);
        var written = folder is null ? [] : await ResultReport.WriteAsync(folder, finished, table, cancellation).ConfigureAwait(false);
        if (json) await Console.Out.WriteLineAsync(Object(finished, folder).ToJsonString()).ConfigureAwait(false);
        else ResultText.Write(finished, written);
    }

    static JsonObject Object(FinishedJob finished, string? folder) => new()
    {
        ["event"] = "complete",
        ["job"] = JsonSerializer.SerializeToNode(finished.Job, ProtocolJson.Default.JobSummary),
        ["summary"] = finished.Result.Documents.GetValueOrDefault(ResultSlices.Summary)?.DeepClone(),
        ["metrics"] = finished.Result.Documents.GetValueOrDefault(ResultSlices.Metrics)?.DeepClone(),
        ["out"] = folder,
    };
}
