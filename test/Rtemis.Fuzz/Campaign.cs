namespace Rtemis.Fuzz;

/// <summary>Feeds a target with mutations of its seeds and of what led to something new before.</summary>
public sealed class Campaign(IFuzzTarget target, IReadOnlyList<byte[]> corpus, int seed)
{
    static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(20);

    readonly List<byte[]> _pool = [.. target.Seeds, .. corpus];
    readonly List<byte[]> _kept = [];
    readonly HashSet<string> _outcomes = [];
    readonly List<(byte[] Input, string Problem)> _findings = [];
    readonly HashSet<string> _problems = [];

    /// <summary>The inputs that each led to an outcome of its own.</summary>
    public IReadOnlyList<byte[]> Kept => _kept;

    /// <summary>The inputs with an outcome that they may not have; one of each kind.</summary>
    public IReadOnlyList<(byte[] Input, string Problem)> Findings => _findings;

    /// <summary>How many outcomes there were.</summary>
    public int Outcomes => _outcomes.Count;

    /// <summary>How many inputs were tried.</summary>
    public int Runs { get; private set; }

    /// <summary>Tries the seeds, the corpus, and mutations while <paramref name="more"/> says so.</summary>
    public async Task RunAsync(Func<int, bool> more, CancellationToken cancellation)
    {
        foreach (var input in _pool.ToList()) await TryAsync(input, isNew: false, cancellation).ConfigureAwait(false);
        var random = new Random(seed);
        var mutator = new Mutator(random, target.Words);
        for (var mutations = 0; more(mutations); mutations++)
        {
            var input = mutator.Mutate(Pick(random), Pick(random));
            await TryAsync(input, isNew: true, cancellation).ConfigureAwait(false);
        }
    }

    byte[] Pick(Random random) => _pool[random.Next(_pool.Count)];

    async Task TryAsync(byte[] input, bool isNew, CancellationToken cancellation)
    {
        Runs++;
        try
        {
            var outcome = await Task.Run(() => target.RunAsync(input, cancellation), cancellation).WaitAsync(LongestRun, cancellation).ConfigureAwait(false);
            if (!_outcomes.Add(outcome)) return;
            _kept.Add(input);
            if (isNew) _pool.Add(input);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // This is what it is looked for: whatever was thrown is told.
            if (_problems.Add($"{e.GetType().Name} {Outcome.Shape(e.Message)} {e.StackTrace?.Split('\n')[0]}")) _findings.Add((input, e.ToString()));
        }
    }
}
