using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Rtemis.Benchmarks.Comparison;
using Rtemis.Learning.Running;

namespace Rtemis.Benchmarks.Unsupervised;

/// <summary>Runs decompositions and clusterings here and in R by turns, and prints a Markdown table.</summary>
static class UnsupervisedCommand
{
    const int WarmUpRows = 1_000;

    static readonly Option<int> Rounds = new("--rounds") { Description = "How often each case is run.", DefaultValueFactory = _ => 3 };

    static readonly Option<int> Seconds = new("--seconds")
    {
        Description = "No further round of a case starts after so many seconds.",
        DefaultValueFactory = _ => 30,
    };

    static readonly Option<int> Threads = new("--threads")
    {
        Description = "The threads that are used here.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    static readonly Option<string> Only = new("--only") { Description = "Only the cases whose text contains this, e.g. UMAP or 100,000.", DefaultValueFactory = _ => "" };

    static readonly Option<bool> WithoutR = new("--without-r") { Description = "Measures this side alone." };

    public static RootCommand Create()
    {
        var command = new RootCommand("Runs decompositions and clusterings here and in R by turns.") { Rounds, Seconds, Threads, Only, WithoutR };
        command.SetAction(Run);
        return command;
    }

    static void Run(ParseResult options)
    {
        using var r = options.GetValue(WithoutR) ? null : RProcess.Start("unsupervised.R");
        Console.WriteLine("| case | here, best (median) | R, best (median) | R / here |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var subject in UnsupervisedCase.All.Where(c => c.ToString().Contains(options.GetValue(Only)!, StringComparison.OrdinalIgnoreCase)))
        {
            var lacks = r?.Use(subject.Algorithm, subject.RSource) ?? "";
            var (here, there) = Measure(subject, lacks.Length == 0 ? r : null, options);
            var theirs = there.Count > 0 ? there.ToString() : lacks.Length > 0 ? $"skipped: R lacks {lacks}" : "";
            var ratio = there.Count > 0 ? (there.Best / here.Best).ToString("0.0", CultureInfo.InvariantCulture) : "";
            Console.WriteLine($"| {subject} | {here} | {theirs} | {ratio} |");
        }
    }

    static (Timings Here, Timings There) Measure(UnsupervisedCase subject, RProcess? r, ParseResult options)
    {
        RunContext Context() => new(threads: options.GetValue(Threads), seed: 1);
        // Compiles what will be measured.
        var small = subject.Table(WarmUpRows).Data;
        for (var i = 0; i < 3; i++) subject.Fit(small, Context());

        var (here, there, table) = (new Timings(), new Timings(), subject.Table());
        var (data, path) = (table.Data, Path.GetTempFileName());
        try
        {
            table.Write(path);
            r?.Read(path, classes: false);
            var watch = Stopwatch.StartNew();
            for (var round = 0; round < options.GetValue(Rounds) && (round == 0 || watch.Elapsed.TotalSeconds < options.GetValue(Seconds)); round++)
            {
                GC.Collect();
                var start = Stopwatch.GetTimestamp();
                subject.Fit(data, Context());
                here.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                if (r is not null) there.Add(r.Fit());
            }
        }
        finally
        {
            File.Delete(path);
        }
        return (here, there);
    }
}
