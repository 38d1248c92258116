using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rtemis.Cli.Display;
using Rtemis.Cli.Jobs;
using Rtemis.Protocol;
using Rtemis.Protocol.Messages;
using Spectre.Console;

namespace Rtemis.Cli.Commands;

/// <summary><c>algorithms [NAME]</c>: what can be asked for, or the options of one.</summary>
static class AlgorithmsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("algorithms", "Lists the algorithms, or the options of one.");
        var name = new Argument<string?>("name") { Description = "The algorithm whose options are listed.", HelpName = "NAME", Arity = ArgumentArity.ZeroOrOne };
        var engine = new Option<string?>("--engine") { Description = "The server's engine (default: its own choice).", HelpName = "NAME" };
        var json = new Option<bool>("--json") { Description = "As JSON." };
        var place = new PlaceOptions();
        command.Arguments.Add(name);
        command.Options.Add(engine);
        command.Options.Add(json);
        place.AddTo(command);
        command.Do(async (parse, cancellation) =>
        {
            if (!place.IsRemote(parse))
            {
                LocalWorkplace.RequireNative(parse.GetValue(engine));
                await ShowAsync(OfferedAlgorithms.Here(), parse.GetValue(name), parse.GetValue(json), cancellation).ConfigureAwait(false);
                return;
            }
            await using var client = await place.ConnectAsync(parse, cancellation).ConfigureAwait(false);
            var offered = await OfferedAlgorithms.OfAsync(client.Catalog, parse.GetValue(engine), cancellation).ConfigureAwait(false);
            await ShowAsync(offered, parse.GetValue(name), parse.GetValue(json), cancellation).ConfigureAwait(false);
        });
        return command;
    }

    static async Task ShowAsync(IReadOnlyList<OfferedAlgorithm> offered, string? name, bool json, CancellationToken cancellation)
    {
        if (name is null)
        {
            if (json) Output.Json(offered.Select(Object));
            else Output.Table(["task", "name", "description", "does"], offered.Select(o => (string[])[o.Task, o.Summary.Name, o.Summary.Description, Does(o.Summary)]));
            return;
        }
        var found = offered.FirstOrDefault(o => string.Equals(o.Summary.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"'{name}' is no algorithm; `algorithms` lists them.");
        var described = await found.DescribeAsync(cancellation).ConfigureAwait(false);
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(described, ProtocolJson.Default.AlgorithmDescription));
            return;
        }
        AnsiConsole.WriteLine($"{described.Name}: {described.Description}");
        Output.Table(
            ["option", "default", "values", "search", "what it is"],
            described.Hyperparameters.Select(p => (string[])[p.Name, p.Default.GetRawText(), Values(p), p.Tunable ? "yes" : "", p.Help ?? ""]));
    }

    static JsonObject Object(OfferedAlgorithm offered)
    {
        var json = JsonSerializer.SerializeToNode(offered.Summary, ProtocolJson.Default.AlgorithmSummary)!.AsObject();
        json.Insert(0, "task", offered.Task);
        return json;
    }

    static string Does(AlgorithmSummary summary) => string.Join(", ", ((string?[])
    [
        summary.SupportsClassification == true ? "classification" : null, summary.SupportsRegression == true ? "regression" : null,
        summary.Applicable == true ? "new data" : null,
    ]).OfType<string>());

    static string Values(ParameterInfo parameter)
    {
        if (parameter.Choices is { } choices) return string.Join(" | ", choices);
        var low = parameter.Minimum is { } least ? $">= {Number(least)}" : parameter.ExclusiveMinimum is { } above ? $"> {Number(above)}" : null;
        var high = parameter.Maximum is { } most ? $"<= {Number(most)}" : parameter.ExclusiveMaximum is { } below ? $"< {Number(below)}" : null;
        return string.Join(", ", ((string?[])[parameter.ValueType, low, high, parameter.Vector == true ? "several" : null]).OfType<string>());
    }

    static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
