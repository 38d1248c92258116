using System.CommandLine;
using Rtemis.Load.Report;
using Rtemis.Load.Scenarios;
using Rtemis.Load.Servers;

namespace Rtemis.Load;

/// <summary>The command line: which load, and where the figures go.</summary>
static class LoadCommand
{
    const string All = "all";
    const string Micro = "micro";
    static readonly IScenario[] Scenarios =
    [
        new StartScenario(), new PingScenario(), new AllocationScenario(), new UploadScenario(), new SliceScenario(), new FanOutScenario(), new MemoryScenario(),
        new BusyScenario(),
    ];

    public static RootCommand Create()
    {
        var names = new Argument<string[]>("load")
        {
            Description = $"What to measure: {All}, {string.Join(", ", Scenarios.Select(s => s.Name))}, {Micro}; default all but {Micro}.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        names.AcceptOnlyFromAmong([All, Micro, .. Scenarios.Select(s => s.Name)]);
        var target = new Option<string?>("--out")
        {
            Description = "File for the figures, or folder, in which the file has the processor's name; default standard output.",
        };
        var server = new Option<string?>("--server") { Description = "The program to measure; default the one that was built with this one." };
        var command = new RootCommand("Puts load on the server and says what it took.") { names, target, server };
        command.SetAction(parse =>
        {
            if (parse.GetValue(server) is { } program) BuiltServer.Program = Path.GetFullPath(program);
            Run(parse.GetValue(names)!, parse.GetValue(target));
        });
        return command;
    }

    static void Run(string[] names, string? target)
    {
        var figures = new List<Figure>();
        foreach (var scenario in Scenarios)
        {
            if (names.Length > 0 && !names.Contains(All) && !names.Contains(scenario.Name)) continue;
            foreach (var figure in scenario.Run())
            {
                Console.Error.WriteLine($"{figure.What}: {figure.Measured} ({figure.More})");
                figures.Add(figure);
            }
        }
        var report = MarkdownReport.Write(figures, names.Contains(All) || names.Contains(Micro) ? MicroBenchmarks.Run() : "");
        if (target is null) Console.WriteLine(report);
        else File.WriteAllText(Directory.Exists(target) ? Path.Combine(target, Machine.FileName) : target, report);
    }
}
