using Rtemis.Fuzz;
using Rtemis.Fuzz.Targets;

namespace Rtemis.Server.Tests.Security;

/// <summary>What the fuzzing program has kept, and some mutations of it that are the same each time.</summary>
public sealed class FuzzTests
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. FuzzTargets.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task KeptInputsAndMutationsOfThemHaveDocumentedOutcomesOnly(string name)
    {
        var mutations = name == "conversation" ? 200 : 3000;
        await using var target = await FuzzTargets.StartAsync(name);
        var corpus = Corpus.Load(Corpus.Folder, name);
        var campaign = new Campaign(target, corpus, seed: 20);
        await campaign.RunAsync(done => done < mutations, Cancellation);
        Assert.True(campaign.Findings.Count == 0, string.Join('\n', campaign.Findings.Select(f => $"{Convert.ToHexString(f.Input)}\n{f.Problem}")));
        Assert.True(corpus.Count > 10 && campaign.Outcomes > 20, $"{corpus.Count} kept inputs, {campaign.Outcomes} outcomes");
    }

    [Fact]
    public async Task ATargetThatFailsIsFoundOutWithItsInput()
    {
        await using var target = new FailingTarget();
        var campaign = new Campaign(target, [], seed: 1);
        await campaign.RunAsync(done => done < 10_000, Cancellation);
        Assert.Equal(FailingTarget.Bad, Assert.Single(campaign.Findings).Input[0]);
    }

    sealed class FailingTarget : IFuzzTarget
    {
        public const byte Bad = 0x7b;

        public string Name => "failing";

        public IReadOnlyList<byte[]> Seeds { get; } = [[0, 1, 2, 3]];

        public IReadOnlyList<byte[]> Words => [];

        public Task<string> RunAsync(byte[] input, CancellationToken cancellation) =>
            input is [Bad, ..] ? throw new InvalidOperationException("bad") : Task.FromResult($"{input.Length}");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
