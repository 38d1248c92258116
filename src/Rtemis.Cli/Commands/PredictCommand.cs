using System.CommandLine;

namespace Rtemis.Cli.Commands;

/// <summary><c>predict</c>: applies a model that was trained before.</summary>
static class PredictCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("predict", "Applies a model to a table that has its features.");
        var model = new Argument<string>("model") { Description = "The folder that `train --out` wrote, or the job's id on the server.", HelpName = "MODEL" };
        command.Arguments.Add(model);
        var job = new JobOptions();
        job.AddTo(command);
        command.Do((parse, cancellation) => job.RunAsync(
            parse,
            (place, table, display) => place.PredictAsync(parse.GetRequiredValue(model), table, parse.GetValue(job.Question), display, cancellation),
            cancellation));
        return command;
    }
}
