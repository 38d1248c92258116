using System.CommandLine;
using System.Globalization;
using Rtemis.Benchmarks.Cases;

namespace Rtemis.Benchmarks.Comparison;

/// <summary>Compares with R and prints a Markdown table.</summary>
static class CompareCommand
{
    static readonly Option<int> Rounds = new("--rounds") { Description = "How often each case is run.", DefaultValueFactory = _ => 5 };

    static readonly Option<int> Seconds = new("--seconds")
    {
        Description = "No further round of a case starts after so many seconds.",
        DefaultValueFactory = _ => 60,
    };

    static readonly Option<int> Threads = new("--threads")
    {
        Description = "The threads that fits here may use.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    static readonly Option<string> Only = new("--only")
    {
        Description = "Only the cases whose text contains this, e.g. CART or 100,000.",
        DefaultValueFactory = _ => "",
    };

    static readonly Option<bool> WithoutR = new("--without-r") { Description = "Measures this side alone." };

    public static RootCommand Create()
    {
        var command = new RootCommand("Runs the same fits here and in R by turns.") { Rounds, Seconds, Threads, Only, WithoutR };
        command.SetAction(Run);
        return command;
    }

    static void Run(ParseResult options)
    {
        using var r = options.GetValue(WithoutR) ? null : RProcess.Start("learners.R");
        Console.WriteLine("| case | | here, best (median) | R, best (median) | R / here | largest difference |");
        Console.WriteLine("|---|---|---|---|---|---|");
        var only = options.GetValue(Only)!;
        foreach (var subject in MeasuredCase.All.Where(c => c.ToString().Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            var lacks = r?.Use(subject.Learner.Algorithm, subject.Learner.RSource) ?? "";
            var comparison = new CaseComparison(subject, options.GetValue(Threads), lacks.Length == 0 ? r : null);
            comparison.Run(options.GetValue(Rounds), TimeSpan.FromSeconds(options.GetValue(Seconds)));
            Print(subject, comparison, lacks);
        }
        foreach (var learner in MeasuredLearners.All.Where(l => !l.IsRegistered))
            Console.WriteLine($"\n{learner} is not measured: the engine does not have it.");
    }

    static void Print(MeasuredCase subject, CaseComparison comparison, string lacks)
    {
        Print(subject, "fit", comparison.Fit, comparison.RFit, "", lacks);
        var difference = comparison.Difference?.ToString("0.0e+0", CultureInfo.InvariantCulture) ?? "";
        Print(subject, "predict", comparison.Predict, comparison.RPredict, difference, lacks);
    }

    static void Print(MeasuredCase subject, string step, Timings here, Timings there, string difference, string lacks)
    {
        var measured = there.Count > 0;
        var theirs = measured ? there.ToString() : lacks.Length > 0 ? $"skipped: R lacks {lacks}" : "";
        var ratio = measured ? (there.Best / here.Best).ToString("0.0", CultureInfo.InvariantCulture) : "";
        Console.WriteLine($"| {subject} | {step} | {here} | {theirs} | {ratio} | {difference} |");
    }
}
