using System.CommandLine;
using System.Diagnostics;
using Rtemis.Fuzz.Targets;

namespace Rtemis.Fuzz;

/// <summary>The command line: feeds one target or all of them for a while, keeps what led to something new, and tells what it found.</summary>
static class FuzzCommand
{
    const string All = "all";

    public static RootCommand Create()
    {
        var target = new Option<string>("--target") { Description = $"{string.Join(", ", FuzzTargets.Names)} or {All}", DefaultValueFactory = _ => All };
        target.AcceptOnlyFromAmong([.. FuzzTargets.Names, All]);
        var seconds = new Option<double>("--seconds") { Description = "how long, in all", DefaultValueFactory = _ => 60 };
        var seed = new Option<int>("--seed") { Description = "the same seed makes the same inputs", DefaultValueFactory = _ => Random.Shared.Next() };
        var corpus = new Option<string>("--corpus") { Description = "folder of the kept inputs and of what is found", DefaultValueFactory = _ => Corpus.Folder };
        var command = new RootCommand("Feeds damaged and made-up input to everything that reads what others wrote.") { target, seconds, seed, corpus };
        command.SetAction((parse, cancellation) =>
        {
            IReadOnlyList<string> names = parse.GetValue(target) is { } name && name != All ? [name] : FuzzTargets.Names;
            var share = TimeSpan.FromSeconds(parse.GetValue(seconds) / names.Count);
            return RunAsync(names, share, parse.GetValue(seed), parse.GetValue(corpus)!, cancellation);
        });
        return command;
    }

    static async Task<int> RunAsync(IReadOnlyList<string> names, TimeSpan share, int seed, string folder, CancellationToken cancellation)
    {
        var findings = 0;
        foreach (var name in names)
        {
            await using var target = await FuzzTargets.StartAsync(name).ConfigureAwait(false);
            var campaign = new Campaign(target, Corpus.Load(folder, name), seed);
            var clock = Stopwatch.StartNew();
            await campaign.RunAsync(_ => clock.Elapsed < share, cancellation).ConfigureAwait(false);
            Corpus.Save(folder, name, campaign.Kept);
            Console.WriteLine($"{name}: seed {seed}, {campaign.Runs} inputs, {campaign.Outcomes} outcomes, {campaign.Findings.Count} findings");
            foreach (var (input, problem) in campaign.Findings) Console.WriteLine($"{Corpus.SaveFinding(folder, name, input)}\n{problem}\n");
            findings += campaign.Findings.Count;
        }
        return findings == 0 ? 0 : 1;
    }
}
