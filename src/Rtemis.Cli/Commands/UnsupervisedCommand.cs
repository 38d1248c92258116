using System.CommandLine;
using Rtemis.Cli.Requests;
using Rtemis.Client;

namespace Rtemis.Cli.Commands;

/// <summary><c>decomp</c> and <c>cluster</c>: find components, or groups of cases.</summary>
sealed class UnsupervisedCommand
{
    readonly JobOptions _job = new();
    readonly Option<string> _algorithm = new("--algorithm") { Description = "The algorithm; `algorithms` lists them.", HelpName = "NAME", Required = true };
    readonly Option<string[]> _set = new("--set") { Description = "An option of the algorithm, e.g. k=3; several times for several.", HelpName = "NAME=VALUE" };
    readonly Option<string[]> _features = new("--features") { Description = "The columns to take, with commas (default: all).", HelpName = "COLUMNS" };

    /// <summary>The command <c>decomp</c>.</summary>
    public static Command CreateDecompose() => new UnsupervisedCommand().Create("decomp", "Finds components of the columns.", (algorithm, options, features) =>
        new DecomposeRequest(algorithm) { Options = options, Features = features });

    /// <summary>The command <c>cluster</c>.</summary>
    public static Command CreateCluster() => new UnsupervisedCommand().Create("cluster", "Finds groups of cases.", (algorithm, options, features) =>
        new ClusterRequest(algorithm) { Options = options, Features = features });

    Command Create(string name, string description, Func<string, Parameters, string[]?, JobRequest> request)
    {
        var command = new Command(name, description);
        foreach (var option in (Option[])[_algorithm, _set, _features]) command.Options.Add(option);
        _job.AddTo(command);
        command.Do((parse, cancellation) => _job.RunAsync(
            parse,
            (place, table, display) => place.RunAsync(
                request(parse.GetRequiredValue(_algorithm), NamedValues.Parse(_set.Name, parse.GetValue(_set) ?? []), ColumnList.Parse(parse.GetValue(_features))) with
                {
                    Question = parse.GetValue(_job.Question),
                    Engine = parse.GetValue(_job.Engine),
                },
                table, display, cancellation),
            cancellation));
        return command;
    }
}
