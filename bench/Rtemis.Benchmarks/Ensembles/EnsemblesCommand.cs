using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Rtemis.Benchmarks.Cases;
using Rtemis.Benchmarks.Comparison;
using Rtemis.Learning.Metrics;
using Rtemis.Learning.Running;

namespace Rtemis.Benchmarks.Ensembles;

/// <summary>Fits boosted trees and forests to a Higgs-like table, here and in R, and prints a Markdown table.</summary>
static class EnsemblesCommand
{
    const int TrainingSeed = 28;
    const int FreshSeed = 29;
    const int FreshRows = 100_000;
    const int WarmUpRows = 3_000;

    static readonly Option<int[]> Rows = new("--rows")
    {
        Description = "The numbers of training cases.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [100_000, 1_000_000],
    };

    static readonly Option<int[]> Threads = new("--threads")
    {
        Description = "The numbers of threads.",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [1, Environment.ProcessorCount],
    };

    static readonly Option<int> Trees = new("--trees") { Description = "The trees of a forest.", DefaultValueFactory = _ => 500 };

    static readonly Option<int> MostForestRows = new("--most-forest-rows")
    {
        Description = "Forests get no more training cases than these.",
        DefaultValueFactory = _ => 100_000,
    };

    static readonly Option<string> Only = new("--only") { Description = "Only the learners whose text contains this, e.g. Ranger.", DefaultValueFactory = _ => "" };

    static readonly Option<bool> WithoutR = new("--without-r") { Description = "Measures this side alone." };

    public static RootCommand Create()
    {
        var command = new RootCommand("Boosted trees and forests on a Higgs-like table.") { Rows, Threads, Trees, MostForestRows, Only, WithoutR };
        command.SetAction(Run);
        return command;
    }

    static void Run(ParseResult options)
    {
        using var r = options.GetValue(WithoutR) ? null : RProcess.Start("learners.R");
        Console.WriteLine("| learner | rows | threads | fit here | fit in R | R / here | predict here | AUC here | AUC in R | memory here | memory in R |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        var fresh = new HiggsTable(FreshRows, FreshSeed);
        foreach (var rows in options.GetValue(Rows)!)
        {
            var training = new HiggsTable(rows, TrainingSeed);
            var (file, freshFile) = (Path.GetTempFileName(), Path.GetTempFileName());
            try
            {
                training.Write(file);
                fresh.Write(freshFile);
                foreach (var learner in Learners(options).Where(l => !IsForest(l) || rows <= options.GetValue(MostForestRows)))
                    foreach (var threads in options.GetValue(Threads)!.Distinct()) Measure(learner, rows, threads, training, fresh, r, file, freshFile);
            }
            finally
            {
                File.Delete(file);
                File.Delete(freshFile);
            }
        }
    }

    static IEnumerable<MeasuredLearner> Learners(ParseResult options)
    {
        var trees = options.GetValue(Trees);
        MeasuredLearner[] all =
        [
            new("LightGBM", """{"force_nrounds":100,"num_leaves":63,"learning_rate":0.1}"""),
            new("LightGBM", """{"force_nrounds":100,"num_leaves":255,"learning_rate":0.1}"""),
            new("LightRF", $$"""{"nrounds":{{trees}}}"""),
            new("Ranger", $$"""{"num_trees":{{trees}}}"""),
        ];
        return all.Where(l => l.IsRegistered && l.ToString().Contains(options.GetValue(Only)!, StringComparison.OrdinalIgnoreCase));
    }

    static bool IsForest(MeasuredLearner learner) => learner.Algorithm is "LightRF" or "Ranger";

    static void Measure(
        MeasuredLearner subject, int rows, int threads, HiggsTable training, HiggsTable fresh, RProcess? r, string file, string freshFile)
    {
        var learner = subject.Create();
        var context = new RunContext(threads: threads, seed: 1);
        // Compiles what will be measured.
        var small = new HiggsTable(WarmUpRows, FreshSeed).Data;
        learner.Fit(small, context).Predict(small.Features, context);
        var (data, features) = (training.Data, fresh.Data.Features);
        GC.Collect();

        using var process = Process.GetCurrentProcess();
        using var memory = new PeakMemory(process);
        var start = Stopwatch.GetTimestamp();
        var model = learner.Fit(data, context);
        var fit = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var mebibytes = memory.Mebibytes;
        start = Stopwatch.GetTimestamp();
        var predicted = model.Predict(features, context).Values.Column(0).ToArray();
        var predict = Stopwatch.GetElapsedTime(start).TotalSeconds;

        var there = "";
        var lacks = r?.Use(subject.Algorithm, $"c({subject.RSource}, list(threads = {threads}))");
        if (lacks is { Length: > 0 }) there = $" R lacks {lacks} | | {Text(predict)} s | {Auc(predicted, fresh)} | | {mebibytes:0} MiB | |";
        else if (r is not null) there = There(r, fit, predict, Auc(predicted, fresh), mebibytes, fresh, file, freshFile);
        else there = string.Create(CultureInfo.InvariantCulture, $" | | {Text(predict)} s | {Auc(predicted, fresh)} | | {mebibytes:0} MiB | |");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {subject} | {rows:N0} | {threads} | {Text(fit)} s |{there}"));
    }

    static string There(
        RProcess r, double fit, double predict, string auc, double mebibytes, HiggsTable fresh, string file, string freshFile)
    {
        r.Read(file, classes: true);
        using var memory = new PeakMemory(r.Process);
        var took = r.Fit();
        var theirs = memory.Mebibytes;
        r.Read(freshFile, classes: true);
        var path = Path.GetTempFileName();
        r.Predict(path);
        var predicted = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(path)).ToArray();
        File.Delete(path);
        return string.Create(
            CultureInfo.InvariantCulture,
            $" {Text(took)} s | {took / fit:0.00} | {Text(predict)} s | {auc} | {Auc(predicted, fresh)} | {mebibytes:0} MiB | {theirs:0} MiB |");
    }

    static string Auc(double[] scores, HiggsTable table) => RocCurve.Of(scores, table.Classes, 1)!.Auc.ToString("0.00000", CultureInfo.InvariantCulture);

    static string Text(double seconds) => seconds.ToString("0.00", CultureInfo.InvariantCulture);
}
